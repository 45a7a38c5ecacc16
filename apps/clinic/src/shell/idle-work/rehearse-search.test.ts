import { careRow } from '@denba/protocols/care/lists/care-row';
import { namesOfRow } from '@denba/protocols/care/lists/names-of-row';
import { localDate } from '@denba/quantities/local-date';
import { addToIndex, createFamilyIndex } from '@denba/records/find-family/family-index';
import { search } from '@denba/records/find-family/search';
import { family } from '@denba/scenario/family-life';
import { timelineOf } from '@denba/scenario/given';
import { describe, expect, it } from 'vitest';
import { mamiRules } from '../../../../../clinical/protocols/test/mami.ts';
import { rehearseSearch } from './rehearse-search.ts';

const today = localDate('2026-03-20');
const index = createFamilyIndex();
const awa = family('a').mother({ mother_name: 'Awa Keita' }).bears({ on: '2026-01-05' });
addToIndex(index, namesOfRow(careRow(timelineOf(awa), mamiRules)));

const rehearsed = async (names: readonly (string | null)[]): Promise<number> => {
  const rests: string[] = [];
  await rehearseSearch(
    () => index,
    names,
    today,
    async () => void rests.push('rested'),
  );
  return rests.length;
};

describe('the search that nobody types', () => {
  it('waits before each key until nothing else is to be done', async () => {
    expect(await rehearsed(['Awa'])).toBe(3);
  });

  it('is of the first few names and letters only, and of those that are known', async () => {
    expect(await rehearsed([null, 'Awa Keita Diarra', null, 'Sira', 'Oumou', 'Bintou', 'Rokia'])).toBe(8 + 4 + 5);
    expect(await rehearsed([null, null])).toBe(0);
  });

  it('changes nothing that is found', async () => {
    const before = search(index, 'awa', { today });
    await rehearsed(['Awa Keita', 'Sira']);
    expect(search(index, 'awa', { today })).toEqual(before);
  });
});
