import './chart-labels.css';
import type { ChartLayout } from './growth-chart.ts';

type ChartLabelsProps = {
  readonly layout: ChartLayout;
  readonly x: string;
  readonly y: string;
  readonly language: string;
};

/**
 * The numbers and words around the plot. Their size follows the reader's text size, as do the margins of the layout.
 */
export const ChartLabels = ({ layout, x, y, language }: ChartLabelsProps) => {
  const { plot } = layout;
  const numbers = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const foot = plot.y + plot.height;
  return (
    <g class="k-chart-labels">
      <text class="k-chart-labels__unit" x={plot.x} y={plot.y} dy="-0.45em" text-anchor="end" dx="-0.3em">
        {y}
      </text>
      {layout.yTicks.map((tick) => (
        <text key={tick.at} x={plot.x} y={tick.py} dx="-0.3em" dy="0.35em" text-anchor="end">
          {numbers.format(tick.value ?? tick.at)}
        </text>
      ))}
      {layout.xTicks.map((tick) =>
        tick.value === null ? null : (
          <text key={tick.at} x={tick.px} y={foot} dy="1.15em" text-anchor="middle">
            {numbers.format(tick.value)}
          </text>
        ),
      )}
      <text class="k-chart-labels__axis" x={plot.x + plot.width / 2} y={foot} dy="2.5em" text-anchor="middle">
        {x}
      </text>
      {layout.lines.map((line) =>
        line.labelY === null ? null : (
          <text
            key={line.z}
            class={`k-chart-labels__line k-chart-labels__line--${line.tone}`}
            x={plot.x + plot.width}
            y={line.labelY}
            dx="0.3em"
            dy="0.35em"
          >
            {line.label}
          </text>
        ),
      )}
      {layout.cutOffs.map((cutOff) => (
        <text
          key={`${cutOff.label} ${cutOff.y}`}
          class="k-chart-labels__cut-off"
          x={cutOff.start.px}
          y={cutOff.start.py}
          dx="0.4em"
          dy="-0.4em"
        >
          {cutOff.label}
        </text>
      ))}
      {layout.marks.map((mark) => (
        <text key={mark.x} x={mark.px} y={plot.y} dy="-0.45em" text-anchor="middle">
          {mark.label}
        </text>
      ))}
    </g>
  );
};
