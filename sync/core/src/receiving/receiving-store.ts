/**
 * What the server's store must be able to do while a bundle is taken in. What is decided stands in `receive-bundle.ts`;
 * how it is kept, in PostgreSQL (`sync/server`) or in memory (the simulation), stands behind this. One store is one
 * transaction: all of it is kept or none. `test/receiving-acceptance.ts` says what every store must do.
 *
 * Each question and each change is about one place, so that a database can be spread over many machines by place.
 */
import type { JsonObject, JsonValue } from '@denba/records/canonical-json';
import type { Entry, EntryHash } from '@denba/records/entry';
import type { Joining, KnownLog, Refused } from '../admit.ts';

/** An entry as the store keeps it: carried from place to place unread. */
export type Kept = { readonly hash: EntryHash };

/** `other` cares for the family too. */
export type Member = { readonly family: string; readonly other: string };

export type Folded = {
  /** The families that were merged into this one, itself included. */
  readonly families: readonly string[];
  readonly summary: JsonValue;
  readonly facts: JsonValue;
};

export type Summary = Folded & {
  readonly family: string;
  readonly entries: number;
  /** Families that some entry has ever named together with these, whether or not they are merged now. */
  readonly readTogether: readonly string[];
};

export type AuditEvent = {
  /** `device:…` or `account:…`. */
  readonly actor: string;
  readonly act: string;
  readonly family: string | null;
  readonly detail: JsonObject;
};

export type ReceivingStore<Row extends Kept = Kept> = {
  /** How far the log of the device is received. Two bundles of one device take turns. */
  readonly lockLog: (place: string, device: string) => Promise<KnownLog>;
  readonly acknowledge: (place: string, device: string, log: KnownLog) => Promise<void>;
  /** What the feed has of the device, by number: `count` numbers from `from` on. */
  readonly hashesOf: (
    place: string,
    device: string,
    from: number,
    count: number,
  ) => Promise<ReadonlyMap<number, EntryHash>>;
  /** At the end of the feed, in this order, numbered without gaps. They are not there yet. */
  readonly append: (place: string, joining: readonly Joining[]) => Promise<void>;
  /** The same, of entries that another feed has. */
  readonly appendKept: (place: string, family: string, rows: readonly Row[]) => Promise<void>;
  /** Entries of the family in the feed, in its order. */
  readonly past: (place: string, family: string) => Promise<readonly Row[]>;
  readonly pastHashes: (place: string, family: string) => Promise<readonly EntryHash[]>;
  readonly entriesOf: (place: string, families: readonly string[]) => Promise<readonly Entry[]>;
  readonly membersFor: (place: string, families: readonly string[]) => Promise<readonly Member[]>;
  /** Twice is once. */
  readonly addMember: (place: string, member: Member) => Promise<void>;
  /** Those of the ids that are places. */
  readonly knownPlaces: (ids: readonly string[]) => Promise<readonly string[]>;
  /**
   * What every summary that is read together with one of these is read together with. A family that is read alone need
   * not be named.
   */
  readonly readTogether: (place: string, families: readonly string[]) => Promise<readonly string[]>;
  /** Entries of these families came new: their summaries are those of before until `takeAndFold`. Twice is once. */
  readonly leaveToFold: (place: string, families: readonly string[]) => Promise<void>;
  /** Some of the families that were left, which are left no more. Nobody brings entries to the place meanwhile. */
  readonly takeToFold: (place: string, most: number) => Promise<readonly string[]>;
  /** In place of all summaries that are filed under one of these families. */
  readonly replaceSummaries: (
    place: string,
    families: readonly string[],
    summaries: readonly Summary[],
  ) => Promise<void>;
  /** The same refusal twice is one. */
  readonly quarantine: (place: string, device: string, refused: readonly Refused[]) => Promise<void>;
  readonly audit: (place: string, events: readonly AuditEvent[]) => Promise<void>;
};
