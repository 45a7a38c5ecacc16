/** A JSON object in few bytes: canonical text, deflated when that is shorter. */
import { canonicalJson, type JsonObject } from '@denba/records/canonical-json';

/** How the body is written; the first byte of a code says which. */
export type Packing = 'plain' | 'deflated';

/** Larger than any honest code: a few bytes must not unfold into a phone's whole memory. */
const LONGEST = 16_384;

export const packJson = async (
  value: JsonObject,
): Promise<{ readonly packing: Packing; readonly bytes: Uint8Array }> => {
  const plain = new TextEncoder().encode(canonicalJson(value));
  const deflated = await through(plain, new CompressionStream('deflate-raw'));
  if (deflated === null || deflated.length >= plain.length) return { packing: 'plain', bytes: plain };
  return { packing: 'deflated', bytes: deflated };
};

/** `null` when it is not a JSON object, or too long. */
export const unpackJson = async (packing: Packing, bytes: Uint8Array): Promise<JsonObject | null> => {
  const plain = packing === 'plain' ? bytes : await through(bytes, new DecompressionStream('deflate-raw'));
  if (plain === null) return null;
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(plain));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : null;
  } catch {
    return null;
  }
};

/** `null` when the bytes are not what the stream reads, or more than `LONGEST` come out. */
const through = async (
  bytes: Uint8Array,
  stream: { readonly readable: ReadableStream<Uint8Array>; readonly writable: WritableStream<BufferSource> },
): Promise<Uint8Array | null> => {
  const writer = stream.writable.getWriter();
  // A refusal shows on the reading side as well.
  const written = writer.write(Uint8Array.from(bytes)).then(() => writer.close());
  written.catch(() => undefined);
  const reader = stream.readable.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      length += next.value.length;
      if (length > LONGEST) {
        await reader.cancel();
        return null;
      }
      chunks.push(next.value);
    }
    await written;
  } catch {
    return null;
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
};
