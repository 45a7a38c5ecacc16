/** What a draft would have done, in tables: in total, by centre, by month, and for children whose outcome is known. */
import { type Html, html, type Part } from '@denba/kit/html/html';
import { classWord } from '@denba/protocols/explain/class-words';
import type { UnitCosts } from '@denba/protocols/what-if/compare/cost';
import type { MonthComparison, MonthCounts } from '@denba/protocols/what-if/compare/month-comparison';
import { groupBy } from '../counts/group-by.ts';
import type { PortalVisit } from '../portal-visit.ts';
import { sayMonth } from '../words/months.ts';
import { sayNumber } from '../words/numbers.ts';
import type { Words } from '../words/words.ts';
import { calendarPart } from './calendar-part.ts';
import { caughtPart } from './caught-part.ts';
import { type Cell, comparisonTable, type FigureView, type Line } from './comparison-table.ts';
import { costLine, moreQuery } from './cost-part.ts';
import type { ReplayResult } from './draft-view.ts';
import { hiddenParts, isHidden, type Pair } from './hidden-numbers.ts';

/** In the order in which they are shown: the most serious class first. */
const classCodes = ['high', 'indepth', 'moderate', 'low', 'incomplete', 'review', 'none'] as const;

export const replayFigures = (
  visit: PortalVisit,
  view: FigureView,
  { base, draft, months, infants, assessments, calendar }: ReplayResult,
  { costs, byBoth }: { readonly costs: UnitCosts; readonly byBoth: boolean },
): Part => {
  const { t } = visit;
  const open = months.every(({ place }) => view.mayOpen(place));
  const classes = classPairs(visit, base, draft);
  const hidden = hiddenParts(classes.map(([, pair]) => ({ ...pair, open })));
  const work: readonly (readonly [string, Pair])[] = [
    [t('replay.enrolled'), { base: base.enrolled, draft: draft.enrolled }],
    [t('replay.referred'), { base: base.referred, draft: draft.referred }],
    [t('replay.visits'), { base: base.visits, draft: draft.visits }],
  ];
  const lines: readonly Line[] = [
    ...classes.map(([name, pair], at) => ({ name, cells: [{ ...pair, hidden: hidden[at] === true }] })),
    ...work.map(([name, pair]) => ({ name, cells: [{ ...pair, hidden: !open && isHidden(pair) }] })),
  ];
  const changed = infants.length;
  // The price of a hidden number would tell the number.
  const mayPrice = open || work.every(([, pair]) => !isHidden(pair));
  return html`<section><h2 id="altogether">${t('replay.altogether')}</h2>
<p class="value-line">${!open && changed > 0 && changed < 5 ? t('replay.changed-few') : t('replay.changed', { count: changed, number: sayNumber(visit, changed), of: sayNumber(visit, assessments) })}</p>
${comparisonTable(visit, 'altogether', t('replay.what'), lines, [''])}
${mayPrice && costLine(visit, months, costs)}</section>
${caughtPart(visit, base.caught, draft.caught, open)}
${calendarPart(visit, view, calendar, byBoth && open)}
${parts(
  visit,
  'by-centre',
  t('replay.by-centre'),
  t('replay.centre'),
  [...groupBy(months, ({ place }) => place)]
    .map(([place, of]) => ({ name: view.placeName(place), of, open: view.mayOpen(place) }))
    .toSorted((a, b) => a.name.localeCompare(b.name, visit.language)),
)}
${parts(
  visit,
  'by-month',
  t('replay.by-month'),
  t('replay.month'),
  [...groupBy(months, ({ month }) => month)].map(([month, of]) => ({
    name: sayMonth(visit, month),
    of,
    open: of.every(({ place }) => view.mayOpen(place)),
  })),
)}
${
  // A hidden number of a centre and month could be worked out as the number of the centre less its other months.
  open &&
  (byBoth
    ? parts(
        visit,
        'by-both',
        t('replay.by-both'),
        t('replay.centre-month'),
        months.map((one) => ({
          name: `${view.placeName(one.place)}, ${sayMonth(visit, one.month)}`,
          of: [one],
          open: view.mayOpen(one.place),
        })),
      )
    : html`<p class="no-print"><a href="?${moreQuery(costs)}">${t('replay.by-both')}</a></p>`)
}`;
};

export const classPairs = (
  { t, text }: Words,
  base: MonthCounts,
  draft: MonthCounts,
): readonly (readonly [string, Pair])[] =>
  classCodes.flatMap((code) => {
    const pair = { base: base.classes[code] ?? 0, draft: draft.classes[code] ?? 0 };
    if (pair.base === 0 && pair.draft === 0) return [];
    return [[code === 'none' ? t('replay.no-class') : text(classWord(code).word), pair] as const];
  });

type PartOf = { readonly name: string; readonly of: readonly MonthComparison[]; readonly open: boolean };

const atRisk = ({ classes }: MonthCounts): number =>
  (classes['high'] ?? 0) + (classes['indepth'] ?? 0) + (classes['moderate'] ?? 0);

const parts = (words: Words, id: string, title: string, first: string, list: readonly PartOf[]): Html => {
  const { t } = words;
  const measures: readonly (readonly [string, (counts: MonthCounts) => number])[] = [
    [t('replay.at-risk'), atRisk],
    [t('replay.enrolled'), ({ enrolled }) => enrolled],
    [t('replay.referred'), ({ referred }) => referred],
    [t('replay.visits'), ({ visits }) => visits],
  ];
  const columns = measures.map(([, of]) => {
    const pairs = list.map(({ of: months, open }) => ({
      base: sum(months, (one) => of(one.base)),
      draft: sum(months, (one) => of(one.draft)),
      open,
    }));
    const hidden = hiddenParts(pairs);
    return pairs.map((pair, at): Cell => ({ ...pair, hidden: hidden[at] === true }));
  });
  const lines = list.map(({ name }, at) => ({ name, cells: columns.flatMap((column) => column[at] ?? []) }));
  return html`<section><h2 id="${id}">${title}</h2>
<p class="soft">${t('replay.cell-key')}</p>
${comparisonTable(
  words,
  id,
  first,
  lines,
  measures.map(([name]) => name),
)}</section>`;
};

const sum = <One>(list: readonly One[], of: (one: One) => number): number =>
  list.reduce((total, one) => total + of(one), 0);
