import { localDate } from '@denba/quantities/local-date';
import { describe, expect, it } from 'vitest';
import { familyId } from '../ids.ts';
import { createFamilyIndex } from './family-index.ts';
import type { FamilyCandidate, FamilyNames } from './family-names.ts';
import { possibleDuplicates } from './possible-duplicates.ts';

const awa: FamilyNames = {
  family: familyId('awa'),
  motherName: 'Awa Traoré',
  otherNames: ['Moussa Diarra', 'Seydou Diarra'],
  phones: ['76 12 34 56'],
  village: 'Kati Koko',
  cardCode: 'KLB-0153',
  motherBirth: { on: localDate('2001-06-15'), precision: 'estimated' },
  children: [{ on: localDate('2026-09-02'), sex: 'M' }],
};
const strangers = Array.from({ length: 400 }, (_, number): FamilyNames => {
  const pick = (names: readonly string[], step: number): string =>
    names[Math.floor(number / step) % names.length] ?? '';
  return {
    family: familyId(`stranger-${number}`),
    motherName: `${pick(['Mariam', 'Oumou', 'Awa', 'Sira', 'Rokia'], 1)} ${pick(['Keïta', 'Diallo', 'Koné', 'Traoré'], 5)}`,
    otherNames: [`${pick(['Issa', 'Adama', 'Oumar'], 2)} ${pick(['Sow', 'Cissé', 'Maïga'], 3)}`],
    phones: [`66${String(number * 7919).padStart(6, '0')}`],
    village: pick(['Siby', 'Safo', 'Kirina', 'Kati Koko'], 7),
    cardCode: null,
    motherBirth: { on: localDate(`${1982 + (number % 20)}-01-01`), precision: 'estimated' },
    children: [
      { on: localDate(`2025-${String(1 + (number % 12)).padStart(2, '0')}-10`), sex: number % 2 === 0 ? 'F' : 'M' },
    ],
  };
});
const index = createFamilyIndex([...strangers, awa]);

const { family: _family, ...known } = awa;
const nothing: FamilyCandidate = {
  motherName: null,
  otherNames: [],
  phones: [],
  village: null,
  cardCode: null,
  motherBirth: null,
  children: [],
};
const offered = (candidate: FamilyCandidate): readonly string[] =>
  possibleDuplicates(index, candidate).map(({ family }) => family);
const reasons = (candidate: FamilyCandidate): readonly string[] =>
  possibleDuplicates(index, candidate).find(({ family }) => family === 'awa')?.reasons ?? [];

describe('possible duplicates', () => {
  it('offer the same family first, with every reason', () => {
    const [first] = possibleDuplicates(index, known);
    expect(first).toMatchObject({ family: 'awa', strength: 'likely' });
    expect(reasons(known)).toEqual([
      'sameName',
      'sameOtherName',
      'sameVillage',
      'samePhone',
      'sameCard',
      'sameAge',
      'sameBirth',
      'sameSex',
    ]);
  });

  it('say what is only alike', () => {
    const alike: FamilyCandidate = {
      ...nothing,
      motherName: 'Tarawele Haoua',
      phones: ['+223 76 12 34 57'],
      village: 'Kati Coco',
      motherBirth: { on: localDate('1999-06-15'), precision: 'estimated' },
      children: [{ on: localDate('2026-09-05'), sex: 'F' }],
    };
    expect(reasons(alike)).toEqual(['sameSound', 'nameVariant', 'sameVillage', 'closePhone', 'closeAge', 'closeBirth']);
    expect(reasons({ ...known, motherName: 'Awa Troaré', village: 'Kati Kokp' })).toContain('closeName');
    expect(reasons({ ...known, village: 'Kati Kokp' })).toContain('closeVillage');
  });

  it('find the family by its telephone or card when the name is another', () => {
    expect(offered({ ...known, motherName: 'Nènè', cardCode: null })).toEqual(['awa']);
    expect(offered({ ...nothing, cardCode: 'klb 0153' })).toEqual(['awa']);
  });

  it('stay away when only a common name agrees', () => {
    expect(offered({ ...nothing, motherName: 'Awa Traoré' })).toEqual([]);
    expect(offered(nothing)).toEqual([]);
  });

  it('hold a child born five months apart against it, and a next child not', () => {
    const score = (on: string): number =>
      possibleDuplicates(index, { ...known, cardCode: null, children: [{ on: localDate(on), sex: 'M' }] })[0]?.score ??
      -99;
    expect(score('2026-04-02')).toBeLessThan(score('2025-01-02'));
    expect(score('2025-01-02')).toBeLessThan(score('2026-09-02'));
  });

  it('take a missing detail for nothing, not for a difference', () => {
    const with_ = (part: Partial<FamilyCandidate>): number =>
      possibleDuplicates(index, { ...known, ...part })[0]?.score ?? -99;
    expect(with_({ phones: [] })).toBeGreaterThan(with_({ phones: ['66 99 99 99'] }));
    expect(with_({ village: null })).toBeGreaterThan(with_({ village: 'Tombouctou' }));
    expect(with_({ motherName: 'Awa' })).toBeGreaterThan(with_({ motherName: 'Awa Sow' }));
    expect(with_({ children: [{ on: null, sex: null }] })).toBe(with_({ children: [] }));
  });

  it('do not offer a family as its own double', () => {
    expect(offered(awa)).toEqual([]);
  });

  it('are at most as many as asked, and the same in whatever order families were added', () => {
    const twice = [awa, { ...awa, family: familyId('awa-2') }, { ...awa, family: familyId('awa-3') }];
    const forward = createFamilyIndex([...strangers, ...twice]);
    const backward = createFamilyIndex([...twice.toReversed(), ...strangers.toReversed()]);
    expect(possibleDuplicates(forward, known, 2).map(({ family }) => family)).toEqual(['awa', 'awa-2']);
    expect(possibleDuplicates(backward, known, 5)).toEqual(possibleDuplicates(forward, known, 5));
    expect(possibleDuplicates(forward, known, 0)).toEqual([]);
  });

  it('are found among the first families of a centre, where every name is every family’s', () => {
    const first = createFamilyIndex([awa]);
    expect(possibleDuplicates(first, { ...nothing, motherName: 'Hawa Traore', phones: ['76 12 34 56'] })).toMatchObject(
      [{ family: 'awa', strength: 'likely' }],
    );
    expect(possibleDuplicates(first, { ...nothing, motherName: 'Rokia Traoré', phones: ['66 00 00 00'] })).toEqual([]);
  });

  it('need no index to be asked', () => {
    expect(possibleDuplicates(createFamilyIndex(), known)).toEqual([]);
  });
});
