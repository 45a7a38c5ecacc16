/**
 * Tests the way from one phone to another: the code as the kit draws it, as pixels, and back to the facts of the note.
 */
import { QrCode } from '@denba/kit/qr/qr-code.view';
import { render } from 'preact';
import { beforeAll, describe, expect, it } from 'vitest';
import { createQrFinder } from '../../shell/camera/find-qr.ts';
import { pixelsOfFile } from '../../shell/camera/picture-pixels.ts';
import { noteCode, readNote } from '../code/note-code.ts';
import { fullReferral } from '../code/note-example.ts';

let code = '';

beforeAll(async () => {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
  const publicKey = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  const made = await noteCode(fullReferral, async (bytes) => {
    const how = { name: 'ECDSA', hash: 'SHA-256' };
    const signature = await crypto.subtle.sign(how, pair.privateKey, Uint8Array.from(bytes));
    return { signature: new Uint8Array(signature), publicKey };
  });
  code = made.code;
});

/** A picture of the component as it is on the page, `side` pixels wide, rotated and blurred as by a camera. */
const photograph = async (
  side: number,
  camera: { readonly turn?: number; readonly blur?: number } = {},
): Promise<Blob> => {
  const place = document.createElement('div');
  document.body.append(place);
  render(<QrCode text={code} label="code" />, place);
  const drawn = place.querySelector('svg');
  if (drawn === null) throw new Error('nothing was drawn');
  // Copies the colours, which come from the style sheet, into the drawing.
  for (const part of drawn.querySelectorAll('rect, path')) part.setAttribute('fill', getComputedStyle(part).fill);
  drawn.setAttribute('width', String(side));
  drawn.setAttribute('height', String(side));
  const picture = new Image();
  picture.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(drawn))}`;
  await picture.decode();
  place.remove();
  const canvas = new OffscreenCanvas(side * 1.5, side * 1.5);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  context.fillStyle = '#8a8578';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.filter = `blur(${camera.blur ?? 0}px)`;
  context.translate(canvas.width / 2, canvas.height / 2);
  context.rotate(((camera.turn ?? 0) * Math.PI) / 180);
  context.drawImage(picture, -side / 2, -side / 2, side, side);
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.8 });
};

const found = async (photo: Blob): Promise<string | null> => {
  const pixels = await pixelsOfFile(photo);
  if (pixels === null) throw new Error('not a picture');
  return (await createQrFinder(undefined))(pixels, 'thorough');
};

describe('the code on the screen of a phone', () => {
  it.each([
    ['held straight', 540, {}],
    ['turned', 620, { turn: 12 }],
    ['a little out of focus', 700, { blur: 1 }],
    ['upside down', 620, { turn: 180 }],
  ])('is read when %s', async (_, side, camera) => {
    const text = await found(await photograph(side, camera));
    expect(text).toBe(code);
    expect(await readNote(text ?? '')).toMatchObject({ ok: true, value: { note: fullReferral } });
  });
});

it('finds no code where there is none', async () => {
  const canvas = new OffscreenCanvas(400, 400);
  canvas.getContext('2d')?.fillRect(0, 0, 400, 400);
  expect(await found(await canvas.convertToBlob())).toBeNull();
});

it('takes a file that is no picture for none', async () => {
  expect(await pixelsOfFile(new Blob(['hello']))).toBeNull();
});

describe("the phone's own detector", () => {
  const offered = (detect: () => Promise<readonly { rawValue: string }[]>, formats = ['qr_code']) =>
    class {
      static getSupportedFormats = async () => formats;
      detect = detect;
    };
  const black = new ImageData(40, 40);

  it('is asked where the browser offers one', async () => {
    const find = await createQrFinder(offered(async () => [{ rawValue: 'FROM THE PHONE' }]));
    expect(await find(black, 'quick')).toBe('FROM THE PHONE');
  });

  it('is replaced by our own when it fails, or knows no such codes', async () => {
    const pixels = await pixelsOfFile(await photograph(540));
    if (pixels === null) throw new Error('not a picture');
    const broken = offered(async () => Promise.reject(new Error('no module')));
    expect(await (await createQrFinder(broken))(pixels, 'thorough')).toBe(code);
    const other = offered(async () => [{ rawValue: 'EAN' }], ['ean_13']);
    expect(await (await createQrFinder(other))(pixels, 'thorough')).toBe(code);
  });
});
