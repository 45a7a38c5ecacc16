/**
 * Appends the joining entries to the feed of their place and of every other place that cares for the family, and folds
 * the families there.
 */
import { groupedBy } from '@denba/quantities/grouped-by';
import type { Joining } from '../admit.ts';
import { type Fold, foldFamilies } from './fold-families.ts';
import type { AuditEvent, Kept, ReceivingStore } from './receiving-store.ts';
import { shareFamilies } from './share-families.ts';

/** `fold`: `null`: the families are not folded now but left for `takeAndFold`. */
export const joinRecord = async <Row extends Kept>(
  { store, fold }: { readonly store: ReceivingStore<Row>; readonly fold: Fold | null },
  place: string,
  joining: readonly Joining[],
): Promise<void> => {
  if (joining.length === 0) return;
  await store.append(place, joining);
  const others = await shareFamilies(store, place, joining);
  for (const [where, families] of [[place, familiesOf(joining)] as const, ...others]) {
    if (fold === null) await store.leaveToFold(where, [...families]);
    else await foldFamilies(store, where, families, fold);
  }
};

/** One audit event per family. `by`: what is known of how the entries arrived. */
export const auditOfJoining = (
  device: string,
  by: AuditEvent['detail'],
  joining: readonly Joining[],
): readonly AuditEvent[] =>
  [...groupedBy(joining, ({ entry }) => entry.family as string)].map(([family, of]) => ({
    actor: `device:${device}`,
    act: 'received',
    family,
    detail: { ...by, entries: of.length, authors: [...new Set(of.map(({ entry }) => entry.author))] },
  }));

const familiesOf = (joining: readonly Joining[]): ReadonlySet<string> =>
  new Set(joining.map(({ entry }) => entry.family));
