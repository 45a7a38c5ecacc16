/**
 * Entry: one saved form. It is immutable and belongs to the log of the device that made it, where it is chained to the
 * entry before it by hash. Fields that this version does not know are kept, and hashed, unchanged.
 */

import { type LocalDate, parseLocalDate } from '@denba/quantities/local-date';
import { err, ok, type Result } from '@denba/quantities/result';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import * as v from 'valibot';
import { canonicalJson, type JsonObject, type JsonValue } from './canonical-json.ts';
import { parseFormKey } from './form-definition.ts';
import { type HybridTime, isHybridTime } from './hybrid-clock.ts';
import { type DeviceId, type EntryId, type FacilityId, type FamilyId, isId, type PersonId } from './ids.ts';
import { type RecordError, recordErrorsFrom } from './record-error.ts';
import { isWholeEntry } from './whole-entry.ts';

declare const brand: unique symbol;
/** SHA-256 of an entry's canonical JSON, in hexadecimal. */
export type EntryHash = string & { readonly [brand]: true };

export type Entry = {
  readonly id: EntryId;
  readonly family: FamilyId;
  /** The person whom the form is about; `null` when it is about the whole family. */
  readonly subject: PersonId | null;
  /** Name and version of the form, for example `birth@2`. */
  readonly form: string;
  /** The protocol that produced `findings`, for example `mami@3.0.0`. `null` when no protocol was used. */
  readonly protocolVersion: string | null;
  readonly answers: JsonObject;
  /** What the worker was shown: classes, reasons, actions. */
  readonly findings: JsonObject;
  readonly author: string;
  readonly device: DeviceId;
  /** Number of the entry in its device's log: 1, 2, 3…, without gaps. */
  readonly seq: number;
  /** Hash of the entry before it on its device; `null` for the first. */
  readonly prev: EntryHash | null;
  readonly facility: FacilityId;
  /** The day on which the recorded event happened; `recordedAt` is when it was entered. */
  readonly occurredOn: LocalDate;
  readonly recordedAt: HybridTime;
};

/**
 * Validates an entry that comes from a store, the network or a file. Unknown fields are kept. A valid input is returned
 * as it is, not copied.
 */
export const parseEntry = (input: unknown): Result<Entry, readonly RecordError[]> => {
  if (isWholeEntry(input)) return ok(input as Entry);
  const parsed = v.safeParse(entrySchema, input, { abortPipeEarly: true });
  return parsed.success ? ok(parsed.output as Entry) : err(recordErrorsFrom(parsed.issues));
};

/** The canonical text of an entry: what is hashed, stored and sent. */
export const entryToText = (entry: Entry): string => canonicalJson(entry as JsonValue);

export const hashEntry = (entry: Entry): EntryHash => hashEntryText(entryToText(entry));

/** As `hashEntry`, for callers that already have the canonical text: `text` must come from `entryToText`. */
export const hashEntryText = (text: string): EntryHash => bytesToHex(sha256(utf8ToBytes(text))) as EntryHash;

/**
 * The order in which the entries of a family are read: by time of recording, then by id. Two different entries with the
 * same id (which a correct device never makes) are ordered by their text, so that the order is always total.
 */
export const compareEntries = (a: Entry, b: Entry): number => {
  if (a === b) return 0;
  if (a.recordedAt !== b.recordedAt) return a.recordedAt < b.recordedAt ? -1 : 1;
  if (a.id !== b.id) return a.id < b.id ? -1 : 1;
  const [textA, textB] = [entryToText(a), entryToText(b)];
  return textA === textB ? 0 : textA < textB ? -1 : 1;
};

const id = v.pipe(v.string(), v.check(isId, 'notAnId'));
const json = v.record(v.string(), v.unknown());

/** Schema of an entry, with the error of each field. `isWholeEntry` must accept exactly what this schema accepts. */
export const entrySchema = v.looseObject({
  id,
  family: id,
  subject: v.nullable(id),
  form: v.pipe(
    v.string(),
    v.check((text) => parseFormKey(text) !== null, 'notAForm'),
  ),
  protocolVersion: v.nullable(v.string()),
  answers: json,
  findings: json,
  author: v.pipe(
    v.string(),
    v.check((text) => text.trim() !== '', 'empty'),
  ),
  device: id,
  seq: v.pipe(
    v.number(),
    v.check((seq) => Number.isSafeInteger(seq) && seq >= 1, 'wrongSequence'),
  ),
  prev: v.nullable(
    v.pipe(
      v.string(),
      v.check((text) => /^[0-9a-f]{64}$/.test(text), 'wrongType|SHA-256'),
    ),
  ),
  facility: id,
  occurredOn: v.pipe(
    v.string(),
    v.check((text) => parseLocalDate(text).ok, 'notADate'),
  ),
  recordedAt: v.pipe(v.string(), v.check(isHybridTime, 'notATime')),
});
