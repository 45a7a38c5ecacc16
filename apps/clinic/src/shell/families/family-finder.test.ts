import { type CareRow, careRow } from '@denba/protocols/care/lists/care-row';
import { namesOfRow } from '@denba/protocols/care/lists/names-of-row';
import { search } from '@denba/records/find-family/search';
import type { FamilyId } from '@denba/records/ids';
import { family } from '@denba/scenario/family-life';
import { timelineOf } from '@denba/scenario/given';
import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { mamiRules } from '../../../../../clinical/protocols/test/mami.ts';
import { createFamilyFinder, rowChanges } from './family-finder.ts';

const rowOf = (id: string, name: string): CareRow =>
  careRow(timelineOf(family(id).mother({ mother_name: name }).bears({ on: '2026-01-05' })), mamiRules);
const listOf = (...rows: readonly CareRow[]): ReadonlyMap<FamilyId, CareRow> =>
  new Map(rows.map((row) => [row.family, row]));
const readThrough = (map: object, name: string | symbol): unknown => {
  const value: unknown = Reflect.get(map, name, map);
  return typeof value === 'function' ? value.bind(map) : value;
};
const noPause = async (): Promise<void> => {};

const awa = rowOf('a', 'Awa Keita');
const sira = rowOf('b', 'Sira Diarra');

describe('the index of the phone', () => {
  it('finds every family once it is ready, and says how far it is before', async () => {
    const many = Array.from({ length: 450 }, (_, place) => ({ ...awa, family: `f${place}` as FamilyId }));
    let pauses = 0;
    const count = async (): Promise<void> => {
      pauses += 1;
    };
    const finder = createFamilyFinder(signal(listOf(...many, sira)), count, noPause);
    const begun = finder.building.value;
    expect(begun?.total).toBe(451);
    expect(begun?.added).toBeLessThan(451);
    await finder.ready;
    expect(pauses).toBeGreaterThan(1);
    expect(finder.building.value).toBeNull();
    expect(search(finder.index(), 'sira').hits.map((hit) => hit.family)).toEqual(['b']);
  });

  it('follows what is saved, also while it was being built', async () => {
    const rows = signal(listOf(awa));
    const save = async (): Promise<void> => {
      rows.value = listOf(awa, sira);
    };
    const finder = createFamilyFinder(rows, save, noPause);
    await finder.ready;
    await noPause();
    const found = (typed: string) => search(finder.index(), typed).hits.map((hit) => hit.family);
    expect(found('sira')).toEqual(['b']);
    const before = finder.version.value;
    rows.value = listOf(rowOf('a', 'Kadidia Keita'));
    await noPause();
    expect(finder.version.value).toBeGreaterThan(before);
    expect(found('kadidia')).toEqual(['a']);
    expect(found('awa')).toEqual([]);
    expect(found('sira')).toEqual([]);
  });

  it('follows rows that are changed in place, too: what it counted before is its own', async () => {
    const live = new Map(listOf(awa, sira));
    /** A new object with the same rows on each call, as the device returns them. */
    const view = (): ReadonlyMap<FamilyId, CareRow> =>
      new Proxy<ReadonlyMap<FamilyId, CareRow>>(live, { get: readThrough });
    const rows = signal(view());
    const finder = createFamilyFinder(rows, noPause, noPause);
    await finder.ready;
    live.set('a' as FamilyId, rowOf('a', 'Kadidia Keita'));
    live.delete('b' as FamilyId);
    rows.value = view();
    await noPause();
    const found = (typed: string) => search(finder.index(), typed).hits.map((hit) => hit.family);
    expect([found('kadidia'), found('awa'), found('sira')]).toEqual([['a'], [], []]);
  });

  it('keeps nobody waiting for it: what was saved is said first', async () => {
    const rows = signal(listOf(awa));
    let say = (): void => {};
    const said = new Promise<void>((resolve) => {
      say = resolve;
    });
    const finder = createFamilyFinder(rows, noPause, () => said);
    await finder.ready;
    rows.value = listOf(awa, sira);
    await noPause();
    expect(search(finder.index(), 'sira').hits).toEqual([]);
    say();
    await said;
    expect(search(finder.index(), 'sira').hits.map((hit) => hit.family)).toEqual(['b']);
  });

  it('is ready at once on a phone without families', async () => {
    const finder = createFamilyFinder(signal(listOf()), noPause, noPause);
    await finder.ready;
    expect(search(finder.index(), 'awa')).toMatchObject({ kind: 'searched', hits: [] });
  });
});

it('tells rows that changed from rows that are the same', () => {
  const changed = rowOf('b', 'Sira Keita');
  expect(rowChanges(listOf(awa, sira), listOf(awa, changed))).toEqual({ changed: [changed], gone: [] });
  expect(rowChanges(listOf(awa, sira), listOf(sira))).toEqual({ changed: [], gone: ['a'] });
});

it('takes a mother’s year of birth as its middle, and every name that somebody may say', () => {
  const names = namesOfRow({ ...awa, father: 'Issa', caregiver: 'Nana', phone: '70 00 00 00' });
  expect(names).toMatchObject({
    motherName: 'Awa Keita',
    otherNames: ['Issa', 'Nana', ...awa.children.flatMap(({ name }) => name ?? [])],
    phones: ['70 00 00 00'],
    motherBirth: { on: `${awa.mother.birthYear}-07-01`, precision: 'estimated' },
  });
  expect(namesOfRow({ ...awa, mother: { ...awa.mother, birthYear: null }, phone: null })).toMatchObject({
    motherBirth: null,
    phones: [],
  });
});
