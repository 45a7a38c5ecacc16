/**
 * The entries of a centre as they are in its own feed and in that of the hospital: rows, summaries, circles, ends of
 * logs. Pure.
 */
import type { CountedFact } from '@denba/indicators/facts/counted-fact';
import { entryToText } from '@denba/records/entry';
import type { FamilyId } from '@denba/records/ids';
import { HOSPITAL } from '@denba/scenario/district/district-places';
import { knownAtHospital } from '@denba/scenario/district/hospital-log';
import type { Received } from '@denba/scenario/district/phone-log';
import type { ClosedMonth, LoadedFeed, LoadedLog } from '@denba/server/demonstration/district-load';
import { type Fold, summariesOf } from '@denba/sync/receiving/fold-families';
import type { Summary } from '@denba/sync/receiving/receiving-store';
import { sumCells } from '@denba/sync-server/figures/sum-cells';
import { summaryRow } from '@denba/sync-server/summaries';
import { type EntryRow, rowOf } from '@denba/sync-server/write-entries';
import type { Together } from './closed-months.ts';

/** Works out the closed months of a place. */
export type CloseMonths = (place: string, families: readonly Together[]) => readonly ClosedMonth[];

export type CentreFeeds = { readonly own: LoadedFeed; readonly atHospital: LoadedFeed };

/** `hospital`: the entries of the hospital's log that are about families of the centre. */
export const centreFeeds = (
  place: string,
  received: readonly Received[],
  hospital: readonly Received[],
  { fold, close }: { readonly fold: Fold; readonly close: CloseMonths },
): CentreFeeds => {
  const since = knownAtHospital(received);
  const all = [...received, ...hospital].sort((a, b) => a.receivedMs - b.receivedMs);
  const rows = all.map(asRow);
  const entries = all.map(({ entry }) => entry);
  const folded = summariesOf(entries, fold);
  const summaries = folded.map((one) => summaryRow(place, one));
  const together = togetherOf(all, folded);
  const shared = rows.flatMap((row) => {
    const from = since.get(row.family as FamilyId);
    if (from === undefined) return [];
    return [{ ...row, receivedAt: new Date(Math.max(from, row.receivedAt?.getTime() ?? from)) }];
  });
  const circleWith = (other: string) =>
    [...since].map(([family, ms]) => ({ family: family as string, other, since: new Date(ms) }));
  return {
    own: {
      place,
      rows,
      summaries,
      circle: circleWith(HOSPITAL),
      logs: endsOf(received),
      closed: close(place, together),
    },
    atHospital: {
      place: HOSPITAL,
      rows: shared.sort(byArrival),
      summaries: summaries
        .filter(({ family }) => since.has(family as FamilyId))
        .map((one) => ({ ...one, place_id: HOSPITAL })),
      circle: circleWith(place),
      logs: [],
      closed: close(HOSPITAL, togetherOf(knownThere(all, since), folded)),
    },
  };
};

/**
 * The entries of the families that were referred to the hospital, each with the time at which the hospital received it.
 */
const knownThere = (all: readonly Received[], since: ReadonlyMap<FamilyId, number>): readonly Received[] =>
  all
    .flatMap((one) => {
      const from = since.get(one.entry.family);
      return from === undefined ? [] : [{ ...one, receivedMs: Math.max(from, one.receivedMs) }];
    })
    .toSorted((a, b) => a.receivedMs - b.receivedMs);

const togetherOf = (received: readonly Received[], folded: readonly Summary[]): readonly Together[] => {
  const groups = new Map<string, { readonly received: Received[]; readonly facts: CountedFact[] }>();
  for (const { readTogether, facts } of folded) {
    const own = readTogether.map((family) => groups.get(family)).find((one) => one !== undefined) ?? nobody();
    own.facts.push(...(facts as unknown as readonly CountedFact[]));
    for (const family of readTogether) groups.set(family, own);
  }
  for (const one of received) groups.get(one.entry.family)?.received.push(one);
  return [...new Set(groups.values())].filter((own) => own.received.length > 0);
};

const nobody = () => ({ received: [], facts: [] });

/** The hospital's feed: what each centre shares with it, and the end of its own log. */
export const hospitalFeed = (shares: readonly LoadedFeed[], log: readonly Received[]): LoadedFeed => ({
  place: HOSPITAL,
  rows: shares.flatMap(({ rows }) => rows).sort(byArrival),
  summaries: shares.flatMap(({ summaries }) => summaries),
  circle: shares.flatMap(({ circle }) => circle),
  logs: endsOf(log),
  closed: (shares[0]?.closed ?? []).map(({ month, at }) => ({
    month,
    at,
    counts: sumCells(shares.flatMap(({ closed }) => closed.find((one) => one.month === month)?.counts ?? [])),
  })),
});

const asRow = ({ entry, hash, receivedMs }: Received): EntryRow => {
  const at = new Date(receivedMs);
  return { ...rowOf({ kind: 'joins', entry, text: entryToText(entry), hash }, { at, phoneOffMs: 0 }), receivedAt: at };
};

const byArrival = (a: EntryRow, b: EntryRow): number => (a.receivedAt?.getTime() ?? 0) - (b.receivedAt?.getTime() ?? 0);

const endsOf = (received: readonly Received[]): readonly LoadedLog[] => {
  const last = new Map<string, Received>();
  for (const one of received) {
    if ((last.get(one.entry.device)?.entry.seq ?? 0) < one.entry.seq) last.set(one.entry.device, one);
  }
  return [...last].map(([phone, { entry, hash }]) => ({ phone, acknowledged: entry.seq, head: hash }));
};
