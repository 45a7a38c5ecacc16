/** The rows of families after new entries: what is to be set, and which roots are no longer. */
import type { Entry } from '@denba/records/entry';
import type { FamilyId } from '@denba/records/ids';
import { type CardChanges, rootOf } from '../contents/cards.ts';
import type { OpenStore } from './open-store.ts';

/**
 * `families`: a whole group of linked families (or several); `entries`: all that these have. An app that cannot make a
 * row must not keep an entry from being saved: the rows stay as they are and the problem is told.
 */
export const projectFamilies = <Row>(
  open: OpenStore<Row>,
  families: readonly FamilyId[],
  entries: readonly Entry[],
): CardChanges<Row> => {
  const { cards, problems } = open.contents;
  const place = `rows/${families[0] ?? ''}`;
  try {
    const rows = open.options.project(entries);
    const before = new Set(families.map((family) => rootOf(cards, family)).filter((root) => cards.byRoot.has(root)));
    problems.delete(place);
    return {
      set: [...rows].map(([root, projected]) => [root, projected.families, projected.row]),
      gone: [...before].filter((root) => !rows.has(root)),
    };
  } catch {
    problems.set(place, { kind: 'rowNotMade', place, entries: null, families });
    return { set: [], gone: [] };
  }
};
