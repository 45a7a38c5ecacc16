import { join } from 'node:path';
import { canonicalJson, type JsonValue } from '@denba/records/canonical-json';
import { simulatedLife } from '@denba/scenario/cohort-entries';
import { simulateCohort } from '@denba/scenario/simulate-cohort';
import { toBody } from '@denba/sync-server/body';
import type { Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import { accessibilityProblems, overflowPx } from '../../../clinic/test/accessibility.ts';
import { JOURNEY_MS, takePhone } from '../../../clinic/test/journey.ts';
import { longJourney } from '../../../clinic/test/long-journey.ts';
import { lockNow } from '../../../clinic/test/robot-places.ts';
import { unlock } from '../../../clinic/test/robot-start.ts';
import { sessionCookie, startSession } from '../../src/people/sessions.ts';
import { aPerson } from '../test-people.ts';
import { joinedPhone, meet, openServer } from './joined-phone.ts';
import { type RunningDenba, runningDenba } from './running-denba.ts';

/** Set to a folder to see the screens. */
const pictures = process.env['DENBA_PICTURES'];

const look = async (page: Page, name: string): Promise<void> => {
  if (pictures !== undefined) await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
  expect(await overflowPx(page), name).toBeLessThanOrEqual(0);
  expect(await accessibilityProblems(page), name).toEqual([]);
};

/** A browser of a member of the national team, signed in, on a phone of 320 px. */
const nationalPage = async (denba: RunningDenba): Promise<Page> => {
  const { id } = await aPerson(denba, ['national', 'demo-pays']);
  const token = await startSession({ db: denba.db, now: () => new Date('2026-11-26T09:00:00Z') }, id);
  const [name = '', value = ''] = (sessionCookie(token, false).split(';', 1)[0] ?? '').split('=');
  const { page } = await takePhone({ width: 320, height: 640, expectedErrors: /422/ });
  await page.context().addCookies([{ name, value, url: denba.root }]);
  return page;
};

/** Stores the entries of two hundred simulated families at a centre, as if its phones had sent them. */
const recordedAt = async ({ db }: RunningDenba, place: string): Promise<void> => {
  const entries = [...simulateCohort('drafts', { families: 200 })].flatMap(
    (family) => simulatedLife('drafts', family).entries,
  );
  const rows = entries.map((entry, at) => ({
    ...{ place_id: place, position: at + 1, device_id: entry.device, seq: at + 1, hash: Buffer.alloc(32, at) },
    ...{ id: entry.id, family: entry.family, recorded_at: String(entry.recordedAt), received_at: new Date() },
    body: toBody(canonicalJson({ ...entry, facility: place } as unknown as JsonValue)),
  }));
  await db.insertInto('entry').values(rows).execute();
};

/** Leaves the page while the draft is being checked. */
const drafts = async (page: Page, denba: RunningDenba): Promise<string> => {
  await page.goto(`${denba.root}/portal/drafts`);
  await page.getByLabel('Titre en français').fill('Seuil du poids à −2,5');
  await page.getByLabel('Titre en anglais').fill('Weight cut-off at −2.5');
  await look(page, 'drafts');
  await page.getByRole('button', { name: 'Commencer un projet' }).click();
  await page.getByRole('link', { name: 'Ajouter un changement' }).click();
  await page.getByRole('link', { name: 'Seuils, délais et choix' }).click();
  await page.locator('#waz_cut').getByRole('link', { name: 'Changer' }).click();
  await page.getByLabel('Nouvelle valeur').fill('-9');
  await page.getByLabel('Pourquoi ce changement').fill('Moins d’inscriptions pour les mêmes enfants.');
  await page.getByRole('button', { name: 'Garder ce changement' }).click();
  await page.getByText('hors des limites').waitFor();
  await look(page, 'draft-refused');
  await page.getByLabel('Nouvelle valeur').fill('-2,5');
  await page.getByRole('button', { name: 'Garder ce changement' }).click();
  await page.getByText('La vérification est en cours').waitFor();
  await look(page, 'draft-being-checked');
  const draft = page.url();
  await page.goto(`${draft}/change?contact=MAMI.S.16&column=due_days`);
  await page.getByLabel('Nouveau contenu de la case').fill('49');
  await page.getByLabel('Pourquoi ce changement').fill('Avec la vaccination de la septième semaine.');
  await page.getByRole('button', { name: 'Garder ce changement' }).click();
  await page.getByText('La vérification est en cours').waitFor();
  return draft;
};

/**
 * Looks at cells of a rule: one with codes to tick, one with codes to choose from, and one that is typed wrongly.
 * Changes nothing.
 */
const looksAtCells = async (page: Page, draft: string): Promise<void> => {
  const rule = `${draft}/change?row=MAMI.DT.25.02`;
  const cell = (column: string): string => `${rule}&column=${encodeURIComponent(column)}`;
  await page.goto(rule);
  await look(page, 'draft-rule');
  await page.goto(cell('then: proposal'));
  await look(page, 'draft-cell-chosen');
  await page.goto(cell('when: care.setting'));
  await look(page, 'draft-cell-ticked');
  await page.getByRole('link', { name: 'Écrire la case soi-même' }).click();
  await page.getByLabel('Nouveau contenu de la case').fill('< <');
  await page.getByLabel('Pourquoi ce changement').first().fill('Essai');
  await page.getByRole('button', { name: 'Garder ce changement' }).click();
  await page.getByText('ne peut pas être lue').waitFor();
  await look(page, 'draft-cell-refused');
};

/**
 * Looks at the form of a new rule in a wide table, a rule that is refused, and a case tried on the draft. Changes
 * nothing.
 */
const looksAtNewPieces = async (page: Page, draft: string): Promise<void> => {
  await page.goto(`${draft}/rule?table=MAMI.DT.27`);
  await look(page, 'draft-new-rule-wide');
  await page.goto(`${draft}/rule?table=MAMI.DT.07`);
  await page.getByText('Œdèmes présents').first().click();
  await page.getByLabel('oui').first().check();
  await page.getByLabel('La phrase en français').fill('Œdèmes et PB {muac}.');
  await page.getByLabel('La phrase en anglais').fill('Oedema and MUAC {muac_used_mm}.');
  await page.getByLabel('Pourquoi ce changement').fill('Essai');
  await page.getByRole('button', { name: 'Garder cette règle' }).click();
  await page.getByText('Dites ce que la règle conclut').waitFor();
  await look(page, 'draft-new-rule-refused');
  await page.goto(`${draft}/case`);
  await look(page, 'draft-case');
  await page.getByLabel('Date de naissance').fill('2026-06-01');
  await page.getByRole('button', { name: 'Voir ce que le protocole conclut' }).click();
  await page.getByRole('heading', { name: 'Garder ce cas' }).waitFor();
  await look(page, 'draft-case-concluded');
};

/** Waits until the page shows the checked draft by itself, then replays it. */
const tries = async (page: Page): Promise<void> => {
  await page
    .getByText(/cas d'exemple se terminent autrement/)
    .first()
    .waitFor({ timeout: JOURNEY_MS });
  await look(page, 'draft-checked');
  const draft = page.url();
  await looksAtCells(page, draft);
  await looksAtNewPieces(page, draft);
  await page.goto(draft);
  await page.getByRole('link', { name: 'Essayer sur ce qui a été enregistré' }).click();
  await page.getByRole('button', { name: 'Commencer' }).click();
  await page.getByRole('heading', { name: 'En tout' }).waitFor({ timeout: JOURNEY_MS });
  await page
    .getByRole('row', { name: /^CSCom de Dialakoroba \(simulé\)/ })
    .first()
    .waitFor();
  await page.getByRole('heading', { name: 'Rendez-vous que le calendrier demande' }).waitFor();
  await page.getByRole('row', { name: /^Contact postnatal : six semaines/ }).waitFor();
  await look(page, 'draft-replayed');
  await page.getByRole('link', { name: 'Les enfants qui changent de classe' }).click();
  await look(page, 'draft-infants');
  await page.getByRole('link', { name: /^Voir/ }).first().click();
  await page.getByRole('heading', { name: "Ne s'applique plus" }).waitFor();
  await look(page, 'draft-why');
};

const approves = async (page: Page, draft: string, button: string): Promise<void> => {
  await page.goto(draft);
  await page.getByLabel(/J'ai lu/).check();
  await page.getByRole('button', { name: button }).click();
  await page
    .getByText(/Approuvé par/)
    .first()
    .waitFor();
};

longJourney(
  'a cut-off goes from a draft to the phone: checked, replayed, approved by two, given, and run after the next unlocking',
  async () => {
    const denba = await runningDenba();
    onTestFinished(() => denba.end());
    await recordedAt(denba, 'demo-dialakoroba');
    const author = await nationalPage(denba);
    const draft = await drafts(author, denba);
    const { robot } = await joinedPhone(denba, await denba.codeFor('demo-sanankoroba'));
    await tries(author);
    await approves(author, draft, 'Approuver ce projet');
    const second = await nationalPage(denba);
    await approves(second, draft, 'Approuver et publier');
    await look(second, 'draft-published');
    await second.getByLabel('CSCom de Sanankoroba (simulé)').check();
    await second.getByRole('button', { name: 'Donner à des lieux' }).click();
    await second.getByText('Depuis le 26 nov. 2026').waitFor();
    await look(second, 'draft-given');

    const { t } = robot.words;
    await meet(robot);
    await robot.sees(t('server.protocol-waits'));
    await lockNow(robot);
    await unlock(robot);
    await openServer(robot);
    await robot.sees(/mami@0\.1\.0\+d-[0-9a-f]{8}#[0-9a-f]{12}/);

    await second.getByRole('button', { name: /^Retirer/ }).click();
    await second.getByText(/^Retiré/).waitFor();
    await second.goto(`${draft}?lang=en`);
    await second.getByText(/^Withdrawn/).waitFor();
    await look(second, 'draft-withdrawn-in-english');
  },
  4 * JOURNEY_MS,
);
