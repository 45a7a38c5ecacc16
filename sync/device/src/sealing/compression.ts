/** Deflate by the browser's own streams: no code to carry, and no level to choose. */
import type { Bytes } from './bytes.ts';

export const deflate = (bytes: Bytes): Promise<Bytes> => through(bytes, new CompressionStream('deflate-raw'));
/** Rejects with `TypeError` on bytes that were not deflated. */
export const inflate = (bytes: Bytes): Promise<Bytes> => through(bytes, new DecompressionStream('deflate-raw'));

/** Straight into the stream: a `Blob` in between is made in another process, which the page waits for. */
const through = async (
  bytes: Bytes,
  { readable, writable }: CompressionStream | DecompressionStream,
): Promise<Bytes> => {
  const writer = writable.getWriter();
  const [whole] = await Promise.all([new Response(readable).arrayBuffer(), writer.write(bytes), writer.close()]);
  return new Uint8Array(whole);
};
