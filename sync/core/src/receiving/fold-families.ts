/**
 * Updates the summaries of the families that new entries touch, for lists and figures, with the same fold as the phone.
 */
import type { Entry } from '@denba/records/entry';
import { linkedFamilies } from '../linked-families.ts';
import { type Links, link, linkedWith } from '../links.ts';
import type { Folded, ReceivingStore, Summary } from './receiving-store.ts';

/** Folds the entries of one place. The result is keyed by the family that the others were merged into. Pure. */
export type Fold = (entries: readonly Entry[]) => ReadonlyMap<string, Folded>;

type FoldingStore = Pick<ReceivingStore, 'readTogether' | 'entriesOf' | 'replaceSummaries'>;

/** Awaited between parts of the work, so that other work waiting for this thread runs first. */
export type Pause = () => Promise<void>;

export const foldFamilies = async (
  store: FoldingStore,
  place: string,
  touched: ReadonlySet<string>,
  fold: Fold,
  pause?: Pause,
): Promise<void> => {
  const { families, entries } = await wholeOf(store, place, touched);
  const summaries: Summary[] = [];
  for (const part of pause === undefined ? [entries] : independentParts(entries, BETWEEN_PAUSES)) {
    summaries.push(...summariesOf(part, fold));
    await pause?.();
  }
  await store.replaceSummaries(place, families, summaries);
};

/** Number of entries folded between two pauses: about 20 ms of work. */
const BETWEEN_PAUSES = 100;

/**
 * Folds up to `most` families of a place whose entries were received without being folded, in one transaction. The
 * summaries are the same as if each bundle had folded them. Returns how many families were taken.
 */
export const takeAndFold = async (
  store: FoldingStore & Pick<ReceivingStore, 'takeToFold'>,
  place: string,
  most: number,
  fold: Fold,
  pause?: Pause,
): Promise<number> => {
  const left = await store.takeToFold(place, most);
  if (left.length > 0) await foldFamilies(store, place, new Set(left), fold, pause);
  return left.length;
};

/**
 * The summaries of the families in `entries`, which must hold all entries of each family and of every family that is
 * read together with it. Pure.
 */
export const summariesOf = (entries: readonly Entry[], fold: Fold): readonly Summary[] => {
  const links = linksOf(entries);
  const counts = new Map<string, number>();
  for (const { family } of entries) counts.set(family, (counts.get(family) ?? 0) + 1);
  return [...fold(entries)].map(([family, one]) => ({
    ...one,
    family,
    readTogether: linkedWith(links, one.families),
    entries: one.families.reduce((sum, of) => sum + (counts.get(of) ?? 0), 0),
  }));
};

/**
 * Splits `entries` into parts of at least `most` entries (the last may have fewer). Linked families are always in the
 * same part.
 */
export const independentParts = (entries: readonly Entry[], most: number): readonly (readonly Entry[])[] => {
  const links = linksOf(entries);
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const group = links.get(entry.family)?.[0] ?? entry.family;
    const known = groups.get(group);
    if (known === undefined) groups.set(group, [entry]);
    else known.push(entry);
  }
  const parts: Entry[][] = [];
  for (const group of groups.values()) {
    const last = parts.at(-1);
    if (last === undefined || last.length >= most) parts.push(group);
    else last.push(...group);
  }
  return parts;
};

/**
 * All entries of these families and of every family that is or may be merged with one of them. Families that an entry
 * has ever linked are read together, even if the merge was undone (the undoing may itself be withdrawn) or arrived here
 * before the entries of the other family did.
 */
const wholeOf = async (store: FoldingStore, place: string, touched: ReadonlySet<string>) => {
  const families = new Set<string>();
  const entries: Entry[] = [];
  for (let next = [...touched]; next.length > 0; ) {
    const found = new Set([...next, ...(await store.readTogether(place, next))]);
    const more = [...found].filter((family) => !families.has(family));
    for (const family of more) families.add(family);
    const read = await store.entriesOf(place, more);
    entries.push(...read);
    next = [...new Set(read.flatMap(linkedFamilies))].filter((family) => !families.has(family));
  }
  return { families: [...families], entries };
};

const linksOf = (entries: readonly Entry[]): Links<string> => {
  const links: Links<string> = new Map();
  for (const entry of entries) {
    const others = linkedFamilies(entry);
    if (others.length > 0) link(links, [entry.family, ...others]);
  }
  return links;
};
