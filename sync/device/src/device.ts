/**
 * What a phone keeps, as the app sees it: types only. `open-device.ts` makes a device on IndexedDB, `memory-device.ts`
 * one in memory that keeps the same promises.
 *
 * The promises:
 * - what `save` acknowledged survives a kill at any moment; a failed `save` leaves nothing behind;
 * - nothing about a patient is stored in clear, names of keys included;
 * - entries are never changed or deleted; what cannot be read is reported, set aside and can be put back;
 * - rows are a fold of the entries: they are made again when they are missing, damaged or of another `rowVersion`.
 */

import type { LocalDate } from '@denba/quantities/local-date';
import type { Result } from '@denba/quantities/result';
import type { JsonObject, JsonValue } from '@denba/records/canonical-json';
import type { Entry } from '@denba/records/entry';
import type { LogHead } from '@denba/records/entry-log';
import type { DeviceId, FamilyId, PersonId } from '@denba/records/ids';
import type { RecordError } from '@denba/records/record-error';
import type { LogLine } from '@denba/sync/bundle';
import type { NamedLine } from '@denba/sync/courier/judge-family';

/** A health worker who unlocks this device. Kept in clear: shown on the lock screen. */
export type DeviceUser = {
  readonly id: string;
  readonly name: string;
  readonly methods: readonly UnlockMethod[];
};
export type UnlockMethod = 'pin' | 'fingerprint';

/** The place that uses the device: becomes `facility` of its entries. */
export type Centre = { readonly id: string; readonly name: string };

/** What the list shows of one family (the root), and the families merged with it, itself included. */
export type Projected<Row> = { readonly families: readonly FamilyId[]; readonly row: Row };

export type DeviceOptions<Row> = {
  /** Name of the IndexedDB database: `denba`, `denba-training`. */
  readonly name: string;
  /** Milliseconds since 1970. May be wrong by years. */
  readonly wallMs: () => number;
  /** A new UUID. */
  readonly newId: () => string;
  /** Rows are made again from the entries when this changes. */
  readonly rowVersion: string;
  /** Rows of the families that the entries are of, by root family. A row is JSON: it is stored as it is. */
  readonly project: (entries: readonly Entry[]) => ReadonlyMap<FamilyId, Projected<Row>>;
  /** Other families that a draft (or an entry) speaks of: those named by a merge. */
  readonly linkedFamilies: (draft: SaveDraft) => readonly FamilyId[];
};

/** Steps done of all steps. Given when rows are made again, a backup is restored, everything is checked. */
export type Progress = (done: number, total: number) => void;

/**
 * Given what was laid aside with `layAsideGlance`, as soon as the key is there and while nothing was written since.
 * The rows are read once the promise has resolved: when it is on the screen.
 */
export type OnGlance = (glance: JsonValue) => Promise<void>;

export type Device<Row> = {
  /** `[]`: first start. */
  readonly users: () => readonly DeviceUser[];
  readonly centre: () => Centre | null;
  /**
   * A device was set up here and its database is gone: the browser lost or cleared it. Looks like a first start, and is
   * none: say so, and offer to restore a backup after `create`.
   */
  readonly vanished: () => boolean;
  /**
   * First start. Throws when the device already has users. The recovery key is shown once, and kept, sealed, until the
   * server of this phone has it.
   */
  readonly create: (first: {
    readonly centre: Centre;
    readonly userName: string;
    readonly pin: string;
  }) => Promise<{ readonly session: Session<Row>; readonly recoveryKey: string }>;
  readonly unlock: (
    userId: string,
    pin: string,
    onProgress?: Progress,
    onGlance?: OnGlance,
  ) => Promise<Result<Session<Row>, UnlockError>>;
  readonly unlockWithFingerprint: (
    userId: string,
    onProgress?: Progress,
    onGlance?: OnGlance,
  ) => Promise<Result<Session<Row>, UnlockError>>;
  /** For a forgotten PIN: the user of this session is `recoveryUser`; give somebody a new PIN, then lock. */
  readonly unlockWithRecoveryKey: (key: string, onProgress?: Progress) => Promise<Result<Session<Row>, UnlockError>>;
  /** Wall clock at which the next PIN may be tried; `null`: now. */
  readonly waitUntilMs: (userId: string) => number | null;
  /** Settings that say nothing about patients (language, theme), readable while locked. */
  readonly preference: {
    readonly get: (name: string) => string | null;
    readonly set: (name: string, value: string) => Promise<void>;
  };
  /** Whether this browser may offer a fingerprint; `addFingerprint` finds out for certain. */
  readonly fingerprintOffered: () => Promise<boolean>;
  /** Lets go of the database. Sessions are locked. */
  readonly close: () => void;
};

