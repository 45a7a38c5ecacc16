/** Compression by the browser's own streams: no code to carry, and no level to choose. */
import { type Bytes, utf8 } from './bytes.ts';

export type CompressionFormat = 'deflate-raw' | 'gzip';

/** On the calling thread. */
export const compressHere = (text: string, format: CompressionFormat): Promise<Bytes> =>
  through(utf8(text), new CompressionStream(format));
export const deflate = (bytes: Bytes): Promise<Bytes> => through(bytes, new CompressionStream('deflate-raw'));
/** Rejects with `TypeError` when the bytes are not deflate data. */
export const inflate = (bytes: Bytes): Promise<Bytes> => through(bytes, new DecompressionStream('deflate-raw'));

/**
 * Writes straight into the stream: a `Blob` would be created in another process, which the page would have to wait for.
 */
const through = async (
  bytes: Bytes,
  { readable, writable }: CompressionStream | DecompressionStream,
): Promise<Bytes> => {
  const writer = writable.getWriter();
  const [whole] = await Promise.all([new Response(readable).arrayBuffer(), writer.write(bytes), writer.close()]);
  return new Uint8Array(whole);
};
