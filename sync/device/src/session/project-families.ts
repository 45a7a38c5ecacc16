/** Computes the rows of families after new entries: which rows to set, and which roots no longer exist. */
import type { Entry } from '@denba/records/entry';
import type { FamilyId } from '@denba/records/ids';
import { linkedWith } from '@denba/sync/links';
import { type CardChanges, rootOf } from '../contents/cards.ts';
import type { OpenStore } from './open-store.ts';

type Projecting<Row> = Pick<OpenStore<Row>, 'options' | 'contents'>;

/**
 * `families`: whole groups of linked families; `entries`: all their entries. A failure of the app's fold must not
 * prevent an entry from being saved: each group is then tried alone, and a group that still fails keeps its old rows
 * and is reported as a problem.
 */
export const projectFamilies = <Row>(
  open: Projecting<Row>,
  families: readonly FamilyId[],
  entries: readonly Entry[],
): CardChanges<Row> => {
  const { links, problems } = open.contents;
  const together = tryToProject(open, families, entries);
  if (together !== null) {
    for (const family of families) problems.delete(placeOf(family));
    return together;
  }
  const groups = new Map(
    families.map((family) => [linkedWith(links, [family])[0] ?? family, linkedWith(links, [family])]),
  );
  const changes = [...groups.values()].map((group) => {
    const own = tryToProject(
      open,
      group,
      entries.filter(({ family }) => group.includes(family)),
    );
    const place = placeOf(group[0]);
    if (own === null) problems.set(place, { kind: 'rowNotMade', place, entries: null, families: group });
    else problems.delete(place);
    return own ?? { set: [], gone: [] };
  });
  return { set: changes.flatMap(({ set }) => set), gone: changes.flatMap(({ gone }) => gone) };
};

const placeOf = (family: FamilyId | undefined): string => `rows/${family}`;

/** Returns `null` when the app's fold failed. */
const tryToProject = <Row>(
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
