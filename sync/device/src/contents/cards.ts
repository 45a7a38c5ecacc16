/**
 * The rows of the list in memory ("cards"), by root family, and the page of the store that each lies on. Pages are
 * rewritten as a whole, so a family stays on its page, and new families (who visit often at first) share the last one.
 */
import type { FamilyId } from '@denba/records/ids';
import type { Projected } from '../device.ts';

export const CARDS_ON_A_PAGE = 512;

/** A row as it is stored: root family, the families merged with it, the row. */
export type StoredCard<Row> = readonly [root: FamilyId, families: readonly FamilyId[], row: Row];

export type CardChanges<Row> = {
  readonly set: readonly StoredCard<Row>[];
  /** Former roots, which were merged into another family. */
  readonly gone: readonly FamilyId[];
};

export type Cards<Row> = {
  readonly byRoot: Map<FamilyId, { readonly projected: Projected<Row>; readonly page: number }>;
  /** The root of each family that was merged into another one. */
  readonly rootOf: Map<FamilyId, FamilyId>;
  readonly pages: Set<FamilyId>[];
  /** Pages whose stored form is older than the one in memory. */
  readonly dirty: Set<number>;
};

export const noCards = <Row>(): Cards<Row> => ({
  byRoot: new Map(),
  rootOf: new Map(),
  pages: [],
  dirty: new Set(),
});

export const rootOf = <Row>(cards: Cards<Row>, family: FamilyId): FamilyId => cards.rootOf.get(family) ?? family;

/** The families that are read together with this one, itself included; only itself while it has no row. */
export const familiesWith = <Row>(cards: Cards<Row>, family: FamilyId): readonly FamilyId[] =>
  cards.byRoot.get(rootOf(cards, family))?.projected.families ?? [family];

export const changeCards = <Row>(cards: Cards<Row>, { set, gone }: CardChanges<Row>): void => {
  for (const root of gone) removeCard(cards, root);
  for (const card of set) setCard(cards, card, cards.byRoot.get(card[0])?.page ?? pageWithRoom(cards));
};

export const setCard = <Row>(cards: Cards<Row>, [root, families, row]: StoredCard<Row>, page: number): void => {
  for (const family of cards.byRoot.get(root)?.projected.families ?? []) {
    if (cards.rootOf.get(family) === root) cards.rootOf.delete(family);
  }
  cards.byRoot.set(root, { projected: { families, row }, page });
  for (const family of families) if (family !== root) cards.rootOf.set(family, root);
  pageAt(cards, page).add(root);
  cards.dirty.add(page);
};

export const cardsOnPage = <Row>(cards: Cards<Row>, page: number): readonly StoredCard<Row>[] =>
  [...(cards.pages[page] ?? [])].flatMap((root) => {
    const card = cards.byRoot.get(root);
    return card === undefined ? [] : [[root, card.projected.families, card.projected.row] as const];
  });

const removeCard = <Row>(cards: Cards<Row>, root: FamilyId): void => {
  const card = cards.byRoot.get(root);
  if (card === undefined) return;
  for (const family of card.projected.families) {
    if (cards.rootOf.get(family) === root) cards.rootOf.delete(family);
  }
  cards.byRoot.delete(root);
  cards.pages[card.page]?.delete(root);
  cards.dirty.add(card.page);
};

const pageWithRoom = <Row>({ pages }: Cards<Row>): number => {
  const last = pages.length - 1;
  return (pages[last]?.size ?? CARDS_ON_A_PAGE) < CARDS_ON_A_PAGE ? last : pages.length;
};

const pageAt = <Row>({ pages }: Cards<Row>, page: number): Set<FamilyId> => {
  for (let next = pages.length; next <= page; next += 1) pages.push(new Set());
  return pages[page] ?? new Set();
};
