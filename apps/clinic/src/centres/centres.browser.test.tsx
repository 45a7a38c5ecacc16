/**
 * Tests handing families on between two centres without a server, on one's screens: codes, parcels sent and received,
 * and what is not accepted.
 */
import { keepCentre, knownCentres } from '@denba/device/centres/known-centres';
import { receivedFrom } from '@denba/device/centres/receive-family';
import { drawQr } from '@denba/kit/qr/qr-modules';
import { familyId } from '@denba/records/ids';
import { checkWord } from '@denba/sync/courier/check-word';
import { makeCourierKey } from '@denba/sync/courier/seal-parcel';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { type CentrePhone, centrePhone, newFamily, TODAY } from '../../../../sync/device/test/centre-phone.ts';
import { type MemoryPhone, memoryPhone } from '../../test/memory-phone.tsx';
import { phoneName } from '../shell/carrying/phone-name.ts';
import { t } from '../shell/words/language.ts';
import { sayDay } from '../shell/words/say.ts';
import { CentresScreen } from './centres.view.tsx';
import { HandFamilyScreen } from './hand-family.view.tsx';
import { readOwnCode } from './read-own-code.ts';

const KEITA = familyId('keita');
let kati: CentrePhone;
let phone: MemoryPhone;

beforeEach(async () => {
  kati = await centrePhone('CSCom de Kati');
  await newFamily(kati, KEITA);
  const screens = { centres: CentresScreen, 'hand-family': HandFamilyScreen };
  phone = await memoryPhone(screens, [await kati.session.entriesOf(KEITA)], TODAY);
});
afterEach(() => phone.end());

const press = (name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();
const says = async (text: string): Promise<void> => {
  await expect.element(page.getByText(text)).toBeVisible();
};
const faultless = async (): Promise<void> =>
  expect((await axe.run(phone.place)).violations.map(({ id }) => id)).toEqual([]);

/** `nth`: index of the file input on the screen. */
const chooseFile = async (nth: number, content: string | Blob): Promise<void> => {
  const inputs = () => phone.place.querySelectorAll<HTMLInputElement>('input[type=file]');
  await expect.poll(() => inputs().length, { timeout: 5000 }).toBeGreaterThan(nth);
  const input = inputs()[nth];
  if (input === undefined) throw new Error('no way to choose a file');
  const files = new DataTransfer();
  files.items.add(
    typeof content === 'string'
      ? new File([content], 'denba.txt', { type: 'text/plain' })
      : new File([content], 'photo.png', { type: content.type }),
  );
  input.files = files.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
};
const takeFile = (text: string): Promise<void> => chooseFile(0, text);
const readCode = (content: string | Blob): Promise<void> => chooseFile(1, content);
const compare = (answer: 'same' | 'later' | 'other'): Promise<void> =>
  page.getByText(t(`centres.compare-${answer}`), { exact: true }).click();

/** A photograph of another phone's screen that shows this code, with some of the table around it. */
const photographOf = async (text: string): Promise<Blob> => {
  const { modules, path } = drawQr({ text });
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [720, 900];
  const context = canvas.getContext('2d') as CanvasRenderingContext2D;
  context.fillStyle = '#777';
  context.fillRect(0, 0, 720, 900);
  context.setTransform(400 / modules, 0, 0, 400 / modules, 160, 250);
  context.fillStyle = '#fff';
  context.fillRect(-4, -4, modules + 8, modules + 8);
  context.fillStyle = '#000';
  context.fill(new Path2D(path));
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob === null ? reject(new Error('no picture was made')) : resolve(blob)), 'image/png'),
  );
};

const book = () => knownCentres(phone.workspace.session.sealed);

