/** Packs a JSON value into few bytes: its canonical text, with frequent phrases as single characters, deflated. */
import { err, ok, type Result } from '@denba/quantities/result';
import { canonicalJson, type JsonValue } from '@denba/records/canonical-json';
import { lengthenPhrases, shortenPhrases } from './phrases.ts';

/** How the body is encoded. The first byte of a code is the index in this list. */
export const packings = ['plain', 'deflated', 'phrases'] as const;
export type Packing = (typeof packings)[number];

export type Packed = { readonly packing: Packing; readonly bytes: Uint8Array };

/** In bytes, more than any honest code needs: a few bytes must not inflate to fill the phone's memory. */
const LONGEST = 16_384;

/** The shortest of the three encodings. */
export const packJson = async (value: JsonValue): Promise<Packed> => {
  const text = canonicalJson(value);
  const shorter = shortenPhrases(text);
  const ways: Packed[] = [{ packing: 'plain', bytes: utf8(text) }];
  for (const [packing, written] of [['deflated', text] as const, ['phrases', shorter] as const]) {
    const bytes = written === null ? null : await through(utf8(written), new CompressionStream('deflate-raw'));
    if (bytes !== null) ways.push({ packing, bytes });
  }
  return ways.reduce((best, way) => (way.bytes.length < best.bytes.length ? way : best));
};

/** Returns an error when the bytes are not JSON, or too long when unpacked. */
export const unpackJson = async ({ packing, bytes }: Packed): Promise<Result<JsonValue, 'unreadable'>> => {
  const plain = packing === 'plain' ? bytes : await through(bytes, new DecompressionStream('deflate-raw'));
  if (plain === null) return err('unreadable');
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(plain);
    return ok(JSON.parse(packing === 'phrases' ? lengthenPhrases(text) : text) as JsonValue);
  } catch {
    return err('unreadable');
  }
};

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Returns `null` when the stream cannot read the bytes, or more than `LONGEST` bytes come out. */
const through = async (
  bytes: Uint8Array,
  stream: { readonly readable: ReadableStream<Uint8Array>; readonly writable: WritableStream<BufferSource> },
): Promise<Uint8Array | null> => {
  const writer = stream.writable.getWriter();
  // An error is also reported by the reader below, so it is ignored here.
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
