/**
 * The server's store in memory: it keeps the same promises as the PostgreSQL store, checked by the same test suite. For
 * one writer at a time.
 */
import type { ReceivingStore, Summary } from '@denba/sync/receiving/receiving-store';
import { type FeedRow, logKey, type ServerState } from './server-state.ts';

/** Changes `state` in place: pass a copy, and keep the copy when everything succeeded. */
export const memoryReceivingStore = (
  state: ServerState,
  places: readonly string[],
  receivedMs: number,
): ReceivingStore<FeedRow> => {
  const feed = (place: string): readonly FeedRow[] => state.feeds.get(place) ?? [];
  const append = (place: string, rows: readonly Omit<FeedRow, 'position' | 'receivedMs'>[]): void => {
    const before = feed(place);
    const present = new Set(before.map(({ hash }) => hash));
    const added = rows.map(({ hash, entry, text }, index): FeedRow => {
      // The check of the unique key of the table `entry`.
      if (present.has(hash)) throw new Error('an entry is put twice into one feed');
      present.add(hash);
      return { position: before.length + 1 + index, hash, receivedMs, entry, text };
    });
    if (added.length > 0) state.feeds.set(place, [...before, ...added]);
  };
  const past = (place: string, family: string) => feed(place).filter(({ entry }) => entry.family === family);
  const summariesOf = (place: string): ReadonlyMap<string, Summary> => state.summaries.get(place) ?? new Map();
  return {
    lockLog: async (place, device) => state.logs.get(logKey(place, device)) ?? { acknowledged: 0, head: null },
    acknowledge: async (place, device, log) => void state.logs.set(logKey(place, device), log),
    hashesOf: async (place, device, from, count) =>
      new Map(
        feed(place)
          .filter(({ entry }) => entry.device === device && entry.seq >= from && entry.seq < from + count)
          .map(({ entry, hash }) => [entry.seq, hash]),
      ),
    append: async (place, joining) => append(place, joining),
    appendKept: async (place, _family, rows) => append(place, rows),
    past: async (place, family) => past(place, family),
    pastHashes: async (place, family) => past(place, family).map(({ hash }) => hash),
    entriesOf: async (place, families) =>
      feed(place).flatMap(({ entry }) => (families.includes(entry.family) ? [entry] : [])),
    membersFor: async (place, families) =>
      (state.circles.get(place) ?? []).filter(({ family }) => families.includes(family)),
    addMember: async (place, member) => {
      const members = state.circles.get(place) ?? [];
      if (members.some(({ family, other }) => family === member.family && other === member.other)) return;
      state.circles.set(place, [...members, member]);
    },
    knownPlaces: async (ids) => ids.filter((id) => places.includes(id)),
    readTogether: async (place, families) =>
      [...summariesOf(place).values()].flatMap(({ readTogether }) =>
        readTogether.some((family) => families.includes(family)) ? readTogether : [],
      ),
    leaveToFold: async (place, families) =>
      void state.toFold.set(place, new Set([...(state.toFold.get(place) ?? []), ...families])),
    takeToFold: async (place, most) => {
      const [...left] = state.toFold.get(place) ?? [];
      state.toFold.set(place, new Set(left.slice(most)));
      return left.slice(0, most);
    },
    replaceSummaries: async (place, families, summaries) => {
      const kept = new Map(summariesOf(place));
      for (const family of families) kept.delete(family);
      for (const summary of summaries) {
        // The check of the primary key of the table `family_summary`.
        if (kept.has(summary.family)) throw new Error('a family has two summaries');
        kept.set(summary.family, summary);
      }
      state.summaries.set(place, kept);
    },
    quarantine: async (_place, device, refused) => {
      for (const { seq, reason } of refused) state.quarantine.add(`${device} ${seq} ${reason}`);
    },
    audit: async () => {},
  };
};
