/** A measurement in words: day, age, value, and where it lies among the lines. */
import type { Reference } from '../shell/growth/chart-choice.ts';
import type { GrowthIndex } from '../shell/growth/growth-index.ts';
import type { GrowthPoint } from '../shell/growth/growth-point.ts';
import type { GrowthStory } from '../shell/growth/growth-story.ts';
import { dueDate, sayWeeks } from '../shell/growth/preterm-words.ts';
import { t } from '../shell/words/language.ts';
import { inReadingOrder, sayValue } from '../shell/words/reading-order.ts';
import { sayAge, sayDay } from '../shell/words/say.ts';
import { zPlace } from './z-place.ts';

export const unitOf: Readonly<Record<GrowthIndex, 'kg' | 'cm' | 'mm'>> = {
  weight: 'kg',
  length: 'cm',
  'weight-for-length': 'kg',
  head: 'cm',
  muac: 'mm',
};

/** The first day of WHO's MUAC-for-age. */
const FIRST_MUAC_DAY = 91;

export const sayMeasure = (index: GrowthIndex, value: number): string =>
  sayValue(value, { unit: unitOf[index], codes: {} });

export const sayZ = (z: number): string => sayValue(z, { unit: 'z', codes: {} });

const sayLine = (line: number): string => inReadingOrder(`${line > 0 ? '+' : line < 0 ? '−' : ''}${Math.abs(line)}`);

export const sayPlace = (z: number): string => {
  const place = zPlace(z);
  return place.kind === 'between'
    ? t('growth.place.between', { line: sayLine(place.line), upper: sayLine(place.upper) })
    : t(`growth.place.${place.kind}`, { line: sayLine(place.line) });
};

export const sayPoint = (story: GrowthStory, index: GrowthIndex, reference: Reference, point: GrowthPoint): string =>
  [...sayWhere(story, index, reference, point), ...sayStanding(index, reference, point)].join(' ');

const sayWhere = (
  { birthDate }: GrowthStory,
  index: GrowthIndex,
  reference: Reference,
  { from, on, value, lengthCm, postMenstrualDays }: GrowthPoint,
): readonly string[] => {
  const weight = sayMeasure(index, value);
  const said =
    index === 'weight-for-length' && lengthCm !== null ? `${weight}, ${sayMeasure('length', lengthCm)}` : weight;
  const day = sayDay(on);
  if (from === 'birth') return [t('growth.at-birth', { day, value: said })];
  const where =
    reference === 'preterm' && postMenstrualDays !== null
      ? t('growth.at-preterm', { day, weeks: sayWeeks(postMenstrualDays), value: said })
      : t('growth.at', { day, age: sayAge(birthDate, on), value: said });
  return from === 'visit' ? [where] : [where, t(`growth.from.${from}`)];
};

const sayStanding = (index: GrowthIndex, reference: Reference, point: GrowthPoint): readonly string[] => {
  const z = reference === 'preterm' ? point.pretermZ : point.z;
  return [
    ...(z === null ? [] : [sayScore(index, reference, z)]),
    ...(reference === 'preterm' && point.sizeCentile !== null
      ? [t('growth.centile', { centile: sayValue(Math.round(point.sizeCentile)) })]
      : []),
    ...sayNotes(index, point),
  ];
};

const sayScore = (index: GrowthIndex, reference: Reference, z: number): string => {
  const words = { z: sayZ(z), place: sayPlace(z) };
  return reference === 'preterm'
    ? t('growth.z-preterm', words)
    : t('growth.z', { score: t(`growth.score.${index}`), ...words });
};

/** What must be known to interpret the point. */
export const sayNotes = (index: GrowthIndex, point: GrowthPoint): readonly string[] => [
  ...(point.oedema ? [t('growth.oedema')] : []),
  ...(index === 'muac' && point.z === null && point.ageDays < FIRST_MUAC_DAY ? [t('growth.no-muac-norm')] : []),
  ...(point.doubtful ? [t('growth.doubtful')] : []),
];

/** The sentence for the point at the age corrected for gestation (the cross). */
export const sayCorrected = (story: GrowthStory, index: GrowthIndex, point: GrowthPoint): string => {
  const { corrected, on, value } = point;
  const due = dueDate(story);
  if (corrected === null || due === null) return sayPoint(story, index, 'who', point);
  const where = t('growth.at-corrected', { day: sayDay(on), age: sayAge(due, on), value: sayMeasure(index, value) });
  return corrected.z === null ? where : `${where} ${sayScore(index, 'who', corrected.z)}`;
};
