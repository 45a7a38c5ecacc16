/**
 * Checks of a row of an indicator sheet: unknown kinds of fact, names that are no attribute, a missing or superfluous
 * value.
 */
import type { Expression } from '@denba/decisions/expression';
import { namesIn } from '@denba/decisions/expression';
import { codeCells, type Report, wordCell } from '@denba/protocols/compile/cells';
import { problem } from '@denba/protocols/problem';
import { closest } from '@denba/protocols/read/closest-name';
import { cellPlace, type Row } from '@denba/protocols/read/sheet';
import { factAttributes } from '../facts/fact-attributes.ts';
import type { IndicatorKind } from '../indicator.ts';

const kinds: readonly IndicatorKind[] = ['share', 'count', 'mean', 'median', 'spread', 'stock', 'coverage'];

export const readKind = (row: Row, report: Report): IndicatorKind | null => wordCell(row, 'kind', kinds, report);

export const readKinds = (row: Row, report: Report): readonly string[] => {
  const named = codeCells(row, 'fact');
  if (named.length === 0) wordCell(row, 'fact', Object.keys(factAttributes), report);
  for (const fact of named)
    if (!Object.hasOwn(factAttributes, fact)) unknown(row, 'fact', fact, Object.keys(factAttributes), report);
  return named.filter((fact) => Object.hasOwn(factAttributes, fact));
};

type Read = {
  readonly among: Expression | null;
  readonly when: Expression | null;
  readonly value: string | null;
  readonly by: readonly string[];
  readonly kind: IndicatorKind;
};

export const checkNames = (
  row: Row,
  { among, when, value, by, kind }: Read,
  known: { readonly attributes: ReadonlySet<string>; readonly dimensions: ReadonlySet<string> },
  report: Report,
): void => {
  const names = new Set([...known.attributes, 'fact']);
  for (const [column, expression] of [
    ['among', among],
    ['when', when],
  ] as const) {
    for (const name of expression === null ? [] : namesIn(expression)) {
      if (!names.has(name)) unknown(row, column, name, names, report);
    }
  }
  if (value !== null && !names.has(value)) unknown(row, 'value', value, names, report);
  for (const name of by) if (!known.dimensions.has(name)) unknown(row, 'by', name, known.dimensions, report);
  const needsValue = kind === 'mean' || kind === 'median' || kind === 'spread';
  if (needsValue !== (value !== null)) {
    report(
      problem(
        value === null ? 'cellMissing' : 'typeMismatch',
        cellPlace(row, 'value'),
        needsValue
          ? { fr: 'Il faut dire de quelle valeur il s’agit.', en: 'It must say which value it is about.' }
          : { fr: 'Un indicateur de ce type n’a pas de valeur.', en: 'An indicator of this kind has no value.' },
        { fr: 'Corrigez value ou kind.', en: 'Correct value or kind.' },
      ),
    );
  }
};

const unknown = (row: Row, column: string, name: string, known: Iterable<string>, report: Report): void => {
  const near = closest(name, known);
  report(
    problem(
      'nameUnknown',
      cellPlace(row, column),
      { fr: `« ${name} » n’est pas connu ici.`, en: `“${name}” is not known here.` },
      near === null
        ? { fr: `Noms possibles : ${[...known].join(', ')}.`, en: `Possible names: ${[...known].join(', ')}.` }
        : { fr: `Vouliez-vous écrire « ${near} » ?`, en: `Did you mean “${near}”?` },
    ),
  );
};
