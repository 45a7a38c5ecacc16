/** Reads a QR code from a screenshot, as the camera of another phone would. */
import type { BrowserContext, Locator } from 'playwright-core';
import { decodeQR } from 'qr/decode.js';

/** Throws when the picture of `target` contains no code. */
export const readQr = async (context: BrowserContext, target: Locator): Promise<string> =>
  decodeQR(await pixelsOf(context, await target.screenshot()));

/** Decodes the PNG in an empty page of the browser. */
const pixelsOf = async (context: BrowserContext, png: Buffer) => {
  const page = await context.newPage();
  const { width, height, bytes } = await page.evaluate(async (base64) => {
    const packed = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([packed], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    const drawing = canvas.getContext('2d');
    if (drawing === null) throw new Error('no canvas');
    drawing.drawImage(picture, 0, 0);
    const { data } = drawing.getImageData(0, 0, picture.width, picture.height);
    const black = Array.from({ length: data.length / 4 }, (_, pixel) => ((data[pixel * 4] ?? 0) < 128 ? '1' : '0'));
    return { width: picture.width, height: picture.height, bytes: black.join('') };
  }, png.toString('base64'));
  await page.close();
  const data = new Uint8ClampedArray(bytes.length * 4).fill(255);
  for (let pixel = 0; pixel < bytes.length; pixel++) if (bytes[pixel] === '1') data.fill(0, pixel * 4, pixel * 4 + 3);
  return { width, height, data };
};
