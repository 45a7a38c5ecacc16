/**
 * The ticks of the axes and their numbers, in the units that are used in care. Numbers only: the page adds the words.
 */
import { DAYS_PER_MONTH } from '@denba/quantities/days-per-month';
import type { ChartAxis, ChartRange } from './chart-standard.ts';

/** The unit of the numbers on the x axis; the title of the axis names it. */
export type AxisUnit = 'weeks' | 'months' | 'postMenstrualWeeks' | 'gestationWeeks' | 'centimetres';

export type Tick = { readonly at: number /** `null`: a tick without a number. */; readonly value: number | null };

/** In days. A view of at most about a quarter counts weeks (as the card does to 13 weeks), a longer one months. */
const LONGEST_IN_WEEKS = 92;

export const axisUnit = (axis: ChartAxis, range: ChartRange): AxisUnit => {
  if (axis === 'postMenstrualAge') return 'postMenstrualWeeks';
  if (axis === 'gestation') return 'gestationWeeks';
  if (axis === 'length') return 'centimetres';
  return range.to - range.from <= LONGEST_IN_WEEKS ? 'weeks' : 'months';
};

const unitSize: Readonly<Record<AxisUnit, number>> = {
  weeks: 7,
  months: DAYS_PER_MONTH,
  postMenstrualWeeks: 7,
  gestationWeeks: 7,
  centimetres: 1,
};

/** Allowed steps between two numbers on the axis, in units. */
const labelSteps: Readonly<Record<AxisUnit, readonly number[]>> = {
  weeks: [1, 2, 4],
  months: [1, 2, 3, 6, 12],
  postMenstrualWeeks: [1, 2, 4, 5, 10],
  gestationWeeks: [1, 2, 4],
  centimetres: [1, 2, 5, 10, 20],
};

/** Ticks of the x axis: one per unit where there is room (`marks`), with numbers on at most `labels` of them. */
export const xTicks = (
  axis: ChartAxis,
  range: ChartRange,
  room: { readonly marks: number; readonly labels: number },
): readonly Tick[] => {
  const unit = axisUnit(axis, range);
  const size = unitSize[unit];
  const units = (range.to - range.from) / size;
  const labelStep = labelSteps[unit].find((step) => units / step <= room.labels) ?? labelSteps[unit].at(-1) ?? 1;
  const markStep = units <= room.marks ? 1 : labelStep;
  // 24 months are 730.5 days: a view to day 730 still ends at its 24th month.
  const slack = unit === 'centimetres' ? 1e-9 : 0.5 / size;
  const [first, last] = [Math.ceil(range.from / size - slack), Math.floor(range.to / size + slack)];
  return multiples(first, last, markStep).map((value) => ({
    at: Math.min(range.to, Math.max(range.from, value * size)),
    value: value % labelStep === 0 ? value : null,
  }));
};

/** Ticks at round numbers within a range, about `count` of them. */
export const yTicks = (range: ChartRange, count: number): readonly Tick[] => {
  const rough = (range.to - range.from) / Math.max(1, count);
  if (!(rough > 0) || !Number.isFinite(rough)) return [];
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
  return multiples(Math.ceil(range.from / step - 1e-9), Math.floor(range.to / step + 1e-9), 1).map((index) => {
    const value = Number((index * step).toPrecision(12));
    return { at: value, value };
  });
};

/** Multiples of `step` from `from` to `to`. */
const multiples = (from: number, to: number, step: number): readonly number[] => {
  const first = Math.ceil(from / step) * step;
  return Array.from({ length: Math.max(0, Math.floor((to - first) / step) + 1) }, (_, index) => first + index * step);
};
