/** Chooses the chart for a child's index and standard. */
import type { GrowthChartId } from '@denba/kit/growth-chart/chart-standard';
import type { ChartPoint } from '@denba/kit/growth-chart/growth-chart';
import type { GrowthIndex } from './growth-index.ts';
import type { GrowthPoint } from './growth-point.ts';
import type { GrowthStory } from './growth-story.ts';

/** `preterm` is INTERGROWTH-21st postnatal growth, by post-menstrual age. */
export type Reference = 'who' | 'preterm';

/** INTERGROWTH-21st postnatal growth ends at 64 weeks of post-menstrual age; WHO goes on, by age since birth. */
export const PRETERM_END_DAYS = 64 * 7;

const charts: Readonly<Record<GrowthIndex, Readonly<Partial<Record<Reference, GrowthChartId>>>>> = {
  weight: { who: 'weight-for-age', preterm: 'preterm-weight' },
  length: { who: 'length-for-age', preterm: 'preterm-length' },
  'weight-for-length': { who: 'weight-for-length' },
  head: { who: 'head-for-age', preterm: 'preterm-head' },
  muac: { who: 'muac-for-age' },
};

export const chartOf = (index: GrowthIndex, reference: Reference): GrowthChartId =>
  charts[index][reference] ?? charts[index].who ?? 'weight-for-age';

export const referencesOf = (index: GrowthIndex, story: Pick<GrowthStory, 'onPretermChart'>): readonly Reference[] =>
  story.onPretermChart && charts[index].preterm !== undefined ? ['preterm', 'who'] : ['who'];

/** The standard in force at a post-menstrual age, which is shown first. */
export const referenceAt = (
  index: GrowthIndex,
  story: Pick<GrowthStory, 'onPretermChart'>,
  postMenstrualDays: number | null,
): Reference =>
  referencesOf(index, story).includes('preterm') && postMenstrualDays !== null && postMenstrualDays <= PRETERM_END_DAYS
    ? 'preterm'
    : 'who';

/** Leaves out points that the chart cannot show. `corrected`: adds a cross at the age corrected for gestation. */
export const chartPoints = (
  points: readonly GrowthPoint[],
  index: GrowthIndex,
  reference: Reference,
  corrected: boolean,
): readonly ChartPoint[] =>
  points.flatMap((point): ChartPoint[] => {
    const x = placeOf(point, index, reference);
    if (x === null) return [];
    const { id, value: y, on: label } = point;
    const dot: ChartPoint = { id, x, y, label, kind: point.doubtful ? 'doubtful' : 'plain' };
    if (!corrected || reference !== 'who' || point.corrected === null) return [dot];
    return [dot, { id: correctedId(id), x: point.corrected.ageDays, y, label, kind: 'corrected' }];
  });

export const correctedId = (id: string): string => `${id} corrected`;

const placeOf = (point: GrowthPoint, index: GrowthIndex, reference: Reference): number | null => {
  if (index === 'weight-for-length') return point.lengthCm;
  return reference === 'preterm' ? point.postMenstrualDays : point.ageDays;
};
