import './chart-drawing.css';
import { useId } from 'preact/hooks';
import type { ChartLayout, PlacedPoint } from './growth-chart.ts';

/** The bands, lines and the child's points that the large and the small chart share. Must be inside an `<svg>`. */
export const ChartDrawing = ({
  layout,
  selected,
}: {
  readonly layout: ChartLayout;
  readonly selected: string | null;
}) => {
  const clip = useId();
  const { plot } = layout;
  const at = layout.points.find(({ id }) => id === selected);
  return (
    <>
      <clipPath id={clip}>
        <rect x={plot.x} y={plot.y} width={plot.width} height={plot.height} />
      </clipPath>
      <rect class="k-chart__paper" x={plot.x} y={plot.y} width={plot.width} height={plot.height} />
      <g clip-path={`url(#${clip})`}>
        {layout.bands.map((band) => (
          <path key={band.path} class={`k-chart__band k-chart__band--${band.tone}`} d={band.path} />
        ))}
        {layout.xTicks.map((tick) => (
          <line
            key={tick.at}
            class={tick.value === null ? 'k-chart__grid' : 'k-chart__grid k-chart__grid--labelled'}
            x1={tick.px}
            x2={tick.px}
            y1={plot.y}
            y2={plot.y + plot.height}
          />
        ))}
        {layout.yTicks.map((tick) => (
          <line
            key={tick.at}
            class="k-chart__grid k-chart__grid--labelled"
            x1={plot.x}
            x2={plot.x + plot.width}
            y1={tick.py}
            y2={tick.py}
          />
        ))}
        {layout.lines.map((line) => (
          <path key={line.z} class={`k-chart__line k-chart__line--${line.tone}`} d={line.path} />
        ))}
        {layout.marks.map((mark) => (
          <line key={mark.x} class="k-chart__mark" x1={mark.px} x2={mark.px} y1={plot.y} y2={plot.y + plot.height} />
        ))}
        {layout.cutOffs.map((cutOff) => (
          <path key={`${cutOff.label} ${cutOff.y}`} class="k-chart__cut-off" d={cutOff.path} />
        ))}
        <path class="k-chart__joined-halo" d={layout.joined} />
        <path class="k-chart__joined" d={layout.joined} />
      </g>
      {at === undefined ? null : (
        <>
          <line class="k-chart__selected-line" x1={at.px} x2={at.px} y1={plot.y} y2={plot.y + plot.height} />
          <circle class="k-chart__selected" cx={at.px} cy={at.py} r="11" />
        </>
      )}
      {layout.points.map((point) => (
        <PointSign key={point.id} point={point} />
      ))}
    </>
  );
};

/**
 * Kinds of points differ in shape, not in colour: dot, dot in a ring (now), hollow (doubtful), cross (corrected age),
 * arrow (outside the range of y).
 */
const PointSign = ({ point: { px, py, kind, beyond } }: { readonly point: PlacedPoint }) => {
  if (beyond !== null) {
    const tip = beyond === 'above' ? -1 : 1;
    return <path class="k-chart__point" d={`M${px} ${py}l-6 ${-9 * tip}h12z`} />;
  }
  switch (kind) {
    case 'corrected':
      return <path class="k-chart__cross" d={`M${px - 5} ${py - 5}l10 10m0-10l-10 10`} />;
    case 'doubtful':
      return <circle class="k-chart__hollow" cx={px} cy={py} r="5" />;
    case 'now':
      return (
        <>
          <circle class="k-chart__now" cx={px} cy={py} r="8" />
          <circle class="k-chart__point" cx={px} cy={py} r="4.5" />
        </>
      );
    case 'plain':
      return <circle class="k-chart__point" cx={px} cy={py} r="4.5" />;
  }
};
