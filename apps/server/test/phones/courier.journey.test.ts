import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { accessibilityProblems, overflowPx } from '../../../clinic/test/accessibility.ts';
import { JOURNEY_MS, takePhone } from '../../../clinic/test/journey.ts';
import { longJourney } from '../../../clinic/test/long-journey.ts';
import type { Robot } from '../../../clinic/test/robot.ts';
import { openFamily } from '../../../clinic/test/robot-family.ts';
import { GIRL, infant, MOTHER, registerFamily } from '../../../clinic/test/robot-registration.ts';
import { HOSPITAL, joinedPhone, meet, openServer } from './joined-phone.ts';
import { type RunningDenba, runningDenba } from './running-denba.ts';

const folder = mkdtempSync(join(tmpdir(), 'denba-courier-'));
/** Set to a folder to see the screens. */
const pictures = process.env['DENBA_PICTURES'];

const look = async ({ page }: Pick<Robot, 'page'>, name: string): Promise<void> => {
  if (pictures !== undefined) await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
  expect(await overflowPx(page), name).toBeLessThanOrEqual(0);
  expect(await accessibilityProblems(page), name).toEqual([]);
};

const take = async (robot: Robot, file: string): Promise<void> => {
  const choosing = robot.page.waitForEvent('filechooser');
  await robot.press(robot.words.t('server.carry-take'));
  await (await choosing).setFiles(file);
};

/** Downloads the file that the screen offers. */
const downloaded = async (robot: Robot): Promise<string> => {
  const coming = robot.page.waitForEvent('download');
  await robot.press(robot.words.t('file.download'));
  const download = await coming;
  const file = join(folder, `${Date.now()}-${download.suggestedFilename()}`);
  await download.saveAs(file);
  return file;
};

const received = async ({ db }: RunningDenba, place: string): Promise<number> =>
  (await db.selectFrom('entry').select('id').where('place_id', '=', place).execute()).length;

longJourney(
  'what a phone wrote without network reaches the server in the pocket of another, which cannot read it',
  async () => {
    const denba = await runningDenba();
    onTestFinished(() => denba.end());
    const author = await joinedPhone(denba, await denba.codeFor('demo-sanankoroba'));
    const carrier = await joinedPhone(denba, await denba.codeFor('demo-hopital'), HOSPITAL);
    const { t } = author.robot.words;
    const before = await received(denba, 'demo-sanankoroba');

    await author.phone.context.setOffline(true);
    await registerFamily(author.robot, { ...MOTHER, phone: '76123456', ...infant(1, GIRL) });
    await openServer(author.robot);
    await look(author.robot, 'send');
    await author.robot.press(t('server.file-make'));
    await author.robot.sees(/Le fichier est prêt/);
    const file = await downloaded(author.robot);
    await look(author.robot, 'made');
    await author.robot.press(t('file.finish'));
    await author.robot.sees(/attendent d'être envoyées/);
    const text = readFileSync(file, 'utf8');
    expect(file).toMatch(/denba-courier-[0-9A-F]{4}-2026-11-26-0\d{3}\.txt$/);
    for (const secret of ['Fanta', 'Awa', '76123456', 'demo-sanankoroba']) expect(text).not.toContain(secret);

    // A file that was cut on the way is reported, and nothing of it is stored.
    await carrier.phone.context.setOffline(true);
    await openServer(carrier.robot);
    const cut = join(folder, 'cut.txt');
    writeFileSync(cut, text.slice(0, -20));
    await take(carrier.robot, cut);
    await carrier.robot.sees(t('server.carry-damaged'));
    await take(carrier.robot, file);
    await carrier.robot.sees(t('server.carry-taken', { count: 1 }));
    await carrier.robot.sees(t('server.carried', { count: 1 }));
    await take(carrier.robot, file);
    await carrier.robot.sees(t('server.carry-known'));
    await look(carrier.robot, 'carried');
    await carrier.robot.press(t('server.carry-pass-on'));
    const passed = await downloaded(carrier.robot);
    expect(readFileSync(passed, 'utf8')).toBe(text);
    await carrier.robot.press(t('file.finish'));

    // The phone gets a network: the file is handed over without any action.
    expect(await received(denba, 'demo-sanankoroba')).toBe(before);
    await carrier.phone.context.setOffline(false);
    await carrier.robot.sees(t('server.carry-handed', { count: 1 }));
    await look(carrier.robot, 'handed');
    expect(await received(denba, 'demo-sanankoroba')).toBeGreaterThan(before);
    await carrier.robot.place('search');
    expect(await carrier.robot.page.getByText('Fanta Keïta').count(), 'on the phone that carried it').toBe(0);

    // Another phone of the centre knows the family before the author has met the server again; then it is acknowledged.
    const colleague = await joinedPhone(denba, await denba.codeFor('demo-sanankoroba'));
    await meet(colleague.robot);
    await openFamily(colleague.robot, 'Fanta Keïta');
    await colleague.robot.sees(/Awa/);
    const brought = await received(denba, 'demo-sanankoroba');
    await author.phone.context.setOffline(false);
    await author.robot.sees(t('server.all-sent'));
    expect(await received(denba, 'demo-sanankoroba')).toBe(brought);
  },
  300_000,
);

longJourney(
  'a supervisor brings a file to the management on a stick',
  async () => {
    const denba = await runningDenba();
    onTestFinished(() => denba.end());
    const author = await joinedPhone(denba, await denba.codeFor('demo-sanankoroba'));
    const { t } = author.robot.words;
    await author.phone.context.setOffline(true);
    await registerFamily(author.robot, { ...MOTHER, phone: '76123456', ...infant(1, GIRL) });
    await openServer(author.robot);
    await author.robot.press(t('server.file-make'));
    await author.robot.sees(/Le fichier est prêt/);
    const file = await downloaded(author.robot);

    const { page } = await takePhone();
    await page.goto(`${denba.root}/admin`);
    await page.locator('input[name=code]').fill(denba.setupCode ?? '');
    await page.locator('input[name=name]').fill('Awa Traoré');
    await page.locator('input[name=signInName]').fill('awa');
    await page.locator('input[name=password]').fill('une petite phrase à elle');
    await page.getByRole('button', { name: 'Créer le premier compte' }).click();
    await page.getByRole('link', { name: "Apporter un fichier d'envoi" }).click();
    await look({ page }, 'admin-bring');
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByRole('button', { name: 'Remettre au serveur' }).click();
    await page.getByText(/Reçu/).first().waitFor();
    await look({ page }, 'admin-brought');
    expect(await received(denba, 'demo-sanankoroba')).toBeGreaterThan(0);

    await author.phone.context.setOffline(false);
    await author.robot.sees(t('server.all-sent'));
  },
  2 * JOURNEY_MS,
);
