import './growth-chart.css';
import type { Sex } from '@denba/growth/sex';
import { useId, useMemo, useRef, useState } from 'preact/hooks';
import { Button } from '../buttons/button.view.tsx';
import { ChipRow } from '../buttons/chip-row.view.tsx';
import { Table, type TableProps } from '../lists/table.view.tsx';
import type { AxisUnit } from './axis-ticks.ts';
import { ChartDrawing } from './chart-drawing.view.tsx';
import { ChartLabels } from './chart-labels.view.tsx';
import { ChartPointer } from './chart-pointer.view.tsx';
import type { ChartRange, GrowthChartId } from './chart-standard.ts';
import { useChartStandard } from './chart-standard-state.ts';
import { useElementSize } from './element-size.ts';
import { type ChartMark, type ChartPoint, type CutOff, layoutChart } from './growth-chart.ts';

/** A part of the chart that can be shown: the first 8 weeks, 6 months, 2 years. `x` in the unit of the points. */
export type ChartView = { readonly id: string; readonly label: string; readonly x: ChartRange };

export type GrowthChartLabels = {
  /** The title of the x axis: « Âge (semaines) ». */
  readonly x: (unit: AxisUnit) => string;
  /** Shown above the y axis: « kg ». */
  readonly y: string;
  readonly views: string;
  /** Accessible name of the slider that selects a measurement. */
  readonly points: string;
  readonly showTable: string;
  readonly showChart: string;
  readonly loading: string;
  readonly failed: string;
};

export type GrowthChartProps = {
  readonly chart: GrowthChartId;
  readonly sex: Sex;
  readonly title: string;
  /** A sentence or two that describe the chart to screen readers. */
  readonly description: string;
  readonly points: readonly ChartPoint[];
  /** Describes a measurement in words: day, age, value, z. Shown and read when the measurement is selected. */
  readonly describe: (point: ChartPoint) => string;
  /** Must not be empty. */
  readonly views: readonly ChartView[];
  readonly initialView?: string | undefined;
  readonly cutOffs?: readonly CutOff[] | undefined;
  readonly marks?: readonly ChartMark[] | undefined;
  /** The same points as a table, shown on request; also printed under the chart. */
  readonly table?: Pick<TableProps, 'head' | 'rows' | 'numeric'> | undefined;
  readonly labels: GrowthChartLabels;
  /** BCP 47 tag of the language in which the numbers of the axes are written. */
  readonly language: string;
};

export const GrowthChart = (props: GrowthChartProps) => {
  const { chart, sex, title, points, views, table, labels } = props;
  const [viewId, setViewId] = useState(props.initialView ?? views[0]?.id ?? '');
  const [asTable, setAsTable] = useState(false);
  const state = useChartStandard(chart, sex);
  const view = views.find(({ id }) => id === viewId) ?? views[0];
  return (
    <figure class="k-growth">
      <figcaption class="k-growth__title">{title}</figcaption>
      {views.length < 2 || asTable ? null : (
        <div class="k-screen-only">
          <ChipRow
            label={labels.views}
            chips={views.map(({ id, label }) => ({ value: id, label, pressed: id === view?.id }))}
            onPress={setViewId}
          />
        </div>
      )}
      {asTable || view === undefined ? null : state.kind === 'failed' ? (
        <p class="k-growth__blank" role="alert">
          {labels.failed}
        </p>
      ) : state.kind === 'loading' ? (
        <p class="k-growth__blank">{labels.loading}</p>
      ) : (
        <Drawing {...props} standard={state.standard} xRange={view.x} points={points} />
      )}
      {table === undefined ? null : (
        <>
          <div class={asTable ? undefined : 'k-print-only'}>
            <Table caption={title} hideCaption {...table} />
          </div>
          <div class="k-screen-only">
            <Button kind="quiet" icon={asTable ? 'chart' : 'list'} onPress={() => setAsTable(!asTable)}>
              {asTable ? labels.showChart : labels.showTable}
            </Button>
          </div>
        </>
      )}
    </figure>
  );
};

type DrawingProps = GrowthChartProps & {
  readonly standard: Parameters<typeof layoutChart>[0]['standard'];
  readonly xRange: ChartRange;
};

const Drawing = (props: DrawingProps) => {
  const { standard, points, xRange, cutOffs, marks, title, description, describe, labels, language } = props;
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const { width, textSize } = useElementSize(frame);
  const [picked, setPicked] = useState<string | null>(null);
  const layout = useMemo(
    () =>
      layoutChart({
        standard,
        points,
        xRange,
        cutOffs,
        marks,
        size: { width, height: Math.round(Math.min(Math.max(width * 0.95, textSize * 15), 520)) },
        textSize: textSize * 0.8,
      }),
    [standard, points, xRange, cutOffs, marks, width, textSize],
  );
  const last = layout.points.findLast(({ kind }) => kind === 'now') ?? layout.points.at(-1) ?? null;
  const selected = layout.points.find((point) => point.id === picked) ?? last;
  return (
    // Time runs left to right on every page: see growth-chart.ts.
    <div class="k-growth__frame" ref={frame} dir="ltr">
      <svg
        class="k-growth__svg"
        viewBox={`0 0 ${layout.width} ${layout.height}`}
        role="img"
        aria-labelledby={`${id}-title ${id}-text`}
      >
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-text`}>{description}</desc>
        <ChartDrawing layout={layout} selected={selected?.id ?? null} />
        <ChartLabels layout={layout} x={labels.x(layout.xUnit)} y={labels.y} language={language} />
      </svg>
      {selected === null ? null : (
        <>
          <ChartPointer
            label={labels.points}
            layout={layout}
            selected={selected}
            describe={describe}
            onSelect={(point) => setPicked(point.id)}
          />
          <p class="k-growth__readout" dir="auto">
            {describe(selected)}
          </p>
        </>
      )}
    </div>
  );
};
