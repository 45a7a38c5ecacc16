/** The families counted by one figure of a month, and for a share those of the denominator that do not count. */

import { type MonthFigures, monthFigures, type Share, type Whose } from '@denba/indicators/month/month-figures';
import type { CareRow } from '@denba/protocols/care/lists/care-row';
import type { LocalDate } from '@denba/quantities/local-date';

export const counts = ['screened', 'assessed', 'enrolled', 'visits'] as const;
export const shares = ['positive', 'assessedInTime', 'kept'] as const;

export type Figure =
  | { readonly kind: 'count'; readonly name: (typeof counts)[number] }
  | { readonly kind: 'share'; readonly name: (typeof shares)[number] }
  | { readonly kind: 'exit'; readonly name: string };

export type Behind = {
  readonly counted: readonly CareRow[];
  /** For a share: families with something in the denominator that does not count. A family may be in both lists. */
  readonly others: readonly CareRow[];
};

export const familiesBehind = (
  rows: Iterable<CareRow>,
  figure: Figure,
  month: string,
  today: LocalDate,
  whose: Whose,
): Behind => {
  const counted: CareRow[] = [];
  const others: CareRow[] = [];
  for (const row of rows) {
    const { numerator, denominator } = shareIn(figure, monthFigures([row.months], month, today, whose));
    if (numerator > 0) counted.push(row);
    if (denominator > numerator) others.push(row);
  }
  return { counted: counted.sort(byName), others: others.sort(byName) };
};

/** For a count, numerator and denominator are equal. */
export const shareIn = (figure: Figure, figures: MonthFigures): Share => {
  if (figure.kind === 'share') return figures[figure.name];
  const count = figure.kind === 'count' ? figures[figure.name] : (figures.exits[figure.name] ?? 0);
  return { numerator: count, denominator: count };
};

const byName = (a: CareRow, b: CareRow): number => {
  const [x, y] = [a.mother.name ?? '', b.mother.name ?? ''];
  return x === y ? (a.family < b.family ? -1 : 1) : x.localeCompare(y);
};
