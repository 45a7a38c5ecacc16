/**
 * What travels between phones and the server, whatever the road: shapes, limits and their versions. Pure; known to both
 * ends. A message says its version; an older end reads what it knows and passes the rest on unchanged.
 */
import { isHybridTime } from '@denba/records/hybrid-clock';
import { isId } from '@denba/records/ids';
import * as v from 'valibot';

/** One line a version: what changed. A message whose shape changes gets a new one (wire.test.ts holds the shapes). */
export const wireVersions = [
  '1: bundles of entries signed by their device, answers by prefix, feeds by position',
  '2: the server hands out the key that courier parcels are sealed to, and takes such parcels; bundles as before',
  '3: the server says which protocol pack a place has, hands packs out and the key that vouches for them; bundles as before',
  '4: a phone hands in its recovery key, sealed to the key of version 2; bundles and parcels as before',
  '5: a family travels from phone to phone, sealed to the phone that is to read it, signed by the one that sends it; bundles and parcels as before',
] as const;

export const WIRE = wireVersions.length;
/** The version in which a family’s bundle (`courier/family-bundle.ts`) got its shape: phones that meet no server are not updated together. */
export const FAMILY_WIRE = 5;

/** More is sent in several bundles. Of the text as it is after decompression. */
export const MOST_ENTRIES = 2_000;
export const MOST_BYTES = 16 * 1024 * 1024;
/** One entry: answers of the longest form, ten times over. */
export const MOST_ENTRY_BYTES = 256 * 1024;

const id = v.pipe(v.string(), v.check(isId));
const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

/** First line of a bundle. */
export const bundleHead = v.looseObject({
  denba: v.literal('bundle'),
  wire: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  device: id,
  /** Number of the first entry in the log of the device, and how many follow without a gap. */
  from: v.pipe(whole, v.minValue(1)),
  count: v.pipe(whole, v.maxValue(MOST_ENTRIES)),
  /** The device's clock when it was made: shows how far off that clock is. */
  madeAt: v.pipe(v.string(), v.check(isHybridTime)),
});
export type BundleHead = v.InferOutput<typeof bundleHead>;

/** Last line: ECDSA P-256 over the SHA-256 of every byte before it, r‖s, base64url. */
/**
 * 64 bytes as `toBase64Url` writes them. The four bits that the last letter has too many are zero: else one signature
 * could be written in sixteen ways, and a text changed in a letter would still be taken for the one that was signed.
 */
export const signatureText = v.pipe(v.string(), v.regex(/^[\w-]{85}[AQgw]$/));

export const bundleTail = v.looseObject({ signature: signatureText });

export const refusals = [
  /** Not an entry: not JSON, or a field of the envelope is missing or wrong. */
  'notAnEntry',
  /** An answer that no version of its form allows, or a body larger than any form. */
  'tooLarge',
  /** Its number or the hash before it does not continue the log. */
  'brokenChain',
  /** Another entry has its number already: a restored phone, or two phones with one name. */
  'fork',
  /** Made under the name of another device. */
  'foreignDevice',
  /** Recorded for a place where this device does not belong. */
  'wrongPlace',
  /** Brought by a courier after its phone was reported lost. */
  'lostPhone',
] as const;
export type Refusal = (typeof refusals)[number];

/** Answer to a bundle. Every entry up to `acknowledged` is kept: as entry of the record, or in quarantine. */
export const bundleAnswer = v.looseObject({
  wire: whole,
  acknowledged: whole,
  /** Hash of the entry `acknowledged`; `null` when there is none yet. */
  head: v.nullable(hash),
  quarantined: v.array(v.looseObject({ seq: whole, reason: v.string() })),
  /** The server's clock, milliseconds since 1970. */
  serverMs: whole,
});
export type BundleAnswer = v.InferOutput<typeof bundleAnswer>;

/** One line of a feed, before the entry that it speaks of. Positions of a place are 1, 2, 3… without gaps. */
export type FeedLine = { readonly position: number; readonly entry: string };

/**
 * Last line of a page of a feed. `acknowledged`: how far the log of the device that asks has been received. `mark`: shown
 * with the next question, so that the server sees whether its feed is still the one that was read so far (`feed-page.ts`).
 */
export const feedEnd = v.looseObject({
  next: whole,
  mark: v.optional(v.nullable(v.string())),
  more: v.boolean(),
  acknowledged: whole,
  serverMs: whole,
});
export type FeedEnd = v.InferOutput<typeof feedEnd>;

/** Answer to a courier parcel that was brought. Who brought it learns nothing of what is in it. */
export const parcelAnswer = v.looseObject({
  wire: whole,
  /**
   * `received`: kept, now or before. `apart`: kept in quarantine. `early`: something before it is missing, bring it
   * again later. `notOurs`: sealed to a key of another server. `unknownPhone`: its phone has not joined here.
   * `unreadable`: changed on the way, or not signed by its phone; it is of no use to anybody.
   */
  outcome: v.string(),
});
export const parcelOutcomes = ['received', 'apart', 'early', 'notOurs', 'unknownPhone', 'unreadable'] as const;
export type ParcelOutcome = (typeof parcelOutcomes)[number];

/** Answer to a recovery key that was handed in: it is kept, in the place of the one before. */
export const recoveryKeyAnswer = v.looseObject({ wire: whole, kept: v.literal(true) });
