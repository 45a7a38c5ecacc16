/** Tests backups in a real browser: making one, restoring it on another phone, refusals and their messages. */
import { localDate } from '@denba/quantities/local-date';
import { familyId, personId } from '@denba/records/ids';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { openPhone, type ShownPhone } from '../../test/show-screen.tsx';
import { ownPlaces } from '../shell/places/own-places.ts';
import { TRAINING_CENTRE } from '../shell/places/training-centre.ts';
import { recordDraft } from '../shell/record/record-draft.ts';
import { t } from '../shell/words/language.ts';
import { SafekeepingScreen } from './safekeeping.view.tsx';

const PASSWORD = 'panier lune mangue rivière';
const phones: ShownPhone[] = [];

const newPhone = async (given: Parameters<typeof openPhone>[0] = {}): Promise<ShownPhone> => {
  const phone = await openPhone(given);
  phones.push(phone);
  return phone;
};

/** Three families with four entries; one has twins. */
const written = async (phone: ShownPhone): Promise<void> => {
  const on = localDate('2026-11-20');
  const born = (family: string, child: string) =>
    recordDraft('birth', { family: familyId(family), subject: personId(child), on, answers: { sex: 'F' } });
  const saved = await phone.workspace.save([
    born('keita', 'a'),
    born('keita', 'b'),
    born('diarra', 'c'),
    born('sow', 'd'),
  ]);
  expect(saved.ok).toBe(true);
};

const chooseFile = async (phone: ShownPhone, file: File): Promise<void> => {
  const input = phone.place.querySelector<HTMLInputElement>('input[type=file]');
  if (input === null) throw new Error('the screen asks for no file');
  await userEvent.upload(input, file);
};

const restore = async (phone: ShownPhone, file: File, password: string): Promise<void> => {
  await chooseFile(phone, file);
  await page.getByLabelText(t('safekeeping.restore-password')).fill(password);
  await page.getByRole('button', { name: t('safekeeping.restore-now'), exact: true }).click();
};

const backupOf = async (phone: ShownPhone, password = PASSWORD): Promise<File> =>
  new File([await phone.workspace.session.exportBackup(password)], 'denba-2026-11-26-0905.denba');

beforeEach(() => {
  phones.length = 0;
});
afterEach(async () => {
  for (const phone of phones) await phone.end();
});

describe('a backup', () => {
  it('is made with a password typed twice, and its name says nothing about anybody', async () => {
    const phone = await newPhone();
    await written(phone);
    phone.show(<SafekeepingScreen />);
    await page.getByRole('button', { name: t('safekeeping.backup-make') }).click();
    await page.getByLabelText(t('safekeeping.password')).fill('trop court');
    await expect.element(page.getByText(t('safekeeping.password-tooShort', { count: 12 }))).toBeVisible();
    await page.getByLabelText(t('safekeeping.password')).fill(PASSWORD);
    await page.getByLabelText(t('safekeeping.password-again')).fill(`${PASSWORD}s`);
    await expect.element(page.getByText(t('safekeeping.password-different'))).toBeVisible();
    await expect.element(page.getByRole('button', { name: t('safekeeping.make') })).toBeDisabled();
    await page.getByLabelText(t('safekeeping.password-again')).fill(PASSWORD);
    const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
    await page.getByRole('button', { name: t('safekeeping.make') }).click();
    await page.getByRole('button', { name: t('file.download') }).click();
    const [link] = clicked.mock.contexts;
    clicked.mockRestore();
    expect(link).toBeInstanceOf(HTMLAnchorElement);
    expect((link as HTMLAnchorElement).download).toMatch(/^denba-\d{4}-\d\d-\d\d-\d{4}\.denba$/);
    await expect.element(page.getByText(t('safekeeping.need-up-to-date-today'))).toBeVisible();
    const kinds = (await phone.workspace.session.audit.list()).map(({ kind }) => kind);
    expect(kinds).toContain('backup-exported');
  });

  it('comes back on another phone, once, and tells how much', async () => {
    const first = await newPhone({ centre: { id: 'local-1', name: 'CSCom de Sanankoroba' } });
    await written(first);
    const file = await backupOf(first);
    const second = await newPhone();
    second.show(<SafekeepingScreen />);
    await restore(second, file, ` ${PASSWORD} `);
    await expect.element(page.getByText(t('safekeeping.restored', { count: 4 }), { exact: false })).toBeVisible();
    await expect
      .element(page.getByText(t('safekeeping.restored-families', { count: 3 }), { exact: false }))
      .toBeVisible();
    expect(await second.workspace.session.entriesOf(familyId('keita'))).toHaveLength(2);
    // The months of the centre then count what the first phone recorded.
    expect(ownPlaces(second.workspace)).toContain(first.workspace.session.centre.id);
    await restore(second, file, PASSWORD);
    await expect.element(page.getByText(t('safekeeping.restored-nothing'))).toBeVisible();
  });

  it('is refused with a wrong password, which can be typed again', async () => {
    const first = await newPhone();
    await written(first);
    const file = await backupOf(first);
    const second = await newPhone();
    second.show(<SafekeepingScreen />);
    await restore(second, file, 'panier lune mangue fleuve');
    await expect.element(page.getByText(t('safekeeping.error-wrongPassword'))).toBeVisible();
    await page.getByLabelText(t('safekeeping.restore-password')).fill(PASSWORD);
    await page.getByRole('button', { name: t('safekeeping.restore-now'), exact: true }).click();
    await expect.element(page.getByText(t('safekeeping.restored', { count: 4 }), { exact: false })).toBeVisible();
  });

  it('that is another file is said to be none', async () => {
    const phone = await newPhone();
    phone.show(<SafekeepingScreen />);
    await restore(phone, new File(['une photo de vacances'], 'photo.jpg'), PASSWORD);
    await expect.element(page.getByText(t('safekeeping.error-notABackup'))).toBeVisible();
  });

  it('that was cut on the way is said to be damaged, and what can be read is taken in', async () => {
    const first = await newPhone();
    await written(first);
    const whole = await backupOf(first);
    const second = await newPhone();
    second.show(<SafekeepingScreen />);
    await restore(second, new File([whole.slice(0, whole.size - 20)], whole.name), PASSWORD);
    await expect.element(page.getByText(t('safekeeping.error-damaged', { count: 1 }))).toBeVisible();
    expect(await second.workspace.session.entriesOf(familyId('keita'))).toHaveLength(2);
  });

  it('that was cut before its first entry is never said to hold what is here already', async () => {
    const first = await newPhone();
    await written(first);
    const whole = await backupOf(first);
    const second = await newPhone();
    second.show(<SafekeepingScreen />);
    await restore(second, new File([whole.slice(0, 300)], whole.name), PASSWORD);
    await expect.element(page.getByText(t('safekeeping.restored-none'))).toBeVisible();
    expect(second.place.textContent).not.toContain(t('safekeeping.restored-nothing'));
  });
});

