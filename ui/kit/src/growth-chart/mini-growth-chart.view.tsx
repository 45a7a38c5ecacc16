import './mini-growth-chart.css';
import type { Sex } from '@denba/growth/sex';
import { useMemo, useRef } from 'preact/hooks';
import { ChartDrawing } from './chart-drawing.view.tsx';
import type { ChartRange, ChartStandard, GrowthChartId } from './chart-standard.ts';
import { useChartStandard } from './chart-standard-state.ts';
import { useElementSize } from './element-size.ts';
import { type ChartPoint, type CutOff, layoutChart } from './growth-chart.ts';
import { closeHeight, closeView } from './mini-view.ts';

export type MiniGrowthChartProps = {
  readonly chart: GrowthChartId;
  readonly sex: Sex;
  readonly points: readonly ChartPoint[];
  /** What the chart shows now, in words: « P/A −2,1 z, en baisse ». */
  readonly label: string;
  /** Chosen around the points when absent. */
  readonly xRange?: ChartRange | undefined;
  readonly cutOffs?: readonly CutOff[] | undefined;
};

/** A small chart beside a field, updated while the user types. It has no axes: the large chart has them. */
export const MiniGrowthChart = (props: MiniGrowthChartProps) => {
  const state = useChartStandard(props.chart, props.sex);
  // The space is reserved while the table is loaded, so that the page does not jump.
  return (
    <div class="k-mini" dir="ltr">
      {state.kind === 'ready' ? <MiniDrawing {...props} standard={state.standard} /> : null}
    </div>
  );
};

const MiniDrawing = (props: MiniGrowthChartProps & { readonly standard: ChartStandard }) => {
  const { standard, points, label, cutOffs } = props;
  const frame = useRef<HTMLDivElement>(null);
  const { width } = useElementSize(frame);
  const xRange = props.xRange ?? closeView(standard, points);
  const { from, to } = xRange;
  const layout = useMemo(
    () =>
      layoutChart({
        standard,
        points,
        xRange: { from, to },
        yRange: closeHeight(standard, { from, to }, points),
        cutOffs,
        size: { width, height: HEIGHT },
        textSize: 0,
      }),
    [standard, points, from, to, cutOffs, width],
  );
  return (
    <div ref={frame}>
      <svg class="k-mini__svg" viewBox={`0 0 ${layout.width} ${HEIGHT}`} role="img" aria-label={label}>
        <ChartDrawing layout={layout} selected={null} />
      </svg>
    </div>
  );
};

const HEIGHT = 110;
