import { familyId } from '@denba/records/ids';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupsOf, type Links, link, linkedWith } from './links.ts';

const named = fc.integer({ min: 0, max: 9 }).map((number) => familyId(`family-${number}`));

describe('families that were named together', () => {
  it('are one group, whatever the order in which they were named', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(named, named), { maxLength: 15 }), (pairs) => {
        const [forwards, backwards]: [Links, Links] = [new Map(), new Map()];
        for (const pair of pairs) link(forwards, pair);
        for (const pair of pairs.toReversed()) link(backwards, pair);
        const texts = (links: Links) =>
          groupsOf(links)
            .map((group) => group.join())
            .sort();
        expect(texts(forwards)).toEqual(texts(backwards));
        for (const [one, other] of pairs) expect(linkedWith(forwards, [one])).toContain(other);
      }),
    );
  });

  it('say nothing new the second time', () => {
    const links: Links = new Map();
    const [a, b, c] = [familyId('a'), familyId('b'), familyId('c')];
    expect(link(links, [a, b])).toEqual([a, b]);
    expect(link(links, [b, a])).toBeNull();
    expect(link(links, [a])).toBeNull();
    expect(link(links, [c, b])).toEqual([a, b, c]);
    expect(linkedWith(links, [a])).toEqual([a, b, c]);
  });
});
