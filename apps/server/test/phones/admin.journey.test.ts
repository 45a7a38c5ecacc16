import { toBody } from '@denba/sync-server/body';
import { expect, it, onTestFinished } from 'vitest';
import { accessibilityProblems, overflowPx } from '../../../clinic/test/accessibility.ts';
import { takePhone } from '../../../clinic/test/journey.ts';
import { type RunningDenba, runningDenba } from './running-denba.ts';

it('a server is set up, a place is opened and a phone invited on a small phone, and no page is against the rules', async () => {
  const denba = await runningDenba();
  onTestFinished(() => denba.end());
  const { page } = await takePhone({ width: 320, height: 640 });
  const problems: string[] = [];
  const look = async (name: string): Promise<void> => {
    const wide = await overflowPx(page);
    if (wide > 0) problems.push(`${name}: ${wide} px too wide`);
    problems.push(...(await accessibilityProblems(page)).map((problem) => `${name}: ${problem}`));
  };
  const title = () => page.getByRole('heading', { level: 1 });

  await somethingLost(denba);
  await page.goto(`${denba.root}/admin`);
  await look('setup');
  await page.locator('input[name=code]').fill(denba.setupCode ?? '');
  await page.locator('input[name=name]').fill('Awa Traoré');
  await page.locator('input[name=signInName]').fill('awa');
  await page.locator('input[name=password]').fill('une petite phrase à elle');
  await page.getByRole('button', { name: 'Créer le premier compte' }).click();
  await title().getByText('Lieux').waitFor();
  await look('places');

  await page.getByRole('link', { name: 'CSCom de Sanankoroba (simulé)' }).click();
  await title().getByText('CSCom de Sanankoroba (simulé)').waitFor();
  await page.getByRole('heading', { name: 'Téléphones perdus' }).waitFor();
  await look('place');
  await page.getByRole('link', { name: 'Fermer ce lieu' }).click();
  await title().getByText('Fermer CSCom de Sanankoroba (simulé)').waitFor();
  await look('close');
  await page.getByRole('link', { name: 'Non, revenir' }).click();
  await page.getByRole('button', { name: 'Relier un téléphone' }).click();
  await page.getByText(/^[A-Z]{4} [A-Z]{4}$/).waitFor();
  await look('join code');
  expect(await page.locator('svg').count(), 'its QR code').toBeGreaterThan(0);

  for (const path of ['people', 'me', 'import']) {
    await page.goto(`${denba.root}/admin/${path}`);
    await title().waitFor();
    await look(path);
  }
  await page.goto(`${denba.root}/admin/sign-in?lang=en`);
  await look('sign in, in English');
  expect(problems).toEqual([]);
});

/** A phone of the centre was lost, and its unsent entries were brought. */
const somethingLost = async ({ db }: RunningDenba): Promise<void> => {
  const [device, at] = ['lost-phone', new Date('2026-11-25T09:00:00Z')];
  await db
    .insertInto('device')
    .values({
      ...{ id: device, place_id: 'demo-sanankoroba', facility: 'demo-sanankoroba', name: 'Salle 2', joined_at: at },
      ...{ public_key: Buffer.alloc(65), token_hash: Buffer.alloc(32), last_seen_at: at, clock_off_ms: null },
      ...{ revoked_at: at, revoked_by: 'test' },
    })
    .execute();
  await db
    .insertInto('quarantine')
    .values({
      ...{ place_id: 'demo-sanankoroba', device_id: device, seq: 4, hash: Buffer.alloc(32), reason: 'lostPhone' },
      ...{ body: toBody('{}'), received_at: at, resolved_at: null, resolved_by: null, resolution: null },
    })
    .execute();
};
