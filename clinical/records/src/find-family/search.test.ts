import { localDate } from '@denba/quantities/local-date';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { familyId } from '../ids.ts';
import { buildIndexInSlices } from './build-index-in-slices.ts';
import { addToIndex, createFamilyIndex, familyCount, removeFromIndex } from './family-index.ts';
import type { FamilyNames } from './family-names.ts';
import { search } from './search.ts';

const family = (id: string, known: Partial<FamilyNames> = {}): FamilyNames => ({
  family: familyId(id),
  motherName: null,
  otherNames: [],
  phones: [],
  village: null,
  cardCode: null,
  motherBirth: null,
  children: [],
  ...known,
});

const rows = [
  family('awa', {
    motherName: 'Awa Traoré',
    otherNames: ['Moussa Diarra'],
    phones: ['76 12 34 56'],
    village: 'Kati Koko',
  }),
  family('fatou', { motherName: 'Fatoumata Coulibaly', phones: ['+223 66 00 11 22'], cardCode: 'KLB-2026/0153' }),
  family('djene', { motherName: 'Diénéba Ouédraogo', village: 'Kalabancoro' }),
  family('zahra', { motherName: 'Fatimazahra El Amrani', village: 'Sefrou' }),
  family('kati', { motherName: 'Kati Dembélé', village: 'Siby' }),
  family('arabic', { motherName: 'فاطمة الزهراء', village: 'طنجة' }),
  family('orphan', { otherNames: ['Bintou Keïta', 'Awa Keïta'], village: 'Sébénicoro Secteur 3' }),
];
const index = createFamilyIndex(rows);
const found = (query: string): readonly string[] => search(index, query).hits.map((hit) => hit.family);

describe('a number of the register', () => {
  const registered = createFamilyIndex([
    family('one', { motherName: 'Awa Traoré', registerNumbers: ['2026-3F7A9C-0142'] }),
    family('two', { motherName: 'Awa Keïta', registerNumbers: ['2026-3F7A9C-0150', '2026-120034-0007'] }),
    family('three', { motherName: 'Awa Koné', phones: ['70 20 27 11'] }),
  ]);
  const hits = (query: string) =>
    search(registered, query).hits.map(({ family: id, matched, part }) => [id, matched, part]);

  it('finds the family, whole or in part, however it is typed', () => {
    for (const query of ['2026-3F7A9C-0142', '2026 3f7a9c 0142', '3F7A9C-0142', '0142'])
      expect(hits(query), query).toEqual([['one', 'register', '2026-3F7A9C-0142']]);
    expect(hits('2026-120034-0007')).toEqual([['two', 'register', '2026-120034-0007']]);
  });

  it('is not found by its year, with which every one begins', () => {
    expect(hits('2026')).toEqual([]);
    expect(
      hits('2026-3F7A9C')
        .map(([id]) => id)
        .sort(),
    ).toEqual(['one', 'two']);
  });
});

describe('searching families', () => {
  it('finds a name however it is spelt', () => {
    for (const query of ['Jeneba', 'djénéba', 'DIENEBA wedraogo', 'Zeinab Ouedrago'])
      expect(found(query)[0], query).toBe('djene');
    for (const query of ['Kulubali', 'koulibali fatim', 'Fatou Culubaly']) expect(found(query)[0], query).toBe('fatou');
  });

  it('finds from the first letters on, as they are typed', () => {
    for (const query of ['F', 'Fa', 'Fatou', 'Fatoumata C', 'Fatoumata Coul'])
      expect(found(query), query).toContain('fatou');
    expect(found('Djén')).toContain('djene');
    expect(found('Wed')).toContain('djene');
  });

  it('forgives a slip of the finger', () => {
    expect(found('Faotumata')[0]).toBe('fatou');
    expect(found('Coulibqly')[0]).toBe('fatou');
    expect(found('Tarore')).toContain('awa');
  });

  it('finds the family by father, caregiver or child, after mothers of that name', () => {
    expect(found('Moussa')).toEqual(['awa']);
    expect(found('Awa')).toEqual(['awa', 'orphan']);
  });

  it('finds a telephone by any three digits, with or without its country', () => {
    for (const query of ['761', '3456', '76 12 34', '+223 76', '00223 7612', '22376123456'])
      expect(found(query), query).toEqual(['awa']);
    expect(found('11 22')).toEqual(['fatou']);
    expect(found('76 12 34 57')).toEqual(['awa']);
    expect(found('+223')).toEqual([]);
  });

  it('finds a card whole, in part, or typed with spaces', () => {
    for (const query of ['KLB-2026/0153', 'klb20260153', '0153', 'klb 2026 0153', 'klb2026']) {
      expect(found(query)[0], query).toBe('fatou');
    }
  });

  it('finds names that are written in one word or two', () => {
    expect(found('Fatima Zahra')[0]).toBe('zahra');
    expect(found('awatraore')[0]).toBe('awa');
  });

  it('finds letters of other scripts', () => {
    expect(found('فاطمه')).toEqual(['arabic']);
    expect(found('طنجة')).toEqual(['arabic']);
  });

  it('puts what fits all that is typed first, and the exact before the like', () => {
    expect(found('awa kati')[0]).toBe('awa');
    expect(found('kati')).toEqual(['kati', 'awa']);
    const [best] = search(index, 'Awa Traoré').hits;
    expect(best?.score).toBe(1);
  });

  it('says why, in the words of the row', () => {
    const why = (query: string) => search(index, query).hits.map(({ matched, part }) => [matched, part])[0];
    expect(why('kulubali')).toEqual(['name', 'Coulibaly']);
    expect(why('dieneba wedraogo')).toEqual(['name', 'Diénéba Ouédraogo']);
    expect(why('761')).toEqual(['phone', '76 12 34 56']);
    expect(why('6600')).toEqual(['phone', '+223 66 00 11 22']);
    expect(why('kalaban')).toEqual(['village', 'Kalabancoro']);
    expect(why('klb2026')).toEqual(['card', 'KLB-2026/0153']);
    expect(why('klb 2026 0153')).toEqual(['card', 'KLB-2026/0153']);
    expect(why('secteur 3')).toEqual(['village', 'Secteur 3']);
  });

  it('says when there was nothing to look for', () => {
    expect(search(index, '')).toEqual({ kind: 'empty', hits: [], more: false });
    expect(search(index, '   ').kind).toBe('empty');
    expect(search(index, '👶 ?!').kind).toBe('unreadable');
    expect(search(index, 'Xxyzzy')).toEqual({ kind: 'searched', hits: [], more: false });
  });

  it('says when there is more than it shows', () => {
    expect(search(index, 'a', { limit: 1 })).toMatchObject({ more: true, hits: { length: 1 } });
    expect(search(index, 'Wedraogo', { limit: 1 })).toMatchObject({ more: false });
    expect(search(index, 'a', { limit: 0 }).hits).toEqual([]);
  });

  it('puts the family with the youngest child first among equals, but believes no child from the future', () => {
    const born = (id: string, on: string) =>
      family(id, { motherName: 'Sira Koné', children: [{ on: localDate(on), sex: null }] });
    const same = createFamilyIndex([
      born('older', '2025-01-01'),
      born('younger', '2026-10-01'),
      born('wrong', '2031-01-01'),
    ]);
    const order = (today?: ReturnType<typeof localDate>) =>
      search(same, 'sira', today === undefined ? {} : { today }).hits.map((hit) => hit.family);
    expect(order(localDate('2026-11-26'))).toEqual(['younger', 'older', 'wrong']);
    expect(order()).toEqual(['wrong', 'younger', 'older']);
  });

  it('answers anything', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (query) => {
        const { hits } = search(index, query);
        for (const { score } of hits) expect(score > 0 && score <= 1).toBe(true);
      }),
    );
    for (const query of ['x'.repeat(500), '9'.repeat(500), 'awa '.repeat(200), '.*[(', '\u0000', '\ud800']) {
      expect(() => search(index, query)).not.toThrow();
    }
    expect(search(createFamilyIndex(), 'awa').hits).toEqual([]);
  });
});

