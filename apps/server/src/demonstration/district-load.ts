/** A simulated district before it is written to the database: plain data, so that other threads can make it. */
import type { FigureCount } from '@denba/sync-server/figures/figures';
import type { SummaryRow } from '@denba/sync-server/summaries';
import type { EntryRow } from '@denba/sync-server/write-entries';
import type { PlaceKind } from '../database/tables.ts';

export type LoadedPlace = {
  readonly id: string;
  readonly kind: PlaceKind;
  readonly name: string;
  readonly parent: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** By year. */
  readonly population: Readonly<Record<number, number>>;
};

export type LoadedPhone = {
  readonly id: string;
  readonly place: string;
  readonly name: string;
  readonly joinedAt: Date;
  readonly lastSeenAt: Date;
};

/** The end of a log in a feed: how far it was received, and the hash of the last entry in hexadecimal. */
export type LoadedLog = { readonly phone: string; readonly acknowledged: number; readonly head: string };

/** The figures of a month at the moment when it was closed. */
export type ClosedMonth = {
  readonly month: string;
  /** When it was closed, ISO 8601. */
  readonly at: string;
  readonly counts: readonly FigureCount[];
};

export type LoadedFeed = {
  readonly place: string;
  /** In feed order. */
  readonly rows: readonly EntryRow[];
  readonly summaries: readonly SummaryRow[];
  /** Families that another place cares for too, and since when. */
  readonly circle: readonly { readonly family: string; readonly other: string; readonly since: Date }[];
  /** Logs of the phones that belong to the place. */
  readonly logs: readonly LoadedLog[];
  /** In order of the months. */
  readonly closed: readonly ClosedMonth[];
};

export type DistrictLoad = {
  /** Sorted so that a place comes after its parent. */
  readonly places: readonly LoadedPlace[];
  readonly phones: readonly LoadedPhone[];
  /** The place of the last feed: when its feed is there, the whole district is. */
  readonly last: string;
  /** May still be made while the first of them are written. */
  readonly feeds: Iterable<LoadedFeed> | AsyncIterable<LoadedFeed>;
};

/** What one feed left in the database. */
export type LoadedCount = { readonly place: string; readonly families: number; readonly entries: number };
