/**
 * What the server's store must provide while a bundle is received. The decisions are in `receive-bundle.ts`; how things
 * are stored, in PostgreSQL (`sync/server`) or in memory (the simulation), is hidden behind this type. One store is one
 * transaction: all of it is kept or none. `test/receiving-acceptance.ts` says what every store must do.
 *
 * Each question and each change concerns one place, so that a database can be spread over many machines by place.
 */
import type { JsonObject, JsonValue } from '@denba/records/canonical-json';
import type { Entry, EntryHash } from '@denba/records/entry';
import type { Joining, KnownLog, Refused } from '../admit.ts';

/** An entry in the form in which the store keeps it; it is copied from place to place without being parsed. */
export type Kept = { readonly hash: EntryHash };

/** The place `other` cares for the family too. */
export type Member = { readonly family: string; readonly other: string };

export type Folded = {
  /** The families that were merged into this one, including itself. */
  readonly families: readonly string[];
  readonly summary: JsonValue;
  readonly facts: JsonValue;
};

export type Summary = Folded & {
  readonly family: string;
  readonly entries: number;
  /** Families that some entry has ever linked with these, whether or not they are merged now. */
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
  /**
   * Returns how far the log of the device is received, and locks it: two bundles of one device are processed one after
   * the other.
   */
  readonly lockLog: (place: string, device: string) => Promise<KnownLog>;
  readonly acknowledge: (place: string, device: string, log: KnownLog) => Promise<void>;
  /** Hashes of the device's entries in the feed, by sequence number: `count` numbers beginning with `from`. */
  readonly hashesOf: (
    place: string,
    device: string,
    from: number,
    count: number,
  ) => Promise<ReadonlyMap<number, EntryHash>>;
  /**
   * Appends the entries to the feed in this order, numbered without gaps. The caller guarantees that the feed does not
   * have them yet.
   */
  readonly append: (place: string, joining: readonly Joining[]) => Promise<void>;
  /** Like `append`, for entries copied from the feed of another place. */
  readonly appendKept: (place: string, family: string, rows: readonly Row[]) => Promise<void>;
  /** Entries of the family in the feed of the place, in feed order. */
  readonly past: (place: string, family: string) => Promise<readonly Row[]>;
  readonly pastHashes: (place: string, family: string) => Promise<readonly EntryHash[]>;
  readonly entriesOf: (place: string, families: readonly string[]) => Promise<readonly Entry[]>;
  readonly membersFor: (place: string, families: readonly string[]) => Promise<readonly Member[]>;
  /** Idempotent. */
  readonly addMember: (place: string, member: Member) => Promise<void>;
  /** Returns those of the ids that are places. */
  readonly knownPlaces: (ids: readonly string[]) => Promise<readonly string[]>;
  /**
   * Returns the families that are read together with any of these, according to the stored summaries. A family that is
   * read alone may be left out.
   */
  readonly readTogether: (place: string, families: readonly string[]) => Promise<readonly string[]>;
  /** Marks the families as having new entries: their summaries stay outdated until `takeAndFold`. Idempotent. */
  readonly leaveToFold: (place: string, families: readonly string[]) => Promise<void>;
  /**
   * Returns up to `most` of the marked families and unmarks them. No entries are added to the place until the
   * transaction ends.
   */
  readonly takeToFold: (place: string, most: number) => Promise<readonly string[]>;
  /** Replaces all summaries that are stored under one of these families. */
  readonly replaceSummaries: (
    place: string,
    families: readonly string[],
    summaries: readonly Summary[],
  ) => Promise<void>;
  /** Idempotent: the same refusal is stored once. */
  readonly quarantine: (place: string, device: string, refused: readonly Refused[]) => Promise<void>;
  readonly audit: (place: string, events: readonly AuditEvent[]) => Promise<void>;
};
