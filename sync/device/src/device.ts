/**
 * What a phone keeps, as the app sees it: types only. `open-device.ts` makes a device on IndexedDB, `memory-device.ts`
 * one in memory that keeps the same promises.
 *
 * The promises:
 * - what `save` acknowledged survives a kill at any moment; a failed `save` leaves nothing behind;
 * - nothing about a patient is stored in clear, names of keys included;
 * - entries are never changed or deleted; what cannot be read is reported, set aside and can be put back;
 * - rows are a fold of the entries: they are rebuilt when they are missing, damaged or of another `rowVersion`.
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
import type { StoreProblem, Usage } from './store-report.ts';

/** A health worker who can unlock this device. Not encrypted, because the lock screen shows it. */
export type DeviceUser = {
  readonly id: string;
  readonly name: string;
  readonly methods: readonly UnlockMethod[];
  /** Absent: she chose her PIN herself, or has confirmed that she knows who changed it. */
  readonly pinGiven?: PinGiven;
};
/** A PIN that was changed while somebody else had the device open. `by`: her name; empty: the recovery key was used. */
export type PinGiven = { readonly by: string; readonly atMs: number };
export type UnlockMethod = 'pin' | 'fingerprint';

/** The place that uses the device; its id becomes the `facility` of its entries. */
export type Centre = { readonly id: string; readonly name: string };

/** The row that the list shows of one family (the root), and the families merged with it, itself included. */
export type Projected<Row> = { readonly families: readonly FamilyId[]; readonly row: Row };

export type DeviceOptions<Row> = {
  /** Name of the IndexedDB database: `denba`, `denba-training`. */
  readonly name: string;
  /** Milliseconds since 1970. May be wrong by years. */
  readonly wallMs: () => number;
  /** A new UUID. */
  readonly newId: () => string;
  /** The rows are rebuilt from the entries when this changes. */
  readonly rowVersion: string;
  /**
   * Returns the rows of the families that the entries belong to, by root family. A row is JSON and is stored unchanged.
   */
  readonly project: (entries: readonly Entry[]) => ReadonlyMap<FamilyId, Projected<Row>>;
  /** Other families that a draft (or an entry) links: those named by a merge. */
  readonly linkedFamilies: (draft: SaveDraft) => readonly FamilyId[];
};

/**
 * Called with the number of steps done and of all steps, while rows are rebuilt, a backup is restored, or everything is
 * checked.
 */
export type Progress = (done: number, total: number) => void;

/**
 * Called with the snapshot of `layAsideGlance`, as soon as the key is derived and only if nothing was written since.
 * The rows are read after the promise has resolved, that is, once the snapshot is on the screen.
 */
export type OnGlance = (glance: JsonValue) => Promise<void>;

