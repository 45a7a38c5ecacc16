/** What a draft would do, in sentences that hold for one and for many. */
import type { Value } from '@denba/decisions/value';
import type { Language, Text } from '@denba/quantities/text';
import { classWord } from '../../explain/class-words.ts';
import { formatNumber } from '../../words/format-value.ts';
import type { Progress } from '../replay/baseline.ts';
import type { Replay } from '../replay/replay.ts';
import type { Caught, Proportion } from './caught.ts';
import type { SideBySide, VersionFigures } from './side-by-side.ts';

/** `draft`: its place among the drafts, and its replay. */
export const tellDraft = (
  { assessments, base, drafts }: SideBySide,
  draft: number,
  replay: Replay,
): readonly Text[] => {
  const figures = drafts[draft];
  if (figures === undefined) throw new RangeError('there is no such draft');
  const changing = { fr: 'Évaluations qui changent de classe', en: 'Assessments that change class' };
  return [
    line(changing, (language) => outOf(figures.changed, assessments, language)),
    ...classMoves(replay),
    moved(base, figures, 'enrolled', { fr: 'Inscriptions proposées', en: 'Enrolments proposed' }),
    moved(base, figures, 'referred', { fr: 'Références proposées', en: 'Referrals proposed' }),
    moved(base, figures, 'visits', { fr: 'Visites à tenir', en: 'Visits to be held' }),
    ...(base.cost === null || figures.cost === null ? [] : [moved(base, figures, 'cost', { fr: 'Coût', en: 'Cost' })]),
    ...(figures.caught === null ? [] : tellCaught(figures.caught)),
  ];
};

/** "Évaluations relues : 4096 sur 10000". */
export const tellProgress = ({ done, of }: Progress): Text =>
  line({ fr: 'Évaluations relues', en: 'Assessments replayed' }, (language) => outOf(done, of, language));

export const tellCaught = ({ sensitivity, specificity, undecided, unknownOutcome }: Caught): readonly Text[] => {
  const number = (title: Text, count: number): readonly Text[] =>
    count === 0 ? [] : [line(title, (language) => formatNumber(count, language))];
  return [
    line(
      {
        fr: 'Enfants dont l’issue a été défavorable, repérés à temps',
        en: 'Children with a poor outcome, found in time',
      },
      (language) => proportionWords(sensitivity, language),
    ),
    line({ fr: 'Autres enfants, jamais signalés à risque', en: 'Other children, never called at risk' }, (language) =>
      proportionWords(specificity, language),
    ),
    ...number(
      {
        fr: 'Autres enfants dont toutes les évaluations sont incomplètes, comptés à part',
        en: 'Other children whose every assessment is incomplete, counted apart',
      },
      undecided,
    ),
    ...number(
      { fr: 'Enfants dont l’issue n’est pas connue', en: 'Children whose outcome is not known' },
      unknownOutcome,
    ),
  ];
};

/** "Risque faible → Risque modéré : 120", the most frequent first. */
const classMoves = ({ changes }: Replay): readonly Text[] => {
  const counts = new Map<string, { readonly title: Text; count: number }>();
  for (const { from, to, count } of changes['pair_class']?.moves ?? []) {
    const key = `${String(from)} ${String(to)}`;
    const [was, is] = [classWords(from), classWords(to)];
    const found = counts.get(key) ?? { title: { fr: `${was.fr} → ${is.fr}`, en: `${was.en} → ${is.en}` }, count: 0 };
    found.count += count;
    counts.set(key, found);
  }
  return [...counts.values()]
    .sort((a, b) => b.count - a.count)
    .map(({ title, count }) => line(title, (language) => formatNumber(count, language)));
};

const classWords = (value: Value): Text =>
  typeof value === 'string' ? classWord(value).word : { fr: 'Pas de classe', en: 'No class' };

const moved = (
  base: VersionFigures,
  draft: VersionFigures,
  figure: 'enrolled' | 'referred' | 'visits' | 'cost',
  title: Text,
): Text => {
  const [before, after] = [Math.round(base[figure] ?? 0), Math.round(draft[figure] ?? 0)];
  const sign = after > before ? '+' : after < before ? '−' : '±';
  return line(title, (language) => {
    const [was, is, change] = [before, after, Math.abs(after - before)].map((count) => formatNumber(count, language));
    return `${was} → ${is} (${sign}${change})`;
  });
};

/** "31 sur 40 (78 %, intervalle à 95 % : 63–88 %)"; nobody to count is said so. */
const proportionWords = ({ n, of, share, low, high }: Proportion, language: Language): string => {
  if (share === null || low === null || high === null)
    return language === 'fr' ? 'personne à compter' : 'nobody to count';
  const percent = (value: number): string => formatNumber(Math.round(value * 100), language);
  const unit = language === 'fr' ? '\u00a0%' : '%';
  const interval = language === 'fr' ? 'intervalle à 95\u00a0% :' : '95% interval';
  return `${outOf(n, of, language)} (${percent(share)}${unit}, ${interval} ${percent(low)}–${percent(high)}${unit})`;
};

const outOf = (n: number, of: number, language: Language): string =>
  `${formatNumber(n, language)} ${language === 'fr' ? 'sur' : 'of'} ${formatNumber(of, language)}`;

const line = (title: Text, rest: (language: Language) => string): Text => ({
  fr: `${title.fr} : ${rest('fr')}`,
  en: `${title.en}: ${rest('en')}`,
});
