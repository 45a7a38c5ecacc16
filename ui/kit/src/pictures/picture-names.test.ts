import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { groupOf, isPictureName, type PictureGroup, pictureNames } from './picture-names.ts';

const advice = new URL('../../../../protocols/mami/advice/', import.meta.url);

const cards = readdirSync(advice)
  .filter((file) => file.endsWith('.md'))
  .map((file) => ({
    file,
    picture: /^picture: *(\S+)$/m.exec(readFileSync(new URL(file, advice), 'utf8'))?.[1] ?? 'none named',
  }));

const names = (Object.keys(pictureNames) as PictureGroup[]).flatMap((group) => [...pictureNames[group]]);

it('has a picture for every counselling card of the protocol', () => {
  expect(cards.length).toBeGreaterThanOrEqual(25);
  expect(cards.filter(({ picture }) => !isPictureName(picture))).toEqual([]);
});

it('draws no card that the protocol does not have', () => {
  const wanted = new Set(cards.map(({ picture }) => picture));
  expect(pictureNames.cards.filter((name) => !wanted.has(name))).toEqual([]);
});

it('gives each name to one picture of one group', () => {
  expect(new Set(names).size).toBe(names.length);
  expect(names.filter((name) => !(pictureNames[groupOf(name)] as readonly string[]).includes(name))).toEqual([]);
});

it('knows a name that is not a picture', () => {
  expect(['', 'toString', 'cc99', 'Welcome'].filter(isPictureName)).toEqual([]);
});

it('has the other half of every pair of signs', () => {
  const halves = names.filter((name) => name.startsWith('attachment-') && !name.endsWith('-not'));
  expect(halves.length).toBe(4);
  expect(halves.filter((name) => !isPictureName(`${name}-not`))).toEqual([]);
});
