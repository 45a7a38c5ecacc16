/** The rows of families after new entries: what is to be set, and which roots are no longer. */
import type { Entry } from '@denba/records/entry';
import type { FamilyId } from '@denba/records/ids';
import { type CardChanges, rootOf } from '../contents/cards.ts';
import type { OpenStore } from './open-store.ts';

type Projecting<Row> = Pick<OpenStore<Row>, 'options' | 'contents'>;

/**
 * `families`: a whole group of linked families (or several); `entries`: all that these have. An app that cannot make a
 * row must not keep an entry from being saved: the rows stay as they are and the problem is told.
 */
export const projectFamilies = <Row>(
  open: Projecting<Row>,
  families: readonly FamilyId[],
  entries: readonly Entry[],
): CardChanges<Row> => {
  const { problems } = open.contents;
  const place = `rows/${families[0] ?? ''}`;
  const changes = tryToProject(open, families, entries);
  if (changes === null) problems.set(place, { kind: 'rowNotMade', place, entries: null, families });
  else problems.delete(place);
  return changes ?? { set: [], gone: [] };
};

/** `null`: the app's fold failed. */
export const tryToProject = <Row>(
  { options, contents: { cards } }: Projecting<Row>,
  families: readonly FamilyId[],
  entries: readonly Entry[],
): CardChanges<Row> | null => {
  try {
    const rows = options.project(entries);
    const before = new Set(families.map((family) => rootOf(cards, family)).filter((root) => cards.byRoot.has(root)));
    return {
      set: [...rows].map(([root, { families: merged, row }]) => [root, merged, row]),
      gone: [...before].filter((root) => !rows.has(root)),
    };
  } catch {
    return null;
  }
};