export const recoveryUser: DeviceUser = { id: 'recovery', name: '', methods: [] };

export type UnlockError =
  | { readonly kind: 'wrongPin'; readonly attempts: number; readonly waitUntilMs: number | null }
  | { readonly kind: 'wait'; readonly untilMs: number }
  | { readonly kind: 'wrongRecoveryKey' }
  | { readonly kind: 'cancelled' }
  /** The user's key or the device's own key cannot be read: unlock another way (other user, recovery key). */
  | { readonly kind: 'damaged' };

export type SaveDraft = {
  readonly family: FamilyId;
  readonly subject: PersonId | null;
  readonly form: string;
  readonly protocolVersion: string | null;
  readonly answers: JsonObject;
  readonly findings: JsonObject;
  readonly occurredOn: LocalDate;
};

export type SaveError =
  /** No room: nothing was written. Also given shortly before the disk is full, so that drafts still find room. */
  | { readonly kind: 'full' }
  | { readonly kind: 'invalid'; readonly errors: readonly RecordError[] }
  | { readonly kind: 'locked' }
  /** The browser refused; `name` is its word for it (`AbortError`…). Nothing was written. */
  | { readonly kind: 'storage'; readonly name: string };

export type Session<Row> = {
  readonly user: DeviceUser;
  readonly deviceId: DeviceId;
  readonly centre: Centre;
  /**
   * By root family. The same map until something changes, then another one. Nothing is copied for it: what reads an
   * older map finds in it what is there now.
   */
  readonly rows: () => ReadonlyMap<FamilyId, Row>;
  /** Of what `rows()` gives now; the next unlocking begins with it. `null`: with nothing. On a full disk there is none. */
  readonly layAsideGlance: (value: JsonValue) => Promise<void>;
  /** Of the family and all families merged with it, in the order of `compareEntries`. */
  readonly entriesOf: (family: FamilyId) => Promise<readonly Entry[]>;
  /**
   * All or nothing; on disk before it resolves. `filled`: the name in `draft` of the half-filled form that this saves,
   * which is gone in the same moment: no crash leaves both, or neither. Made ready at once; nothing is written before
   * `first` is done (the form's own last write).
   */
  readonly save: (
    drafts: readonly SaveDraft[],
    filled?: string | null,
    first?: Promise<unknown>,
  ) => Promise<Result<readonly Entry[], SaveError>>;
  /**
   * Entries of other devices, or our own from a backup, unread: `invalid` when one is none. What is already here is not
   * added again.
   */
  readonly receive: (entries: readonly unknown[]) => Promise<Result<{ readonly added: number }, SaveError>>;
  /** After each change, here or in another tab: the families whose entries or row changed. Gives the way to stop. */
  readonly subscribe: (listener: (changed: ReadonlySet<FamilyId>) => void) => () => void;
  /** Half-filled forms. */
  readonly draft: SealedStore<JsonValue>;
  /** Settings that may name people. */
  readonly sealed: SealedStore<JsonValue>;
  /** Recorded audio and the like. */
  readonly media: SealedStore<Blob>;
  readonly audit: {
    readonly add: (kind: string, detail?: JsonObject) => Promise<void>;
    /** Newest first. */
    readonly list: (limit?: number) => Promise<readonly AuditEvent[]>;
  };
  readonly users: {
    readonly add: (name: string, pin: string) => Promise<DeviceUser>;
    readonly changePin: (userId: string, pin: string) => Promise<void>;
    readonly addFingerprint: () => Promise<Result<void, { readonly kind: 'notOffered' | 'cancelled' }>>;
    readonly removeFingerprint: (userId: string) => Promise<void>;
    readonly remove: (userId: string) => Promise<Result<void, { readonly kind: 'lastUser' }>>;
  };
  /** A new recovery key, shown once and handed in at the next meeting; the one before no longer opens. */
  readonly renewRecoveryKey: () => Promise<string>;
  /** What of the store is damaged. Like `rows`, nothing once it is locked: a screen may draw once more on its way out. */
  readonly problems: () => readonly StoreProblem[];
  readonly usage: () => Promise<Usage>;
  readonly askPersistence: () => Promise<boolean>;
  /** All entries and media in one encrypted file. */
  readonly exportBackup: (password: string, onProgress?: Progress) => Promise<Blob>;
  /**
   * Puts the entries of a backup back, and recordings that are not here. A damaged file gives what can be read. `takes`
   * is asked of which centre the file is before anything is taken in; without it, any is.
   */
  readonly restoreBackup: (
    file: Blob,
    password: string,
    onProgress?: Progress,
    takes?: (from: Centre) => boolean,
  ) => Promise<Result<Restored, RestoreError>>;
  /** The log of this device: where it ends, and up to `most` of its entries after number `after`. */
  readonly log: {
    readonly head: () => LogHead;
    /** Up to `most` after the number `after`, in their order; what cannot be read is left out. */
    readonly read: (after: number, most: number) => Promise<readonly LogLine[]>;
  };
  /** Devices of which there is an entry here, this one included once it has written. */
  readonly devicesHere: () => ReadonlySet<string>;
  /** Texts of entries of any device by their numbers there; what is not here, or cannot be read, is left out. */
  readonly linesNamed: (wanted: ReadonlyMap<string, ReadonlySet<number>>) => Promise<readonly NamedLine[]>;
  /** ECDSA P-256 over SHA-256: signature as r‖s (64 bytes), public key as an uncompressed point (65 bytes). */
  readonly sign: (bytes: Uint8Array) => Promise<{ readonly signature: Uint8Array; readonly publicKey: Uint8Array }>;
  /** Reads everything that is stored, so that damage shows in `problems` before somebody needs what is damaged. */
  readonly check: (onProgress?: Progress) => Promise<readonly StoreProblem[]>;
  /** Afterwards `rows` is empty, `save` gives `locked`, everything else rejects. */
  readonly lock: () => void;
  /** Also when it locks by itself, because a newer app in another tab has changed how rows are read: load the page anew. */
  readonly whenLocked: Promise<void>;
};

