/**
 * The index that finds families by any word of a name, one per unlocked phone. It is built in slices, so that the
 * screen stays responsive, and updated after every save.
 */
import type { CareRow } from '@denba/protocols/care/lists/care-row';
import { namesOfRow } from '@denba/protocols/care/lists/names-of-row';
import { buildIndexInSlices } from '@denba/records/find-family/build-index-in-slices';
import {
  addToIndex,
  createFamilyIndex,
  type FamilyIndex,
  removeFromIndex,
} from '@denba/records/find-family/family-index';
import type { FamilyId } from '@denba/records/ids';
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { rested } from '../idle-work/when-idle.ts';
import { afterPaint } from '../screen/after-paint.ts';
import type { Workspace } from '../workspace.ts';

export type FamilyFinder = {
  /** Incremented whenever the index changes, because the index itself is mutated. */
  readonly version: ReadonlySignal<number>;
  /** Progress of the build; `null` once every family can be found. */
  readonly building: ReadonlySignal<{ readonly added: number; readonly total: number } | null>;
  readonly index: () => FamilyIndex;
  /** Resolves once every family can be found. */
  readonly ready: Promise<void>;
};

type Rows = ReadonlyMap<FamilyId, CareRow>;

/** `pause` is awaited between two slices. Saved rows are indexed after `shown`, once the screen confirmed the save. */
export const createFamilyFinder = (
  rows: ReadonlySignal<Rows>,
  pause: () => Promise<void>,
  shown: () => Promise<void>,
): FamilyFinder => {
  const version = signal(0);
  const building = signal<{ readonly added: number; readonly total: number } | null>({
    added: 0,
    total: rows.peek().size,
  });
  let index = createFamilyIndex();
  // The index follows this copy of the rows, because the maps that `rows` returns change in place.
  let counted: Rows = rows.peek();
  const indexed = new Map(counted);
  const catchUp = (now: Rows): void => {
    if (now === counted) return;
    const { changed, gone } = rowChanges(indexed, now);
    for (const family of gone) {
      removeFromIndex(index, family);
      indexed.delete(family);
    }
    for (const row of changed) {
      addToIndex(index, namesOfRow(row));
      indexed.set(row.family, row);
    }
    counted = now;
    version.value = version.peek() + 1;
  };
  const build = async (): Promise<void> => {
    const slices = buildIndexInSlices([...indexed.values()].map(namesOfRow));
    for (const progress of slices) {
      index = progress.index;
      building.value = { added: progress.added, total: progress.total };
      version.value = version.peek() + 1;
      await pause();
    }
    building.value = null;
    effect(() => {
      if (rows.value !== counted) void shown().then(() => catchUp(rows.peek()));
    });
  };
  const ready = build();
  return { version, building, index: () => index, ready };
};

/** The rows to index again and the families to remove. An unchanged row is the same object in both maps. */
export const rowChanges = <Row>(
  before: ReadonlyMap<FamilyId, Row>,
  after: ReadonlyMap<FamilyId, Row>,
): { readonly changed: readonly Row[]; readonly gone: readonly FamilyId[] } => ({
  changed: [...after].flatMap(([family, row]) => (before.get(family) === row ? [] : [row])),
  gone: [...before.keys()].filter((family) => !after.has(family)),
});

const finders = new WeakMap<Workspace, FamilyFinder>();

/** The finder of a workspace, built from the first call on: today's list calls it once it is on the screen. */
export const familyFinder = (workspace: Workspace): FamilyFinder => {
  const known = finders.get(workspace);
  if (known !== undefined) return known;
  const finder = createFamilyFinder(workspace.rows, () => new Promise((resolve) => setTimeout(resolve)), afterPaint);
  finders.set(workspace, finder);
  void finder.ready
    .then(() => import('../idle-work/rehearse-search.ts'))
    .then(({ rehearseSearch }) =>
      rehearseSearch(finder.index, mothersOf(workspace.rows.peek()), workspace.today(), rested),
    )
    // A failure is ignored here: the search is loaded again with its screen, and the failure is shown then.
    .catch(() => undefined);
  return finder;
};

const mothersOf = (rows: Rows): Iterable<string | null> => [...rows.values()].map(({ mother }) => mother.name);
