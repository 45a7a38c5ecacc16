/** gzip with the browser's own streams, which both ends have. Unpacking is limited in size. */
import { MOST_BYTES } from '../wire.ts';

export const packed = async (text: string): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(
    await new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer(),
  );

/**
 * Returns `null` when the text would be longer than a bundle may be (a few kilobytes must not become gigabytes), or
 * when the bytes are not gzip.
 */
export const unpacked = async (bytes: Uint8Array<ArrayBuffer>): Promise<string | null> => {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      size += part.value.length;
      if (size > MOST_BYTES) {
        await reader.cancel();
        return null;
      }
      parts.push(part.value as Uint8Array<ArrayBuffer>);
    }
  } catch {
    return null;
  }
  return new Blob(parts).text();
};
