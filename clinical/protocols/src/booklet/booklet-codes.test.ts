/** The booklet of the shipped protocol shows no program code instead of words, in either language. */
import type { Text } from '@denba/quantities/text';
import { describe, expect, it } from 'vitest';
import { mami } from '../../test/mami.ts';
import { collectNames } from '../compile/names.ts';
import { makeBooklet } from './booklet.ts';

/** Codes that are ordinary words, spelled the same in both languages. */
const spelledAlike = ['urgent', 'EPDS', 'nutrition', 'gain', 'protection'];
/** Tables whose outputs are names that indicators count by. No care depends on them, so they are shown as codes. */
const technical = ['MAMI.DT.38'];

const codes = new Set(
  [
    ...[...mami.outputs, ...mami.derived, ...mami.elements].flatMap(({ values }) => values),
    ...Object.values(mami.choices).flatMap((list) => Object.keys(list)),
    ...mami.parameters.flatMap(({ value }) => (typeof value === 'string' ? [value] : [])),
    ...collectNames(mami).keys(),
  ].filter((code) => !/^\d+$/.test(code) && !spelledAlike.includes(code)),
);

type Shown = readonly [where: string, text: Text];

const { chapters } = makeBooklet(mami);

const rules = chapters.flatMap((chapter) => (chapter.kind === 'tables' ? chapter.tables : []));

const shown: readonly Shown[] = [
  ...rules.flatMap(({ rows }) =>
    rows.flatMap(({ id, asks, gives, reason, for: who }) =>
      [
        ...who,
        ...asks.flatMap(({ what, answer }) => [what, answer]),
        ...gives.flatMap(({ what, value, isCode }) => (isCode ? [what] : [what, value])),
        reason,
      ].map((text): Shown => [id, text]),
    ),
  ),
  ...chapters.flatMap((chapter) =>
    chapter.kind === 'parameters'
      ? chapter.parameters.flatMap(({ name, title, value }): Shown[] => [
          [name, title],
          [name, value],
        ])
      : [],
  ),
  ...chapters.flatMap((chapter) =>
    chapter.kind === 'schedule'
      ? chapter.contacts.flatMap(({ id, countedFrom, due, before, after, again, apart, relevant, stops }) =>
          [countedFrom, due, before, after, again, apart, relevant, stops].flatMap((text): Shown[] =>
            text === null ? [] : [[id, text]],
          ),
        )
      : [],
  ),
];

/** The units of a sentence in the booklet: the texts between commas, colons, and "or". */
const pieces = (text: string): readonly string[] =>
  text
    .split(/\s*[,;:()[\]«»“”]\s*|\s+(?:ou|or|et|and|contient|contains|autre que|other than)\s+/)
    .map((one) => one.trim());

describe('the booklet of the shipped protocol', () => {
  it('shows every code in words, in both languages', () => {
    // A word may be spelled like a code (« pneumonia » in English). A code without words appears in both languages.
    const raw = shown.flatMap(([where, { fr, en }]) => {
      const french = new Set(pieces(fr));
      return pieces(en)
        .filter((piece) => codes.has(piece) && french.has(piece))
        .map((code) => `${where} ${code}`);
    });
    expect(raw).toEqual([]);
  });

  it('shows no name as the sheets write it, and no formula', () => {
    const written = shown.flatMap(([where, { fr, en }]) =>
      [fr, en]
        .flatMap((text) => text.match(/[\p{L}\d]+_\p{L}\w*|\p{L}\w*\.\p{L}\w*|satisfies|[=<>]/gu) ?? [])
        .map((name) => `${where} ${name}`),
    );
    expect(written).toEqual([]);
  });

  it('has words for whatever a rule gives, but for the names that indicators count by', () => {
    const wordless = rules.flatMap(({ id, rows }) =>
      rows.some(({ gives }) => gives.some(({ isCode }) => isCode)) ? [id] : [],
    );
    expect(wordless).toEqual(technical);
  });

  it.each([
    ['MAMI.DT.10.08', 'F7 – Nombre de tétées en 24 heures', 'F7 – Breastfeeds in 24 hours'],
    ['MAMI.DT.19.14', 'Jaunisse', 'Jaundice'],
    ['MAMI.DT.27.02', 'Au sein jour et nuit', 'At the breast day and night'],
    ['MAMI.DT.34.01', 'R5 – Décédé', 'R5 – Died'],
    ['MAMI.DT.23.08', 'poids de naissance non repris, délai dépassé', 'birth weight not regained, and overdue'],
  ])('borrows the words of %s from where the protocol has them', (row, fr, en) => {
    const given = rules.flatMap(({ rows }) => rows.find(({ id }) => id === row)?.gives ?? []);
    expect(given[0]?.value).toEqual({ fr, en });
  });

  it.each([
    ['MAMI.DT.27.04', { fr: 'mauvaise', en: 'poor' }],
    ['MAMI.DT.08.06', { fr: 'non, délai dépassé', en: 'no, and overdue' }],
  ])('does not say in %s what a code of the same spelling means elsewhere', (row, answer) => {
    const asked = rules.flatMap(({ rows }) => rows.find(({ id }) => id === row)?.asks ?? []);
    expect(asked.map((one) => one.answer)).toContainEqual(answer);
  });
});