/** Values by name, sealed, names included. `put` rejects with the browser's `QuotaExceededError` when there is no room. */
export type SealedStore<Value> = {
  /** `null` when there is none, and when it is damaged (which `problems` then tells). */
  readonly get: (key: string) => Promise<Value | null>;
  readonly put: (key: string, value: Value) => Promise<void>;
  readonly remove: (key: string) => Promise<void>;
  readonly keys: () => Promise<readonly string[]>;
};

export type AuditEvent = {
  readonly atMs: number;
  /** Who; `null` when nobody was unlocked (a wrong PIN names whose in `detail.user`). */
  readonly userId: string | null;
  readonly kind: string;
  readonly detail: JsonObject;
};

export type Restored = {
  /** Entries in the file. */
  readonly read: number;
  /** Those that were not here before, and of how many families they are. */
  readonly added: number;
  readonly families: number;
};

export type RestoreError =
  | { readonly kind: 'notABackup' }
  | { readonly kind: 'wrongPassword' }
  /** It is of a centre that was not to be taken in: nothing was. */
  | { readonly kind: 'otherCentre'; readonly centre: Centre }
  /** Some of the file could not be read; the rest was restored. */
  | ({ readonly kind: 'damaged'; readonly lostParts: number } & Restored)
  | SaveError;

/** What cannot be read. It stays where it is until its entries are back. */
export type StoreProblem = {
  readonly kind: /** Entries that cannot be read. Cure: restore a backup, or receive them from the server. */
    | 'entriesDamaged'
    /** A half-filled form, setting or recording that cannot be read. Cure: make it again. */
    | 'valueDamaged'
    /** The app could not make the row of a family whose entries are all there. Cure: an update of the app. */
    | 'rowNotMade';
  /** Where: `segments/17`. */
  readonly place: string;
  /** How many entries; `null`: not known. */
  readonly entries: number | null;
  readonly families: readonly FamilyId[];
};

export type Usage = {
  readonly entries: number;
  readonly families: number;
  /** As the browser says. Chromium says a quota of 10 GB more than is used, whatever there is: look at `room`. */
  readonly usageBytes: number | null;
  readonly quotaBytes: number | null;
  readonly persisted: boolean | null;
  /** `low`: say so now, a few hundred visits still fit. `full`: `save` refuses, drafts still find room. */
  readonly room: 'enough' | 'low' | 'full';
};
