/** The parts of a chart that can be shown, and the one shown first: the first weeks, six months, two years. */
import type { ChartRange } from '@denba/kit/growth-chart/chart-standard';
import type { ChartMark } from '@denba/kit/growth-chart/growth-chart';
import { PRETERM_END_DAYS, type Reference } from '../shell/growth/chart-choice.ts';
import type { GrowthIndex } from '../shell/growth/growth-index.ts';
import type { GrowthPoint } from '../shell/growth/growth-point.ts';
import type { GrowthStory } from '../shell/growth/growth-story.ts';

export type ViewId = 'weeks' | 'half-year' | 'two-years' | 'five-years' | 'near' | 'whole';
export type View = { readonly id: ViewId; readonly x: ChartRange };
export type Views = { readonly views: readonly View[]; readonly initial: ViewId };

const ages: readonly View[] = [
  { id: 'weeks', x: { from: 0, to: 56 } },
  { id: 'half-year', x: { from: 0, to: 183 } },
  { id: 'two-years', x: { from: 0, to: 731 } },
];

export const chartViews = (
  index: GrowthIndex,
  reference: Reference,
  story: Pick<GrowthStory, 'gestationalAgeDays'>,
  points: readonly GrowthPoint[],
): Views => {
  if (index === 'weight-for-length') return byLength(points);
  if (reference === 'preterm') return byPostMenstrualAge(story.gestationalAgeDays ?? PRETERM_END_DAYS, points);
  const oldest = Math.max(0, ...points.map(({ ageDays }) => ageDays));
  const longer: readonly View[] = oldest > 731 ? [{ id: 'five-years', x: { from: 0, to: 1826 } }] : [];
  // WHO has no MUAC-for-age before 91 days, so a chart of the first weeks would be blank.
  const views = [...ages.filter(({ id }) => index !== 'muac' || id !== 'weeks'), ...longer];
  const initial = views.find(({ x }) => oldest <= x.to) ?? views.at(-1);
  return { views, initial: initial?.id ?? 'half-year' };
};

const byPostMenstrualAge = (gestation: number, points: readonly GrowthPoint[]): Views => {
  // Two weeks beyond the standard, so that its end is visible.
  const whole: View = { id: 'whole', x: { from: 27 * 7, to: PRETERM_END_DAYS + 14 } };
  const from = Math.max(27 * 7, gestation - 7);
  const first: View = { id: 'near', x: { from, to: Math.min(whole.x.to, from + 84) } };
  const latest = Math.max(0, ...points.flatMap(({ postMenstrualDays }) => postMenstrualDays ?? []));
  return { views: [first, whole], initial: latest <= first.x.to ? 'near' : 'whole' };
};

const byLength = (points: readonly GrowthPoint[]): Views => {
  const lengths = points.flatMap(({ lengthCm }) => lengthCm ?? []);
  const [low, high] = [Math.min(47, ...lengths), Math.max(55, ...lengths)];
  return {
    views: [
      { id: 'near', x: { from: Math.floor(low) - 2, to: Math.ceil(high) + 4 } },
      { id: 'whole', x: { from: Math.min(45, Math.floor(low) - 2), to: 110 } },
    ],
    initial: 'near',
  };
};

export type Mark = { readonly x: number; readonly says: 'pretermEnds' | 'whoBegins' | 'standing' };

/** The places where one standard takes over from another: marked on the chart, and no line is drawn across. */
export const standardMarks = (
  index: GrowthIndex,
  reference: Reference,
  story: Pick<GrowthStory, 'onPretermChart' | 'gestationalAgeDays'>,
): readonly Mark[] => {
  if (index === 'weight-for-length' || index === 'muac') return [];
  const standing: readonly Mark[] = index === 'length' && reference === 'who' ? [{ x: 731, says: 'standing' }] : [];
  if (reference === 'preterm') return [{ x: PRETERM_END_DAYS, says: 'whoBegins' }];
  if (!story.onPretermChart || story.gestationalAgeDays === null) return standing;
  return [{ x: PRETERM_END_DAYS - story.gestationalAgeDays, says: 'pretermEnds' }, ...standing];
};

export const withLabels = (marks: readonly Mark[], label: (says: Mark['says']) => string): readonly ChartMark[] =>
  marks.map(({ x, says }) => ({ x, label: label(says) }));
