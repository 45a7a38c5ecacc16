/** Two centres, two phones, without network or server at any time: a referral with the whole record, and the answer. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { accessibilityProblems, overflowPx } from '../accessibility.ts';
import { SCREEN_POSITIVE } from '../answers.ts';
import { JOURNEY_MS, setOut } from '../journey.ts';
import { longJourney } from '../long-journey.ts';
import type { Robot } from '../robot.ts';
import { backToFamily, childCard, holdVisit, openFamily } from '../robot-family.ts';
import { openPlace, pressRow } from '../robot-places.ts';
import { GIRL, infant, MOTHER, registerFamily } from '../robot-registration.ts';
import { firstStart } from '../robot-start.ts';

const KATI = 'CSCom de Kati';
const HOSPITAL = 'CSRéf de Kalabancoro';
const folder = mkdtempSync(join(tmpdir(), 'denba-centres-'));
/** When set to a folder, the screens are saved there as pictures. */
const pictures = process.env['DENBA_PICTURES'];

const look = async ({ page }: Robot, name: string): Promise<void> => {
  if (pictures !== undefined) await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
  expect(await overflowPx(page), name).toBeLessThanOrEqual(0);
  expect(await accessibilityProblems(page), name).toEqual([]);
};

const downloaded = async (robot: Robot): Promise<string> => {
  const coming = robot.page.waitForEvent('download');
  await robot.press(robot.words.t('file.download'));
  const download = await coming;
  const file = join(folder, `${Date.now()}-${download.suggestedFilename()}`);
  await download.saveAs(file);
  return file;
};

const give = async (robot: Robot, file: string, by: 'centres.read-file' | 'server.carry-take'): Promise<void> => {
  const choosing = robot.page.waitForEvent('filechooser');
  await robot.press(robot.words.t(by));
  await (await choosing).setFiles(file);
};

/** Shows the phone's code and shares it as a file; returns the file and the check word on the screen. */
const showCode = async (robot: Robot): Promise<{ readonly file: string; readonly word: string }> => {
  const { t } = robot.words;
  await openPlace(robot, 'centres');
  await robot.press(t('centres.mine-show'));
  const word = robot.page.locator('.check-word__word');
  await word.filter({ hasText: '-' }).waitFor();
  await look(robot, 'my-code');
  const said = (await word.textContent()) ?? '';
  const file = await downloaded(robot);
  await robot.press(t('file.finish'));
  return { file, word: said };
};

/** Continues from the screen that says what is sent: the mother agrees, and the file is made. */
const handOn = async (robot: Robot, name: string): Promise<string> => {
  const { t } = robot.words;
  await robot.choose(t('centres.agrees'), t('centres.agrees-yes'));
  await look(robot, `${name}-leaves`);
  await robot.press(t('centres.hand-make'));
  await robot.sees(/Le fichier est prêt/);
  await look(robot, `${name}-made`);
  const file = await downloaded(robot);
  await robot.press(t('file.finish'));
  return file;
};

/** The text of the history on the family's page. */
const told = async (robot: Robot): Promise<string> => {
  await openFamily(robot, 'Fanta Keïta');
  await childCard(robot, 'Awa').waitFor();
  return (await robot.page.locator('.history').allTextContents()).join(' ');
};

longJourney(
  'a family is referred with its whole record by file, and the answer comes back the same way',
  async () => {
    const [{ robot: kati }, { robot: hospital }] = await Promise.all([setOut(), setOut({ width: 320, height: 640 })]);
    const { t } = kati.words;
    await Promise.all([
      firstStart(kati, { centre: KATI }),
      firstStart(hospital, { centre: HOSPITAL, user: 'Bintou Diarra' }),
    ]);
    await registerFamily(kati, { ...MOTHER, phone: '76123456', ...infant(1, GIRL) });

    // The hospital's code is sent by message; the check word is compared by telephone.
    const { file: code, word } = await showCode(hospital);
    await openPlace(kati, 'centres');
    await give(kati, code, 'centres.read-file');
    await kati.sees(word);
    await look(kati, 'code-read');
    await kati.choose(t('centres.compare', { centre: HOSPITAL }), t('centres.compare-same'));
    await kati.press(t('centres.keep'));
    await kati.sees(t('centres.read-kept', { centre: HOSPITAL }));
    await look(kati, 'book');

    // The referral suggests centres of the book; its note leads to sending the whole record.
    await openFamily(kati, 'Fanta Keïta');
    await kati.tap(childCard(kati, 'Awa').getByRole('button', { name: t('family.do.refer'), exact: true }));
    await kati.type(t('referral.facility'), 'csr');
    await kati.press(HOSPITAL);
    await kati.press(t('referral.save'));
    await kati.page.getByRole('img', { name: t('referral.qr-label') }).waitFor();
    await kati.press(t('referral.hand'));
    await kati.sees(t('centres.who', { mother: 'Fanta Keïta', children: 'Awa' }));
    const parcel = await handOn(kati, 'referral');
    const text = readFileSync(parcel, 'utf8');
    for (const secret of ['Fanta', 'Awa', '76123456', KATI, HOSPITAL]) expect(text).not.toContain(secret);

    // A truncated file is refused; the complete one is opened, and received on confirmation.
    await give(hospital, writeCut(text), 'server.carry-take');
    await hospital.sees(t('server.carry-damaged'));
    await give(hospital, parcel, 'server.carry-take');
    await hospital.sees(t('server.carry-arrived', { count: 1 }));
    await look(hospital, 'arrived');
    await pressRow(hospital, 'Du téléphone');
    await hospital.sees(t('centres.who', { mother: 'Fanta Keïta', children: 'Awa' }));
    await look(hospital, 'receive');
    await hospital.choose(t('centres.compare', { centre: KATI }), t('centres.compare-later'));
    await hospital.press(t('centres.receive'));
    await hospital.sees(t('family.saved'));

    // The child is seen at the hospital, and the findings are sent back.
    await holdVisit(hospital, 'Awa', 'rapid-screen', { ...SCREEN_POSITIVE, weight_g: 3900, muac_mm: 118 });
    await backToFamily(hospital);
    await hospital.tap(hospital.page.getByText(t('family.actions'), { exact: true }));
    await hospital.press(t('family.hand'));
    const answer = await handOn(hospital, 'answer');
    // The hospital's check word was compared before: it is not asked for again. Taking a file twice is idempotent.
    await openPlace(kati, 'centres');
    await give(kati, answer, 'server.carry-take');
    await pressRow(kati, 'Du téléphone');
    await kati.sees(/1 saisie nouvelle/);
    await kati.press(t('centres.receive'));
    await kati.sees(t('family.saved'));
    await openPlace(kati, 'centres');
    await give(kati, answer, 'server.carry-take');
    await pressRow(kati, 'Du téléphone');
    await kati.sees(t('centres.nothing-new'));
    await kati.press(t('centres.finish'));

    expect(await told(kati)).toBe(await told(hospital));
    await pressRow(kati, t('family.form.mami-screen'));
    await kati.sees(t('family.entry.received-from', { centre: HOSPITAL, day: '26/11/2026' }));
    await openPlace(kati, 'audit');
    await kati.sees(t('audit.family-handed', { family: 'Fanta Keïta' }));
    await kati.sees(t('audit.family-received', { family: 'Fanta Keïta' }));
  },
  JOURNEY_MS,
);

const writeCut = (text: string): string => {
  const file = join(folder, 'cut.txt');
  writeFileSync(file, text.slice(0, -20));
  return file;
};
