/**
 * French content is typed in spreadsheets and text files, where a space is a plain space. All of it puts one plain
 * space before « : ; ? ! » and inside guillemets, so that a text is found, compared and counted in one spelling.
 * (Messages of the screens have no-break spaces: `catalogue-problems.ts` of the kit.)
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readSheet } from '@denba/protocols/read/sheet';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const root = fileURLToPath(new URL('../..', import.meta.url));
const files = ['protocols', 'indicators'].flatMap((folder) =>
  readdirSync(`${root}/${folder}`, { recursive: true, encoding: 'utf8' }).map(
    (name) => `${folder}/${name.replaceAll('\\', '/')}`,
  ),
);

/** All texts under a key `fr` anywhere in a value. */
const underFr = (value: unknown): readonly string[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([key, inner]) =>
        key === 'fr' && typeof inner === 'string' ? [inner] : underFr(inner),
      );

const frenchOf = (file: string): readonly string[] => {
  const content = readFileSync(`${root}/${file}`, 'utf8');
  if (file.endsWith('.csv'))
    return readSheet(file, content).sheet.rows.flatMap(({ cells }) =>
      Object.entries(cells).flatMap(([column, text]) => (column.endsWith('::fr') ? [text] : [])),
    );
  if (file.endsWith('.yaml')) return underFr(parse(content));
  const [, head = '', french = ''] = /^---\n([\s\S]*?)\n---\n[\s\S]*?## fr\n([\s\S]*?)\n## /.exec(content) ?? [];
  return [...underFr(parse(head)), french];
};

/** Whether a punctuation mark follows its word without a space, or with another space than a single plain one. */
const isAskew = (text: string): boolean =>
  /[\u00a0\u202f]|[^\s:;?!»…][;?!»]|[^\s\d:]:(?=\s)|«\S| {2}[:;?!»]/.test(text);

describe('marks of French content', () => {
  const spoken = files
    .filter((file) => /\.(csv|yaml)$|\/advice\/.*\.md$/.test(file))
    .flatMap((file) => frenchOf(file).flatMap((text) => (text === '' ? [] : [{ file, text }])));

  it('are looked at in sheets, cards and cases', () => {
    expect(spoken.length).toBeGreaterThan(2000);
    for (const kind of ['.csv', '.md', '.yaml'])
      expect(spoken.filter(({ file }) => file.endsWith(kind)).length, kind).toBeGreaterThan(50);
  });

  it('stand apart by one plain space', () => {
    expect(spoken.filter(({ text }) => isAskew(text))).toEqual([]);
  });

  it('would be found out', () => {
    expect(['Pourquoi?', 'Pourquoi\u00a0?', 'PB: bas', '«Kati »', 'oui  ; non'].filter(isAskew)).toHaveLength(5);
    expect(['Pourquoi ?', 'à 9:30', 'PB : bas', '« Kati »', 'oui ; non'].filter(isAskew)).toEqual([]);
  });
});
