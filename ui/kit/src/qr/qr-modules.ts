/** A QR code as one SVG path, one unit per module, without the quiet zone. */
import encodeQR from 'qr';

export type QrContent = { readonly text: string } | { readonly bytes: Uint8Array };

export type QrDrawing = { readonly modules: number; readonly path: string };

/**
 * Medium error correction, because codes are read from paper and scratched screens. Bytes are encoded as they are; a
 * reader that returns text decodes them as UTF-8, so Denba reads bytes with its own decoder.
 */
export const drawQr = (content: QrContent): QrDrawing => {
  // The library needs a border of at least one module; the view adds its own of four.
  const framed =
    'text' in content
      ? encodeQR(content.text, 'raw', { ecc: 'medium', border: 1 })
      : encodeQR('.', 'raw', { ecc: 'medium', border: 1, encoding: 'byte', textEncoder: () => content.bytes });
  const rows = framed.slice(1, -1).map((row) => row.slice(1, -1));
  const runs = rows.flatMap((row, y) => runsOf(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`));
  return { modules: rows.length, path: runs.join('') };
};

/** The runs of dark modules in a row, so that the path is short and has no seams. */
const runsOf = (row: readonly boolean[]): readonly (readonly [from: number, length: number])[] => {
  const runs: [number, number][] = [];
  row.forEach((dark, x) => {
    const last = runs.at(-1);
    if (!dark) return;
    if (last !== undefined && last[0] + last[1] === x) last[1] += 1;
    else runs.push([x, 1]);
  });
  return runs;
};