describe('the index', () => {
  const names = ['Awa', 'Fatoumata', 'Djénéba', 'Traoré', 'Keïta', 'Coulibaly', 'Siby', 'Kati'] as const;
  const name = fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
  const row = fc.record({
    family: fc.integer({ min: 0, max: 9 }).map((number) => familyId(`f${number}`)),
    motherName: fc.option(name),
    otherNames: fc.array(name, { maxLength: 2 }),
    phones: fc.array(fc.constantFrom('76123456', '66001122', '+223 70 00 00 00'), { maxLength: 2 }),
    village: fc.option(fc.constantFrom('Siby', 'Kati Koko')),
    cardCode: fc.option(fc.constantFrom('KLB-1', 'KLB-22')),
    motherBirth: fc.constant(null),
    children: fc.constant([]),
  });
  const distinct = fc.uniqueArray(row, { selector: ({ family: id }) => id, maxLength: 8 });
  const queries = ['awa', 'traore kati', 'klb', '761', 'Jeneba', 'siby', 'klb22'];
  const answers = (some: ReturnType<typeof createFamilyIndex>) => queries.map((query) => search(some, query));

  it('answers the same in whatever order families were added, at once or in slices', () => {
    fc.assert(
      fc.property(distinct, fc.integer({ min: 1, max: 4 }), (some, slice) => {
        const expected = answers(createFamilyIndex(some));
        expect(answers(createFamilyIndex(some.toReversed()))).toEqual(expected);
        const building = buildIndexInSlices(some, slice);
        let step = building.next();
        for (let added = 0; !step.done; step = building.next()) {
          expect(step.value.added).toBeGreaterThan(added);
          added = step.value.added;
        }
        expect(answers(step.value)).toEqual(expected);
      }),
    );
  });

  it('finds what was added, and nothing of what was removed or replaced', () => {
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 12 }),
        fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 6 }),
        (added, removed) => {
          const some = createFamilyIndex(added);
          const left = new Map(added.map((each) => [each.family, each]));
          for (const number of removed) {
            expect(removeFromIndex(some, familyId(`f${number}`))).toBe(left.delete(familyId(`f${number}`)));
          }
          expect(answers(some)).toEqual(answers(createFamilyIndex(left.values())));
          expect(familyCount(some)).toBe(left.size);
          for (const { family: id, motherName } of left.values()) {
            if (motherName === null) continue;
            expect(search(some, motherName).hits.map((hit) => hit.family)).toContain(id);
          }
        },
      ),
    );
  });

  it('keeps no word that nobody bears any more', () => {
    const some = createFamilyIndex(rows);
    for (const { family: id } of rows) removeFromIndex(some, id);
    expect(some.words).toEqual([]);
    expect(some.wordOf.size).toBe(0);
    addToIndex(some, family('awa', { motherName: 'Awa Traoré' }));
    expect(search(some, 'awa').hits).toHaveLength(1);
  });
});