describe('the codes of two centres', () => {
  it('are shown with a word, and one that was read goes into the book when the word is the same', async () => {
    await phone.open({ name: 'centres' });
    await press(t('centres.mine-show'));
    await expect.element(page.getByRole('img', { name: t('centres.mine-label') })).toBeVisible();
    await says(await checkWord((await readOwnCode(phone.workspace)).code));
    await faultless();
    await readCode(kati.own.text);
    await says(t('centres.news-new'));
    await says(await checkWord(kati.own.code));
    const keep = page.getByRole('button', { name: t('centres.keep') });
    await expect.element(keep).toBeDisabled();
    await compare('other');
    await says(t('centres.compare-stop'));
    await expect.element(keep).toBeDisabled();
    await compare('same');
    await faultless();
    await keep.click();
    await says(t('centres.read-kept', { centre: 'CSCom de Kati' }));
    await says(t('centres.known-compared', { day: sayDay(TODAY) }));
    expect(await book()).toEqual([{ code: kati.own.code, since: TODAY, compared: true }]);
    await phone.speak('en');
    await faultless();
  });

  it('that change are told, and replace what is known only when the word was compared', async () => {
    const other = { ...kati.own.code, courierKey: await makeCourierKey().then(({ privateKey: _, ...key }) => key) };
    await keepCentre(phone.workspace.session.sealed, { code: other, since: TODAY, compared: true });
    await phone.open({ name: 'centres' });
    await readCode(kati.own.text);
    await says(t('centres.news-otherKeys', { day: sayDay(TODAY) }));
    expect(phone.place.textContent).not.toContain(t('centres.compare-later'));
    await press(t('centres.do-not-keep'));
    expect((await book())[0]?.code.courierKey.id).toBe(other.courierKey.id);
    await readCode(kati.own.text);
    await compare('same');
    await press(t('centres.replace'));
    await says(t('centres.read-kept', { centre: 'CSCom de Kati' }));
    expect((await book())[0]?.code).toEqual(kati.own.code);
  });

  it('are read from a photo of the other screen, too', async () => {
    await phone.open({ name: 'centres' });
    await readCode(await photographOf(kati.own.text));
    await says(t('centres.phone', { centre: 'CSCom de Kati', phone: phoneName(kati.session.deviceId) }));
    await compare('later');
    await press(t('centres.keep'));
    await says(t('centres.known-not-compared', { day: sayDay(TODAY) }));
    expect(await book()).toEqual([{ code: kati.own.code, since: TODAY, compared: false }]);
  });

  it('are told from this phone’s own, from damaged ones and from anything else', async () => {
    await phone.open({ name: 'centres' });
    await readCode((await readOwnCode(phone.workspace)).text);
    await says(t('centres.news-own'));
    await press(t('centres.finish'));
    await readCode(kati.own.text.slice(0, -4));
    await says(t('centres.code-damaged'));
    await readCode('une photo');
    await says(t('centres.code-notACode'));
    expect(await book()).toEqual([]);
  });
});

describe('a family that leaves', () => {
  it('first needs a centre in the book', async () => {
    await phone.open({ name: 'hand-family', family: KEITA });
    await says(t('centres.hand-none'));
    await faultless();
  });

  it('is told by its names, how many entries and to whom; leaves when the mother agrees; and stands in the log', async () => {
    await keepCentre(phone.workspace.session.sealed, { code: kati.own.code, since: TODAY, compared: false });
    await phone.open({ name: 'hand-family', family: KEITA });
    await says(t('centres.who', { mother: 'Awa Keïta', children: 'Fanta' }));
    await says(t('centres.leaves-not-compared'));
    expect(phone.place.textContent).toMatch(/2 saisies partent, pour CSCom de Kati/);
    const make = page.getByRole('button', { name: t('centres.hand-make') });
    await expect.element(make).toBeDisabled();
    await page.getByText(t('centres.agrees-no'), { exact: true }).click();
    await says(t('centres.agrees-stop'));
    await expect.element(make).toBeDisabled();
    await page.getByText(t('centres.agrees-yes'), { exact: true }).click();
    await faultless();
    await make.click();
    await says(t('centres.hand-made', { centre: 'CSCom de Kati' }));
    await faultless();
    await phone.speak('en');
    await faultless();
    await press(t('server.pictures-show'));
    await expect.element(page.getByText(t('centres.hand-pictures'))).toBeVisible();
    await expect.element(page.getByRole('img', { name: t('server.pictures-label') })).toBeVisible();
    const events = await phone.workspace.session.audit.list();
    expect(events.filter(({ kind }) => kind === 'family-handed').map(({ detail }) => detail)).toEqual([
      { family: KEITA, phone: kati.session.deviceId, entries: 2 },
    ]);
  });

  it('to another centre than the one the mother agreed to leaves only when she is asked again', async () => {
    const hospital = await centrePhone('Hôpital');
    for (const { code } of [kati.own, hospital.own]) {
      await keepCentre(phone.workspace.session.sealed, { code, since: TODAY, compared: true });
    }
    await phone.open({ name: 'hand-family', family: KEITA });
    const make = page.getByRole('button', { name: t('centres.hand-make') });
    await page.getByText(/^CSCom de Kati, /).click();
    await page.getByText(t('centres.agrees-yes'), { exact: true }).click();
    await expect.element(make).toBeEnabled();
    await page.getByText(/^Hôpital, /).click();
    await expect.element(make).toBeDisabled();
  });
});