describe('a backup of another centre', () => {
  it('is taken in only when she says so, and not before', async () => {
    const kati = await newPhone({ centre: { id: 'local-9', name: 'CSCom de Kati' } });
    await written(kati);
    const file = await backupOf(kati);
    const here = await newPhone();
    here.show(<SafekeepingScreen />);
    await restore(here, file, PASSWORD);
    await expect.element(page.getByText(t('safekeeping.other-centre', { from: 'CSCom de Kati' }))).toBeVisible();
    expect(await here.workspace.session.entriesOf(familyId('keita'))).toEqual([]);
    await page.getByRole('button', { name: t('safekeeping.other-centre-cancel') }).click();
    expect(await here.workspace.session.entriesOf(familyId('keita'))).toEqual([]);
    await restore(here, file, PASSWORD);
    await page.getByRole('button', { name: t('safekeeping.other-centre-take') }).click();
    await expect.element(page.getByText(t('safekeeping.restored', { count: 4 }), { exact: false })).toBeVisible();
    expect(await here.workspace.session.entriesOf(familyId('keita'))).toHaveLength(2);
  });

  it('and simulated families never come among real ones, nor real ones into training', async () => {
    const training = await newPhone({ mode: 'training', centre: { id: TRAINING_CENTRE, name: 'Centre de formation' } });
    await written(training);
    const simulated = await backupOf(training);
    const here = await newPhone();
    here.show(<SafekeepingScreen />);
    await restore(here, simulated, PASSWORD);
    await expect.element(page.getByText(t('safekeeping.error-simulated'))).toBeVisible();
    expect(await here.workspace.session.entriesOf(familyId('keita'))).toEqual([]);

    const other = await newPhone();
    await other.workspace.save([
      recordDraft('birth', {
        ...{ family: familyId('toure'), subject: personId('e'), on: localDate('2026-11-20'), answers: { sex: 'M' } },
      }),
    ]);
    const real = await backupOf(other);
    here.show(null);
    training.show(<SafekeepingScreen />);
    await restore(training, real, PASSWORD);
    await expect.element(page.getByText(t('safekeeping.error-real'))).toBeVisible();
    expect(await training.workspace.session.entriesOf(familyId('toure'))).toEqual([]);
  });
});

describe('the screen of safekeeping', () => {
  it('says plainly that the browser did not promise to keep, and what to do', async () => {
    const phone = await newPhone();
    vi.spyOn(phone.workspace.session, 'askPersistence').mockResolvedValue(false);
    phone.show(<SafekeepingScreen />);
    await page.getByRole('button', { name: t('safekeeping.promise-ask') }).click();
    await expect.element(page.getByText(t('safekeeping.promise-refused'))).toBeVisible();
    await expect.element(page.getByText(t('safekeeping.promise-refused-text'))).toBeVisible();
  });

  it('tells what is damaged first, with its cure', async () => {
    const phone = await newPhone();
    vi.spyOn(phone.workspace.session, 'problems').mockReturnValue([
      { kind: 'entriesDamaged', place: 'segments/3', entries: 12, families: [] },
    ]);
    phone.show(<SafekeepingScreen />);
    await expect.element(page.getByText(t('safekeeping.damaged-entries', { count: 12 }))).toBeVisible();
    await expect.element(page.getByText(t('safekeeping.cure-entriesDamaged'))).toBeVisible();
    const [first] = phone.place.querySelectorAll('main h2');
    expect(first?.textContent).toBe(t('safekeeping.state'));
  });

  it('has nothing that a screen reader stumbles over', async () => {
    const phone = await newPhone();
    await written(phone);
    phone.show(<SafekeepingScreen />);
    await page.getByRole('button', { name: t('safekeeping.backup-make') }).click();
    expect((await axe.run(phone.place)).violations.map(({ id }) => id)).toEqual([]);
  });
});