export type Device<Row> = {
  /** `[]`: the device was never set up. */
  readonly users: () => readonly DeviceUser[];
  readonly centre: () => Centre | null;
  /**
   * A device was set up here and its database is gone: the browser lost or cleared it. It looks like a first start but
   * is not: the app should say so, and offer to restore a backup after `create`.
   */
  readonly vanished: () => boolean;
  /**
   * Sets up the device. Throws when the device already has users. The recovery key is shown once, and stored encrypted
   * until the phone's server has it.
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
  /** For a forgotten PIN: the user of this session is `recoveryUser`. The app must give a user a new PIN, then lock. */
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
  /** Closes the database and locks all sessions. */
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
  /** The disk is full: nothing was written. Also returned shortly before it is full, so that drafts still find room. */
  | { readonly kind: 'full' }
  | { readonly kind: 'invalid'; readonly errors: readonly RecordError[] }
  | { readonly kind: 'locked' }
  /** The browser refused; `name` is the name of its error (`AbortError`…). Nothing was written. */
  | { readonly kind: 'storage'; readonly name: string };

export type Session<Row> = {
  readonly user: DeviceUser;
  readonly deviceId: DeviceId;
  readonly centre: Centre;
  /**
   * Rows by root family. Returns the same map until something changes, then a new one. Nothing is copied: an older map
   * shows the current rows.
   */
  readonly rows: () => ReadonlyMap<FamilyId, Row>;
  /**
   * Stores a snapshot that fits the current `rows()`; the next unlocking shows it first. `null` removes it. On a full
   * disk no snapshot is stored.
   */
  readonly layAsideGlance: (value: JsonValue) => Promise<void>;
  /** Entries of the family and of all families merged with it, in the order of `compareEntries`. */
  readonly entriesOf: (family: FamilyId) => Promise<readonly Entry[]>;
  /**
   * Saves all drafts or none; they are on disk when the promise resolves. `filled`: name in `draft` of the half-filled
   * form that is saved here. It is removed in the same transaction: no crash leaves both, or neither. The save is
   * prepared at once, but nothing is written before `first` has settled (the last write of the form itself).
   */
  readonly save: (
    drafts: readonly SaveDraft[],
    filled?: string | null,
    first?: Promise<unknown>,
  ) => Promise<Result<readonly Entry[], SaveError>>;
  /**
   * Adds entries of other devices, or our own from a backup. They are validated here: `invalid` when one of them is not
   * an entry. Idempotent: entries that are stored already are not added again.
   */
  readonly receive: (entries: readonly unknown[]) => Promise<Result<{ readonly added: number }, SaveError>>;
  /**
   * Calls `listener` after each change, here or in another tab, with the families whose entries or row changed. Returns
   * a function that unsubscribes.
   */
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
    /** Of the user herself, or of another one, who is told of it (`pinGiven`). */
    readonly changePin: (userId: string, pin: string) => Promise<void>;
    /** The user of this session knows that her PIN was changed. */
    readonly confirmPin: () => Promise<void>;
    readonly addFingerprint: () => Promise<Result<void, { readonly kind: 'notOffered' | 'cancelled' }>>;
    readonly removeFingerprint: (userId: string) => Promise<void>;
    readonly remove: (userId: string) => Promise<Result<void, { readonly kind: 'lastUser' }>>;
  };
  /**
   * Makes a new recovery key, which is shown once and sent to the server at the next meeting; the previous one no
   * longer works.
   */
  readonly renewRecoveryKey: () => Promise<string>;
  /**
   * The damage found in the store. Empty once the session is locked, like `rows`, because a screen may draw once more
   * while it closes.
   */
  readonly problems: () => readonly StoreProblem[];
  readonly usage: () => Promise<Usage>;
  readonly askPersistence: () => Promise<boolean>;
  /** All entries and media in one encrypted file. */
  readonly exportBackup: (password: string, onProgress?: Progress) => Promise<Blob>;
  /**
   * Adds the entries and recordings of a backup that are not here. Of a damaged file, everything readable is restored.
   * `takes` is called with the centre of the file before anything is added, and may refuse it; the default accepts any
   * centre.
   */
  readonly restoreBackup: (
    file: Blob,
    password: string,
    onProgress?: Progress,
    takes?: (from: Centre) => boolean,
  ) => Promise<Result<Restored, RestoreError>>;
  /** The log of this device. */
  readonly log: {
    readonly head: () => LogHead;
    /** Up to `most` entries after the number `after`, sorted by number; those that cannot be read are left out. */
    readonly read: (after: number, most: number) => Promise<readonly LogLine[]>;
  };
  /** Devices that have at least one entry here; this one is included once it has written. */
  readonly devicesHere: () => ReadonlySet<string>;
  /** Texts of entries by device and number; those that are not stored here, or cannot be read, are left out. */
  readonly linesNamed: (wanted: ReadonlyMap<string, ReadonlySet<number>>) => Promise<readonly NamedLine[]>;
  /** ECDSA P-256 over SHA-256: signature as r‖s (64 bytes), public key as an uncompressed point (65 bytes). */
  readonly sign: (bytes: Uint8Array) => Promise<{ readonly signature: Uint8Array; readonly publicKey: Uint8Array }>;
  /** Reads everything that is stored, so that `problems` reports damage before somebody needs what is damaged. */
  readonly check: (onProgress?: Progress) => Promise<readonly StoreProblem[]>;
  /** After this, `rows` is empty, `save` returns `locked`, and everything else rejects. */
  readonly lock: () => void;
  /**
   * Resolves when the session is locked. It also locks by itself when a newer app in another tab has changed how rows
   * are read: the page must then be reloaded.
   */
  readonly whenLocked: Promise<void>;
};

/**
 * Encrypted values by name; the names are encrypted too. `put` rejects with the browser's `QuotaExceededError` when the
 * disk is full.
 */
export type SealedStore<Value> = {
  /** `null` when there is no such value, or when it is damaged (which `problems` then reports). */
  readonly get: (key: string) => Promise<Value | null>;
  readonly put: (key: string, value: Value) => Promise<void>;
  readonly remove: (key: string) => Promise<void>;
  readonly keys: () => Promise<readonly string[]>;
};

export type AuditEvent = {
  readonly atMs: number;
  /** The user; `null` when nobody was unlocked (for a wrong PIN, `detail.user` says whose PIN it was). */
  readonly userId: string | null;
  readonly kind: string;
  readonly detail: JsonObject;
};

export type Restored = {
  /** Entries in the file. */
  readonly read: number;
  /** `added`: number of entries that were not here before; `families`: number of families that they belong to. */
  readonly added: number;
  readonly families: number;
};

export type RestoreError =
  | { readonly kind: 'notABackup' }
  | { readonly kind: 'wrongPassword' }
  /** `takes` refused the centre of the file: nothing was added. */
  | { readonly kind: 'otherCentre'; readonly centre: Centre }
  /** Parts of the file could not be read; the rest was restored. */
  | ({ readonly kind: 'damaged'; readonly lostParts: number } & Restored)
  | SaveError;
