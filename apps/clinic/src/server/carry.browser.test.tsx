/** Tests the screen for carrying parcels: files, QR codes read by the camera, and failures. */
import { drawQr } from '@denba/kit/qr/qr-modules';
import type { LocalDate } from '@denba/quantities/local-date';
import { toFrames } from '@denba/sync/courier/frames';
import { packed } from '@denba/sync/courier/packing';
import { type Parcel, parcelText, readParcels } from '@denba/sync/courier/parcel';
import { makeCourierKey, openParcel, sealParcel } from '@denba/sync/courier/seal-parcel';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { type MemoryPhone, memoryPhone } from '../../test/memory-phone.tsx';
import { t } from '../shell/words/language.ts';
import { ServerScreen } from './server.view.tsx';

const TODAY = '2026-11-26' as LocalDate;
const OTHER = '3f2a9c10-7d51-4c7e-9f58-5a0a3d1f0b11';

let phone: MemoryPhone;
const camera = { stop: () => {} };

beforeEach(async () => {
  phone = await memoryPhone({ server: ServerScreen }, [], TODAY);
  await phone.open({ name: 'server' });
});
afterEach(() => {
  camera.stop();
  vi.restoreAllMocks();
  phone.end();
});

const key = await makeCourierKey();
const sealed = (bundle: string): Promise<Parcel> => sealParcel(key, { from: OTHER, first: 12, last: 57, bundle });

const take = async (text: string): Promise<void> => {
  const input = phone.place.querySelector<HTMLInputElement>('input[type=file]');
  const files = new DataTransfer();
  files.items.add(new File([text], 'denba-courier.txt', { type: 'text/plain' }));
  if (input === null) throw new Error('no way to choose a file');
  input.files = files.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
};

/** Simulates a camera that sees these QR codes on another phone, and now and then an unrelated one. */
const cameraSees = (frames: readonly string[]): void => {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [720, 720];
  const context = canvas.getContext('2d') as CanvasRenderingContext2D;
  let at = 0;
  const draw = (): void => {
    const { modules, path } = drawQr({ text: frames[at++ % frames.length] ?? '' });
    const scale = 720 / (modules + 8);
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.fillStyle = '#fff';
    context.fillRect(0, 0, 720, 720);
    context.setTransform(scale, 0, 0, scale, 4 * scale, 4 * scale);
    context.fillStyle = '#000';
    context.fill(new Path2D(path));
  };
  draw();
  const timer = setInterval(draw, 300);
  const stream = canvas.captureStream(10);
  vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockResolvedValue(stream);
  camera.stop = () => clearInterval(timer);
};

describe('a phone that takes a file of another', () => {
  it('says of which phone and how much it is, and lets it go when asked twice', async () => {
    await take(parcelText(await sealed('{}')));
    await expect.element(page.getByText(t('server.carry-taken', { count: 1 }))).toBeVisible();
    await expect
      .element(page.getByText(t('server.carried-range', { phone: '3F2A', first: 12, last: 57 })))
      .toBeVisible();
    expect((await axe.run(phone.place)).violations.map(({ id }) => id)).toEqual([]);
    await page.getByRole('button', { name: t('server.carry-let-go', { phone: '3F2A', first: 12 }) }).click();
    await page.getByRole('button', { name: t('server.carry-keep') }).click();
    await page.getByRole('button', { name: t('server.carry-let-go', { phone: '3F2A', first: 12 }) }).click();
    await page.getByRole('button', { name: t('server.carry-let-go-yes') }).click();
    await expect.element(page.getByText(t('server.carried', { count: 1 }))).not.toBeInTheDocument();
  });

  it('says in a sentence why it does not take another one', async () => {
    const text = parcelText(await sealed('{}'));
    await take('une photo');
    await expect.element(page.getByText(t('server.carry-notACourierFile'))).toBeVisible();
    await take(text.slice(0, -5));
    await expect.element(page.getByText(t('server.carry-damaged'))).toBeVisible();
    await take(text.replace('"format":1', '"format":2'));
    await expect.element(page.getByText(t('server.carry-newer'))).toBeVisible();
    expect(phone.place.textContent).not.toContain('3F2A');
  });
});

describe('a phone that reads the pictures of another', () => {
  it('has the same parcel, to the letter, as the file would have given', async () => {
    const secret = Array.from({ length: 60 }, () => crypto.randomUUID()).join('\n');
    const parcel = await sealed(secret);
    const frames = toFrames(await packed(parcelText(parcel)));
    expect(frames.length).toBeGreaterThan(3);
    cameraSees([...frames, 'DENBA1:ABC']);
    await page.getByRole('button', { name: t('server.pictures-take') }).click();
    await expect.element(page.getByText(t('server.carry-taken', { count: 1 })), { timeout: 40_000 }).toBeVisible();
    const texts = await phone.workspace.server?.courier.passOn();
    const read = readParcels(texts ?? '');
    expect(read).toEqual({ ok: true, value: [parcel] });
    expect(await openParcel(parcel, key.privateKey)).toEqual({ ok: true, value: secret });
  });

  it('shows them on, in French and in English, with nothing that a screen reader stumbles over', async () => {
    await take(parcelText(await sealed(crypto.randomUUID().repeat(30))));
    await page.getByRole('button', { name: t('server.carry-pass-on') }).click();
    await page.getByRole('button', { name: t('server.pictures-show') }).click();
    await expect.element(page.getByRole('img', { name: t('server.pictures-label') })).toBeVisible();
    expect((await axe.run(phone.place)).violations.map(({ id }) => id)).toEqual([]);
    await phone.speak('en');
    await expect.element(page.getByRole('img', { name: t('server.pictures-label') })).toBeVisible();
    await page.getByRole('button', { name: t('server.pictures-stop') }).click();
    await expect.element(page.getByText(t('server.carry-pass-text'))).toBeVisible();
  });
});