describe('a family that arrives', () => {
  beforeEach(async () => {
    await newFamily(kati, 'diallo');
    await phone.open({ name: 'centres' });
  });

  const arrives = async (family: string): Promise<void> => {
    const { code } = await readOwnCode(phone.workspace);
    await takeFile(await kati.send(family, code));
    await says(t('server.carry-arrived-here', { count: 1 }));
    await page.getByRole('button', { name: /^Du téléphone/ }).click();
  };

  it('is received when somebody says so, joins the record under its own names, and its sender is known from then on', async () => {
    await arrives('diallo');
    await says(t('centres.news-new'));
    expect(phone.place.textContent).toContain(t('centres.new', { count: 2 }));
    const receive = page.getByRole('button', { name: t('centres.receive') });
    await expect.element(receive).toBeDisabled();
    expect(phone.workspace.session.rows().has(familyId('diallo'))).toBe(false);
    await compare('later');
    await faultless();
    await receive.click();
    await says('family');
    const entries = await phone.workspace.session.entriesOf(familyId('diallo'));
    expect(entries).toEqual(await kati.session.entriesOf(familyId('diallo')));
    for (const entry of entries)
      expect(await receivedFrom(phone.workspace.session.sealed, entry)).toEqual({
        ...{ centre: 'CSCom de Kati', on: TODAY },
      });
    expect(await book()).toMatchObject([{ compared: false, since: TODAY }]);
  });

  it('that could not be opened or received is opened once more by a button', async () => {
    const { session } = phone.workspace;
    const courier = phone.workspace.server?.courier;
    if (courier === undefined) throw new Error('no courier');
    const read = vi.spyOn(courier, 'read').mockRejectedValueOnce(new TypeError('disk'));
    await arrives('diallo');
    await says(t('centres.failed', { name: 'TypeError' }));
    await expect.element(page.getByRole('button', { name: t('centres.later') })).toBeVisible();
    await faultless();
    await press(t('centres.open-again'));
    await says(t('centres.news-new'));
    expect(read).toHaveBeenCalledTimes(2);
    await compare('later');
    vi.spyOn(session.audit, 'add').mockRejectedValueOnce(new RangeError('disk'));
    await press(t('centres.receive'));
    await says(t('centres.failed', { name: 'RangeError' }));
    await press(t('centres.open-again'));
    await says(t('centres.nothing-new'));
  });

  it('that is here already is said to be, and nothing is written', async () => {
    await arrives('keita');
    await says(t('centres.nothing-new'));
    await press(t('centres.finish'));
    await says(t('centres.arrived-none'));
    expect(await book()).toEqual([]);
  });

  it('for another phone is carried, and not offered to be opened', async () => {
    const other = await centrePhone('Hôpital');
    await takeFile(await kati.send('diallo', other.own.code));
    await says(t('server.carry-taken-family', { count: 1 }));
    await says(t('centres.arrived-none'));
    await says(t('centres.see-carried', { count: 1 }));
  });
});
