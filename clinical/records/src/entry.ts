/**
 * Entry: one saved form. Immutable; part of the log of the device that made it, to whose last entry it is chained by
 * hash. Fields that this version does not know are kept (and hashed) as they came.
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
  /** Whom the form is about; `null`: the family as a whole. */
  readonly subject: PersonId | null;
  /** Form and version: `birth@2`. */
  readonly form: string;
  /** Protocol whose conclusions are in `findings`: `mami@3.0.0`. `null` when no protocol took part. */
  readonly protocolVersion: string | null;
  readonly answers: JsonObject;
  /** What the worker was shown: classes, reasons, actions. */
  readonly findings: JsonObject;
  readonly author: string;
  readonly device: DeviceId;
  /** 1, 2, 3… on its device, without gaps. */
  readonly seq: number;
  /** Hash of the entry before it on its device; `null` for the first. */
  readonly prev: EntryHash | null;
  readonly facility: FacilityId;
  /** The day on which what it says happened. */
  readonly occurredOn: LocalDate;
  readonly recordedAt: HybridTime;
};

/** Reads an entry from elsewhere (store, wire, file). Unknown fields stay. What is whole is not copied. */
export const parseEntry = (input: unknown): Result<Entry, readonly RecordError[]> => {
  if (isWholeEntry(input)) return ok(input as Entry);
  const parsed = v.safeParse(entrySchema, input, { abortPipeEarly: true });
  return parsed.success ? ok(parsed.output as Entry) : err(recordErrorsFrom(parsed.issues));
};

/** The bytes of an entry, as text: what is hashed, stored and sent. */
export const entryToText = (entry: Entry): string => canonicalJson(entry as JsonValue);

export const hashEntry = (entry: Entry): EntryHash => hashEntryText(entryToText(entry));

/** `text`: of `entryToText`. For whoever has it already. */
export const hashEntryText = (text: string): EntryHash => bytesToHex(sha256(utf8ToBytes(text))) as EntryHash;

/**
 * The one order in which a family is read: by time of recording, then id. Two different entries with one id (which no
 * honest device makes) are ordered by their text, so that the order is total whatever happens.
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

/** What an entry must be, with what to say where it is not. `isWholeEntry` asks the same. */
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
