/**
 * A protocol pack: the compiled protocol as text, which travels by network or as a file and is the same everywhere. One
 * JSON a line:
 *
 *     head · content (canonical JSON of the protocol) · proof, once a server has signed it
 *
 * The id of a pack is the SHA-256 of its content, so another content is another pack. The content is not validated
 * here.
 */
import { err, ok, type Result } from '@denba/quantities/result';
import { canonicalJson, type JsonValue } from '@denba/records/canonical-json';
import { bytesToHex } from '@noble/hashes/utils.js';
import * as v from 'valibot';
import { readJson } from '../json-text.ts';
import { signatureText } from '../wire.ts';

/** Version of the three-line format. Raised when that format changes. */
export const PACK_FORMAT = 1;
/** Limit for the whole text. The shipped protocol takes a third of it. */
export const MOST_PACK_BYTES = 4 * 1024 * 1024;

export type Pack = {
  /** SHA-256 of the content in UTF-8, hexadecimal. */
  readonly id: string;
  readonly content: string;
  /** `null`: no server has signed the pack yet. */
  readonly proof: PackProof | null;
};

export type PackProof = {
  /** `keyId` of the signing key. */
  readonly key: string;
  /** The signature that `signPack` makes: r‖s, base64url. */
  readonly signature: string;
};

export type PackProblem =
  /** The text is not a pack. */
  | { readonly kind: 'notAPack' }
  /** Written by a newer Denba than this one can read. */
  | { readonly kind: 'newer'; readonly format: number }
  /** Cut off, or its id is not the hash of its content. */
  | { readonly kind: 'damaged' }
  | { readonly kind: 'tooLarge' };

export const packIdOf = async (content: string): Promise<string> =>
  bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(content))));

export const isPackId = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);

/** Makes an unsigned pack of a compiled protocol. */
export const packOf = async (protocol: JsonValue): Promise<Pack> => {
  const content = canonicalJson(protocol);
  return { id: await packIdOf(content), content, proof: null };
};

export const packText = ({ id, content, proof }: Pack): string =>
  [
    canonicalJson({ denba: 'pack', format: PACK_FORMAT, id }),
    content,
    ...(proof === null ? [] : [canonicalJson(proof)]),
    '',
  ].join('\n');

export const packHead = v.looseObject({
  denba: v.literal('pack'),
  format: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  id: v.pipe(v.string(), v.check(isPackId)),
});
export const packProof = v.object({ key: v.string(), signature: signatureText });

/** Verifies that the id is the hash of the content. Does not verify the signature: see `isPackSignedBy`. */
export const readPack = async (text: string): Promise<Result<Pack, PackProblem>> => {
  if (text.length > MOST_PACK_BYTES) return err({ kind: 'tooLarge' });
  const [headLine = '', content = '', ...rest] = text.split('\n');
  const head = v.safeParse(packHead, readJson(headLine));
  if (!head.success) return err({ kind: 'notAPack' });
  const { format, id } = head.output;
  if (format > PACK_FORMAT) return err({ kind: 'newer', format });
  // A text that ends with a line end gives an empty last part.
  const end = rest.pop();
  const proof = v.safeParse(v.array(packProof), rest.map(readJson));
  if (end !== '' || !proof.success || proof.output.length > 1) return err({ kind: 'damaged' });
  if ((await packIdOf(content)) !== id) return err({ kind: 'damaged' });
  return ok({ id, content, proof: proof.output[0] ?? null });
};
