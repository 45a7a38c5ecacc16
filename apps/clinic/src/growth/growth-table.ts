/** The points of a chart as table rows, for reading figures and for printing. */
import type { TableProps } from '@denba/kit/lists/table.view';
import type { Reference } from '../shell/growth/chart-choice.ts';
import type { GrowthIndex } from '../shell/growth/growth-index.ts';
import type { GrowthPoint } from '../shell/growth/growth-point.ts';
import type { GrowthStory } from '../shell/growth/growth-story.ts';
import { sayWeeks } from '../shell/growth/preterm-words.ts';
import { t } from '../shell/words/language.ts';
import { sayAge, sayDay } from '../shell/words/say.ts';
import { sayMeasure, sayNotes, sayZ } from './point-words.ts';

export const growthTable = (
  story: GrowthStory,
  index: GrowthIndex,
  reference: Reference,
  points: readonly GrowthPoint[],
): Pick<TableProps, 'head' | 'rows' | 'numeric'> => {
  const byPostMenstrualAge = reference === 'preterm';
  const withLength = index === 'weight-for-length';
  const hasNotes = points.some((point) => point.from !== 'visit' || sayNotes(index, point).length > 0);
  const head = [
    t('growth.table.day'),
    t(byPostMenstrualAge ? 'growth.table.post-menstrual' : 'growth.table.age'),
    t(`growth.tab.${withLength ? 'weight' : index}`),
    ...(withLength ? [t('growth.table.length')] : []),
    t('growth.table.z'),
    ...(hasNotes ? [t('growth.table.note')] : []),
  ];
  const rows = points.map((point) => {
    const { id, on, value, lengthCm, postMenstrualDays, pretermZ, z, from } = point;
    const score = byPostMenstrualAge ? pretermZ : z;
    return {
      id,
      cells: [
        sayDay(on),
        byPostMenstrualAge && postMenstrualDays !== null ? sayWeeks(postMenstrualDays) : sayAge(story.birthDate, on),
        sayMeasure(index, value),
        ...(withLength ? [lengthCm === null ? '' : sayMeasure('length', lengthCm)] : []),
        score === null ? '–' : sayZ(score),
        ...(hasNotes ? [[...fromWords(from), ...sayNotes(index, point)].join(' ')] : []),
      ],
    };
  });
  return { head, rows, numeric: withLength ? [2, 3, 4] : [2, 3] };
};

const fromWords = (from: GrowthPoint['from']): readonly string[] => {
  if (from === 'visit') return [];
  return [from === 'birth' ? t('growth.from.birth') : t(`growth.from.${from}`)];
};
