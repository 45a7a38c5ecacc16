import decodeQR from 'qr/decode.js';
import { describe, expect, it } from 'vitest';
import { drawQr, type QrContent } from './qr-modules.ts';

/** Renders the path as a camera would see it, at six pixels per module, with the quiet zone. */
const photograph = (content: QrContent) => {
  const { modules, path } = drawQr(content);
  const scale = 6;
  const side = (modules + 8) * scale;
  const data = new Uint8Array(side * side * 4).fill(255);
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let py = 0; py < scale; py++) {
      for (let px = 0; px < Number(length) * scale; px++) {
        const at = (((Number(y) + 4) * scale + py) * side + (Number(x) + 4) * scale + px) * 4;
        data.fill(0, at, at + 3);
      }
    }
  }
  return { width: side, height: side, data };
};

describe('a QR code drawn as one path', () => {
  it('is read back by a decoder', () => {
    const text = 'Référence : Awa, 9 semaines, ɛ ɔ ŋ ɲ';
    expect(decodeQR(photograph({ text }))).toBe(text);
  });

  it('carries bytes', () => {
    const bytes = Uint8Array.from({ length: 300 }, (_, index) => (index * 37) % 256);
    let read: Uint8Array | undefined;
    decodeQR(photograph({ bytes }), {
      textDecoder: (part) => {
        read = part;
        return '';
      },
    });
    expect(read).toEqual(bytes);
  });

  it('has no modules outside its square', () => {
    const { modules, path } = drawQr({ text: 'A' });
    for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
      expect(Number(x) + Number(length)).toBeLessThanOrEqual(modules);
      expect(Number(y)).toBeLessThan(modules);
    }
  });
});
