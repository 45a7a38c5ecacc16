import './chart-pointer.css';
import { type ChartLayout, type ChartPoint, nearestPoint, type PlacedPoint } from './growth-chart.ts';

type ChartPointerProps = {
  readonly label: string;
  readonly layout: ChartLayout;
  readonly selected: PlacedPoint;
  readonly describe: (point: ChartPoint) => string;
  readonly onSelect: (point: PlacedPoint) => void;
};

/**
 * Selects a measurement: by a tap anywhere on the plot (the nearest one is taken, so that close points need no precise
 * tap) or by the arrow keys. For screen readers it is one slider whose value is the measurement in words.
 */
export const ChartPointer = ({ label, layout, selected, describe, onSelect }: ChartPointerProps) => {
  const { points } = layout;
  const here = points.findIndex(({ id }) => id === selected.id);
  const step = (event: KeyboardEvent): void => {
    const target = {
      ArrowRight: here + 1,
      ArrowUp: here + 1,
      ArrowLeft: here - 1,
      ArrowDown: here - 1,
      Home: 0,
      End: points.length - 1,
    }[event.key];
    const point = target === undefined ? undefined : points[Math.min(points.length - 1, Math.max(0, target))];
    if (point === undefined) return;
    event.preventDefault();
    onSelect(point);
  };
  return (
    <div
      class="k-pointer"
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={1}
      aria-valuemax={points.length}
      aria-valuenow={here + 1}
      aria-valuetext={describe(selected)}
      style={{ aspectRatio: `${layout.width} / ${layout.height}` }}
      onKeyDown={step}
      onClick={(event) => {
        const scale = layout.width / event.currentTarget.clientWidth;
        const point = nearestPoint(points, event.offsetX * scale, event.offsetY * scale);
        if (point !== null) onSelect(point);
      }}
    />
  );
};
