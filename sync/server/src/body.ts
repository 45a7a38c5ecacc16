/** The text of an entry as the database keeps it: deflated, the first byte telling how. */
import { deflateRawSync, inflateRawSync } from 'node:zlib';

const PLAIN = 0;
const DEFLATED = 1;

export const toBody = (text: string): Buffer => {
  const plain = Buffer.from(text);
  const deflated = deflateRawSync(plain, { level: 6 });
  return deflated.length < plain.length
    ? Buffer.concat([Buffer.from([DEFLATED]), deflated])
    : Buffer.concat([Buffer.from([PLAIN]), plain]);
};

/** Throws on bytes that `toBody` did not make. */
export const fromBody = (body: Buffer): string => {
  const rest = body.subarray(1);
  if (body[0] === PLAIN) return rest.toString();
  if (body[0] === DEFLATED) return inflateRawSync(rest).toString();
  throw new Error(`an entry is kept in a way that this version does not know (${body[0]})`);
};
