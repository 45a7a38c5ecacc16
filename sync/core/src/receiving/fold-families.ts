/** Keeps what the entries of a family say, for lists and figures: the very fold of the phone, of the families touched. */
import type { Entry } from '@denba/records/entry';
import type { Folded, ReceivingStore } from './receiving-store.ts';

/** Entries of one place to its families, by the family that others were merged into. Pure. */
export type Fold = (entries: readonly Entry[]) => ReadonlyMap<string, Folded>;

export const foldFamilies = async (
  store: Pick<ReceivingStore, 'foldedWith' | 'entriesOf' | 'replaceSummaries'>,
  place: string,
  families: ReadonlySet<string>,
  fold: Fold,
): Promise<void> => {
  // A merge touches families that are not in the bundle.
  const whole = [...new Set([...families, ...(await store.foldedWith(place, [...families]))])];
  const entries = await store.entriesOf(place, whole);
  const summaries = [...fold(entries)].map(([family, one]) => ({
    ...{ ...one, family },
    entries: entries.filter((entry) => one.families.includes(entry.family)).length,
  }));
  await store.replaceSummaries(place, whole, summaries);
};
