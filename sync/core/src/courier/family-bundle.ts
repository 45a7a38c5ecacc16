/**
 * A family in the form in which it travels from phone to phone: all its entries that the sender holds, of whichever
 * device, as the text that was hashed, signed by the phone that sends it. Text, one JSON a line:
 *
 *     head · entry · entry · … · tail with the signature of the sender over all bytes before it
 *
 * The head names the key that the bundle was encrypted to, so that the receiver cannot pass it on as if the sender had
 * sent it to somebody else.
 */
import { err, ok, type Result } from '@denba/quantities/result';
import type { JsonValue } from '@denba/records/canonical-json';
import { type HybridTime, isHybridTime } from '@denba/records/hybrid-clock';
import { isId } from '@denba/records/ids';
import * as v from 'valibot';
import { fromBase64Url } from '../base64-url.ts';
import { headOf, isSignedBy, readSignedLines, type Sign, type SignedLines, writeSignedLines } from '../bundle.ts';
import { FAMILY_WIRE, MOST_BYTES, MOST_ENTRIES } from '../wire.ts';
import { type PhoneCode, type PhoneCodeProblem, readPhoneCode } from './phone-code.ts';

const familyHead = v.looseObject({
  denba: v.literal('family'),
  wire: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  /** `keyId` of the phone that is to read the bundle. */
  to: v.pipe(v.string(), v.regex(/^[\w-]{16}$/)),
  /** The phone code of the sender (`writePhoneCode`), so that the receiver can answer. */
  sender: v.string(),
  /** The ids of the family and of those that were merged with it. */
  families: v.pipe(v.array(v.pipe(v.string(), v.check(isId))), v.minLength(1), v.maxLength(MOST_ENTRIES)),
  count: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(MOST_ENTRIES)),
  /** When the bundle was written, by the sender's clock. */
  madeAt: v.pipe(v.string(), v.check(isHybridTime)),
});
export type FamilyHead = v.InferOutput<typeof familyHead>;

export type FamilyBundle = SignedLines & { readonly head: FamilyHead; readonly sender: PhoneCode };

export type FamilyBundleProblem =
  /** Not a family bundle, or not complete. */
  | { readonly kind: 'notAFamily' }
  /** Written by a newer Denba than this one can read. */
  | { readonly kind: 'newer'; readonly wire: number }
  /** The phone that the head names did not sign it, or somebody else encrypted it anew for this phone. */
  | { readonly kind: 'notSigned' };

type Contents = {
  /** `keyId` of the phone that is to read the bundle. */
  readonly to: string;
  /** The phone code of the sender, as text. */
  readonly sender: string;
  readonly families: readonly string[];
  /** The canonical texts of the entries (`entryToText`). */
  readonly lines: readonly string[];
  readonly madeAt: HybridTime;
};

/** Throws `RangeError` when there is no entry, or more than `MOST_ENTRIES`. */
export const writeFamilyBundle = async (
  { to, sender, families, lines, madeAt }: Contents,
  sign: Sign,
): Promise<string> => {
  if (lines.length === 0 || lines.length > MOST_ENTRIES) throw new RangeError(`${lines.length} entries of a family`);
  const head = { denba: 'family', wire: FAMILY_WIRE, to, sender, families, count: lines.length, madeAt };
  return writeSignedLines(head as JsonValue, lines, sign);
};

/**
 * Verifies who sent the bundle, but does not read its entries: that is `judgeFamily`. `own`: `keyId` of the phone that
 * reads.
 */
export const readFamilyBundle = async (
  text: string,
  own: string,
): Promise<Result<FamilyBundle, FamilyBundleProblem>> => {
  if (text.length > MOST_BYTES) return err({ kind: 'notAFamily' });
  const said = headOf(text);
  const wire = (said as { readonly wire?: unknown } | null)?.wire;
  if (typeof wire === 'number' && wire > FAMILY_WIRE) return err({ kind: 'newer', wire });
  const head = v.safeParse(familyHead, said);
  const read = readSignedLines(text);
  if (!head.success || read === null || read.lines.length !== head.output.count) return err({ kind: 'notAFamily' });
  const sender = await readPhoneCode(head.output.sender);
  if (!sender.ok) return err(problemOf(sender.error));
  const signed = await isSignedBy(read, fromBase64Url(sender.value.signingKey));
  if (!signed || head.output.to !== own) return err({ kind: 'notSigned' });
  return ok({ ...read, head: head.output, sender: sender.value });
};

const problemOf = (problem: PhoneCodeProblem): FamilyBundleProblem =>
  problem.kind === 'newer' ? { kind: 'newer', wire: problem.version } : { kind: 'notSigned' };
