import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packText } from '@denba/sync/packs/pack';
import type { Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import { accessibilityProblems, overflowPx } from '../../../clinic/test/accessibility.ts';
import { WELL } from '../../../clinic/test/answers.ts';
import { JOURNEY_MS, takePhone } from '../../../clinic/test/journey.ts';
import { longJourney } from '../../../clinic/test/long-journey.ts';
import type { Robot } from '../../../clinic/test/robot.ts';
import { backToFamily, holdVisit, openFamily, openVisit, saveVisit } from '../../../clinic/test/robot-family.ts';
import { lockNow } from '../../../clinic/test/robot-places.ts';
import { GIRL, infant, MOTHER, registerFamily } from '../../../clinic/test/robot-registration.ts';
import { unlock } from '../../../clinic/test/robot-start.ts';
import { draftIsWritten, fillSection, fillVisit, type Given } from '../../../clinic/test/robot-visit.ts';
import { ministryProtocol, packOfProtocol } from '../test-packs.ts';
import { HOSPITAL, joinedPhone, meet, openServer } from './joined-phone.ts';
import { type RunningDenba, runningDenba } from './running-denba.ts';

/** Set to a folder to see the screens. */
const pictures = process.env['DENBA_PICTURES'];

const look = async (page: Page, name: string): Promise<void> => {
  if (pictures !== undefined) await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
  expect(await overflowPx(page), name).toBeLessThanOrEqual(0);
  expect(await accessibilityProblems(page), name).toEqual([]);
};

/** At eight weeks: between the cut-off that is shipped (−2) and that of the ministry (−2,5). */
const BETWEEN: Given = { ...WELL, weight_g: 3700, length_cm: 52, muac_mm: 118, mother_age: 24 };
const SAID = /P\/A −2,\d+.z, sous le seuil de −2,00/;

/** The ministry uploads its protocol in the management, and gives it to one centre. */
const ministryGives = async (denba: RunningDenba, place: string): Promise<void> => {
  const { page } = await takePhone({ width: 320, height: 640 });
  await page.goto(`${denba.root}/admin`);
  await page.locator('input[name=code]').fill(denba.setupCode ?? '');
  await page.locator('input[name=name]').fill('Awa Traoré');
  await page.locator('input[name=signInName]').fill('awa');
  await page.locator('input[name=password]').fill('une petite phrase à elle');
  await page.getByRole('button', { name: 'Créer le premier compte' }).click();
  await page.getByRole('link', { name: 'Protocoles' }).click();
  const file = join(mkdtempSync(join(tmpdir(), 'denba-pack-')), 'pack.txt');
  writeFileSync(file, packText(await packOfProtocol(ministryProtocol(-2.5))));
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('button', { name: 'Apporter ce protocole' }).click();
  await page.getByText('Protocole reçu').waitFor();
  await look(page, 'packs');
  await page.goto(`${denba.root}/admin/places/${place}`);
  await page.locator('select[name=pack]').selectOption({ label: await ministryOption(page) });
  await page.getByRole('button', { name: 'Voir ce qui change' }).click();
  await page.getByText(/−2 → −2,5/).waitFor();
  await look(page, 'pack-changes');
  await page.getByRole('button', { name: 'Donner ce protocole' }).click();
  await page
    .getByText(/^mami 0\.1\.0 \+ ministry/)
    .first()
    .waitFor();
  await look(page, 'place-with-pack');
};

const ministryOption = async (page: Page): Promise<string> => {
  const options = await page.locator('select[name=pack] option').allTextContents();
  return options.find((text) => text.includes('ministry')) ?? '';
};

const reopened = async (robot: Robot): Promise<void> => {
  await lockNow(robot);
  await unlock(robot);
};

longJourney(
  'a centre concludes by the cut-off of the ministry once its phone is opened again; what was begun ends as it began',
  async () => {
    const denba = await runningDenba();
    onTestFinished(() => denba.end());
    const { robot } = await joinedPhone(denba, await denba.codeFor('demo-sanankoroba'));
    const { t } = robot.words;
    await registerFamily(robot, { ...MOTHER, phone: '76123456', ...infant(1, GIRL) });
    await holdVisit(robot, 'Awa', 'assessment', BETWEEN, { enrol: true });
    await robot.sees(SAID);
    await registerFamily(robot, {
      ...{ ...MOTHER, mother_name: 'Bintou Coulibaly', phone: '70112233' },
      ...infant(1, { ...GIRL, infant_name: 'Adama' }),
    });
    await openVisit(robot, 'Adama', 'assessment');
    await robot.page.locator('.question[data-path]').first().waitFor();
    await fillSection(robot, 'assessment', BETWEEN);
    await draftIsWritten(robot);
    await robot.page.goBack();

    await ministryGives(denba, 'demo-sanankoroba');
    await meet(robot);
    await robot.sees(t('server.protocol-waits'));
    await look(robot.page, 'protocol-waits');
    await reopened(robot);
    await openServer(robot);
    await robot.sees(/mami@0\.1\.0\+ministry#[0-9a-f]{12}/);
    expect(await robot.page.getByText(t('server.protocol-waits')).count()).toBe(0);

    // A visit that was half filled before is finished with the cut-off that it was begun with.
    await robot.place('today');
    await robot.press(t('today.resume'));
    await fillVisit(robot, 'assessment', BETWEEN);
    await robot.choose(t('visit.plan.enrol'), t('visit.plan.enrol-yes'));
    await robot.press(t('visit.plan.next-accept'));
    await saveVisit(robot);
    await robot.sees(SAID);
    await backToFamily(robot);

    // Begun afterwards, the same weight no longer leads to a finding.
    await registerFamily(robot, {
      ...{ ...MOTHER, mother_name: 'Kadia Sidibé', phone: '70445566' },
      ...infant(1, { ...GIRL, infant_name: 'Mariam' }),
    });
    await holdVisit(robot, 'Mariam', 'assessment', BETWEEN, { enrol: true });
    expect(await robot.page.getByText(/^P\/A .*sous le seuil/).count()).toBe(0);
    await robot.sees(/mami@0\.1\.0\+ministry#/);

    // The finding of the first visit stays, in its own words.
    await openFamily(robot, 'Fanta Keïta');
    await robot.tap(robot.page.getByRole('button', { name: new RegExp(t('family.form.mami-assessment')) }).first());
    await robot.press(t('family.entry.see-result'));
    await robot.sees(SAID);
    await robot.sees(/mami@0\.1\.0#[0-9a-f]{12}/);

    const elsewhere = await joinedPhone(denba, await denba.codeFor('demo-hopital'), HOSPITAL);
    await meet(elsewhere.robot);
    await elsewhere.robot.sees(/^mami@0\.1\.0#[0-9a-f]{12}$/);
  },
  4 * JOURNEY_MS,
);
