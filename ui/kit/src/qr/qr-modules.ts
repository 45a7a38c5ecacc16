/** A QR code as one SVG path, a unit for each module, without the quiet zone. */
import encodeQR from 'qr';

export type QrContent = { readonly text: string } | { readonly bytes: Uint8Array };

export type QrDrawing = { readonly modules: number; readonly path: string };

/**
 * Medium correction: the code is read off paper and scratched screens. Bytes go in as they are; a reader that gives
 * text back reads them as UTF-8, so a Denba reads bytes with its own decoder.
 */
export const drawQr = (content: QrContent): QrDrawing => {
  // The library wants a border of one; the view draws its own, of four.
  const framed =
    'text' in content
      ? encodeQR(content.text, 'raw', { ecc: 'medium', border: 1 })
      : encodeQR('.', 'raw', { ecc: 'medium', border: 1, encoding: 'byte', textEncoder: () => content.bytes });
  const rows = framed.slice(1, -1).map((row) => row.slice(1, -1));
  const runs = rows.flatMap((row, y) => runsOf(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`));
  return { modules: rows.length, path: runs.join('') };
};

/** Dark modules side by side, so that the path is short and has no seams. */
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
