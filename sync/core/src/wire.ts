/**
 * The messages between phones and the server, whatever the channel: their shapes, limits and versions. Pure; used by
 * both ends. A message names its version; an older end reads what it knows and passes the rest on unchanged.
 */
import { isHybridTime } from '@denba/records/hybrid-clock';
import { isId } from '@denba/records/ids';
import * as v from 'valibot';

/**
 * What changed, one line per version. A message whose shape changes gets a new version (wire.test.ts fixes the shapes).
 */
export const wireVersions = [
  '1: bundles of entries signed by their device, answers by prefix, feeds by position',
  '2: the server hands out the key that courier parcels are sealed to, and takes such parcels; bundles as before',
  '3: the server says which protocol pack a place has, hands packs out and the key that vouches for them; bundles as before',
  '4: a phone hands in its recovery key, sealed to the key of version 2; bundles and parcels as before',
  '5: a family travels from phone to phone, sealed to the phone that is to read it, signed by the one that sends it; bundles and parcels as before',
] as const;

export const WIRE = wireVersions.length;
/**
 * The wire version in which the family bundle (`courier/family-bundle.ts`) got its shape. It is separate from `WIRE`
 * because phones that meet no server are not updated together.
 */
export const FAMILY_WIRE = 5;

/** Limits of one bundle, of the decompressed text; a longer log is sent in several bundles. */
export const MOST_ENTRIES = 2_000;
export const MOST_BYTES = 16 * 1024 * 1024;
/** Limit of one entry: ten times the answers of the longest form. */
export const MOST_ENTRY_BYTES = 256 * 1024;

const id = v.pipe(v.string(), v.check(isId));
const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

/** The first line of a bundle. */
export const bundleHead = v.looseObject({
  denba: v.literal('bundle'),
  wire: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  device: id,
  /** `from`: number of the first entry in the log of the device; `count`: how many entries follow without a gap. */
  from: v.pipe(whole, v.minValue(1)),
  count: v.pipe(whole, v.maxValue(MOST_ENTRIES)),
  /** When the bundle was written, by the device's clock: shows how far that clock is off. */
  madeAt: v.pipe(v.string(), v.check(isHybridTime)),
});
export type BundleHead = v.InferOutput<typeof bundleHead>;

/**
 * A signature: ECDSA P-256 over the SHA-256 of every byte before the tail, r‖s, 64 bytes as `toBase64Url` writes them.
 * The four unused bits of the last character must be zero: otherwise one signature could be written in sixteen ways,
 * and a text changed in one character would still count as the signed one.
 */
export const signatureText = v.pipe(v.string(), v.regex(/^[\w-]{85}[AQgw]$/));

export const bundleTail = v.looseObject({ signature: signatureText });

export const refusals = [
  /** Not an entry: not JSON, or a field of the envelope is missing or wrong. */
  'notAnEntry',
  /** The text is longer than `MOST_ENTRY_BYTES`. */
  'tooLarge',
  /** Its number or its `prev` does not continue the log. */
  'brokenChain',
  /** Another entry with its number exists already: the phone was restored, or two phones have one id. */
  'fork',
  /** The entry names another device than the head of the bundle. */
  'foreignDevice',
  /** The entry was recorded for a place that this device does not belong to. */
  'wrongPlace',
  /** Brought by a courier after the phone was reported lost. */
  'lostPhone',
] as const;
export type Refusal = (typeof refusals)[number];

/** The answer to a bundle. Every entry up to `acknowledged` is kept: in the record or in quarantine. */
export const bundleAnswer = v.looseObject({
  wire: whole,
  acknowledged: whole,
  /** Hash of the entry `acknowledged`; `null` when there is none, or when that entry could not be read. */
  head: v.nullable(hash),
  quarantined: v.array(v.looseObject({ seq: whole, reason: v.string() })),
  /** The server's clock, milliseconds since 1970. */
  serverMs: whole,
});
export type BundleAnswer = v.InferOutput<typeof bundleAnswer>;

/** One line of a feed; `entry` is its canonical text. The positions of a place are 1, 2, 3… without gaps. */
export type FeedLine = { readonly position: number; readonly entry: string };

/**
 * The last line of a page of a feed. `acknowledged`: how far the log of the asking device has been received. `mark`:
 * sent back with the next request, so that the server can check that its feed is still the one that was read so far
 * (`feed-page.ts`).
 */
export const feedEnd = v.looseObject({
  next: whole,
  mark: v.optional(v.nullable(v.string())),
  more: v.boolean(),
  acknowledged: whole,
  serverMs: whole,
});
export type FeedEnd = v.InferOutput<typeof feedEnd>;

/** The answer to a courier parcel. Whoever brought it learns nothing of its contents. */
export const parcelAnswer = v.looseObject({
  wire: whole,
  /**
   * `received`: stored, now or earlier. `apart`: stored in quarantine. `early`: entries before it are missing, bring it
   * again later. `notOurs`: encrypted to a key of another server. `unknownPhone`: its phone has not joined here.
   * `unreadable`: changed during transport, or not signed by its phone; it is of no use to anybody.
   */
  outcome: v.string(),
});
export const parcelOutcomes = ['received', 'apart', 'early', 'notOurs', 'unknownPhone', 'unreadable'] as const;
export type ParcelOutcome = (typeof parcelOutcomes)[number];

/** The answer to a recovery key: it is stored and replaces the previous one. */
export const recoveryKeyAnswer = v.looseObject({ wire: whole, kept: v.literal(true) });
