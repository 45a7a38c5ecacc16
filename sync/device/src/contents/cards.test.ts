import { familyId } from '@denba/records/ids';
import { describe, expect, it } from 'vitest';
import { CARDS_ON_A_PAGE, cardsOnPage, changeCards, familiesWith, noCards, rootOf } from './cards.ts';

const [a, b, c] = [familyId('a'), familyId('b'), familyId('c')];

describe('rows in memory', () => {
  it('lead from a merged family to its root, until the families come apart', () => {
    const cards = noCards<string>();
    changeCards(cards, {
      set: [
        [a, [a], 'A'],
        [b, [b], 'B'],
      ],
      gone: [],
    });
    changeCards(cards, { set: [[a, [a, b], 'A and B']], gone: [b] });
    expect(rootOf(cards, b)).toBe(a);
    expect(familiesWith(cards, b)).toEqual([a, b]);
    changeCards(cards, {
      set: [
        [a, [a], 'A'],
        [b, [b], 'B'],
      ],
      gone: [],
    });
    expect(rootOf(cards, b)).toBe(b);
    expect(familiesWith(cards, b)).toEqual([b]);
    expect(familiesWith(cards, c)).toEqual([c]);
  });

  it('stay on their page; new ones share the last page until it is full', () => {
    const cards = noCards<number>();
    const many = Array.from({ length: CARDS_ON_A_PAGE + 3 }, (_, index) => familyId(`family-${index}`));
    changeCards(cards, { set: many.map((id, index) => [id, [id], index] as const), gone: [] });
    expect(cards.pages.map((page) => page.size)).toEqual([CARDS_ON_A_PAGE, 3]);
    cards.dirty.clear();
    changeCards(cards, { set: [[familyId('family-5'), [familyId('family-5')], 99]], gone: [] });
    expect([...cards.dirty]).toEqual([0]);
    expect(cardsOnPage(cards, 0).find(([root]) => root === 'family-5')?.[2]).toBe(99);
    changeCards(cards, { set: [], gone: [familyId(`family-${CARDS_ON_A_PAGE}`)] });
    expect(cardsOnPage(cards, 1).map(([root]) => root)).toEqual([
      `family-${CARDS_ON_A_PAGE + 1}`,
      `family-${CARDS_ON_A_PAGE + 2}`,
    ]);
  });
});
