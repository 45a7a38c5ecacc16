/** The text of an entry as the database stores it: compressed; the first byte names the method. */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { bodyDictionary } from './body-dictionary.ts';

const PLAIN = 0;
const DEFLATED = 1;
const WITH_DICTIONARY = 2;

const dictionary = Buffer.from(bodyDictionary);

/**
 * An entry is about 1 kB, half of it names that every entry has: a dictionary of such texts more than halves the stored
 * size (decision 0030). A window of 8 kB holds the dictionary. Levels above 2 take longer and save hardly a byte (386
 * of 1,242); lower levels cost 16 bytes.
 */
const HOW = { level: 2, windowBits: 13, memLevel: 4, chunkSize: 2048, dictionary } as const;

export const toBody = (text: string): Buffer => {
  const plain = Buffer.from(text);
  const deflated = deflateRawSync(plain, HOW);
  return deflated.length < plain.length
    ? Buffer.concat([Buffer.from([WITH_DICTIONARY]), deflated])
    : Buffer.concat([Buffer.from([PLAIN]), plain]);
};

/** Throws on bytes that were not written by `toBody` of this release or an earlier one. */
export const fromBody = (body: Buffer): string => {
  const rest = body.subarray(1);
  if (body[0] === PLAIN) return rest.toString();
  if (body[0] === DEFLATED) return inflateRawSync(rest, { chunkSize: 4096 }).toString();
  if (body[0] === WITH_DICTIONARY) return inflateRawSync(rest, { chunkSize: 4096, dictionary }).toString();
  throw new Error(`an entry is kept in a way that this version does not know (${body[0]})`);
};
