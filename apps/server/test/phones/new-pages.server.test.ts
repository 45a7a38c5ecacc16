/**
 * Signing in through a real identity provider in a real browser, which keeps the session from every other site; and the
 * pages that come with it, on a small phone.
 */
import { type AddressInfo, createServer } from 'node:net';
import { handInRecoveryKey } from '@denba/device/sync/hand-in-recovery-key';
import { chromium } from 'playwright';
import { expect, it, onTestFinished } from 'vitest';
// biome-ignore lint/correctness/useImportExtensions: the file is plain JavaScript; its types lie beside it.
import { chromiumFlags, findChromium } from '../../../../tools/chromium.mjs';
import { accessibilityProblems, overflowPx } from '../../../clinic/test/accessibility.ts';
import { realProvider } from '../real-provider.ts';
import { testDatabase } from '../test-database.ts';
import { aCountry, aPerson, managedApp } from '../test-people.ts';
import { aPhone, wireOf } from './real-phones.ts';

const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });

it('« Se connecter avec … » leads to the places from another site, and every new page keeps the rules on a small phone', async () => {
  const database = await testDatabase();
  onTestFinished(database.end);
  await aCountry(database);
  const awa = await aPerson(database, ['supervisor', 'sanankoroba']);
  const email = 'awa@sante.example.org';
  const unbound = { issuer: null, subject: null, bound_at: null };
  await database.db
    .insertInto('identity')
    .values({ account_id: awa.id, email, ...unbound })
    .execute();
  const port = await freePort();
  // `localhost` and `127.0.0.1` are two sites.
  const root = `http://localhost:${port}`;
  const provider = await realProvider({ 'sub-awa': { email, email_verified: true } }, root);
  onTestFinished(provider.end);
  const clock = { now: new Date() };
  const server = managedApp(database, clock, { publicUrl: root, identityProvider: provider.settings });
  await server.listen({ port, host: 'localhost' });
  onTestFinished(() => server.close());
  const browser = await chromium.launch({ executablePath: findChromium() ?? 'chromium', args: [...chromiumFlags] });
  onTestFinished(() => browser.close());

  const page = await browser.newPage({ locale: 'fr-FR', viewport: { width: 320, height: 640 } });
  const errors: string[] = [];
  page.on('console', (message) => {
    // Errors of the provider's own pages are not ours.
    if (message.type() === 'error' && page.url().startsWith(root)) errors.push(message.text());
  });
  const problems: string[] = [];
  const look = async (name: string): Promise<void> => {
    const wide = await overflowPx(page);
    if (wide > 0) problems.push(`${name}: ${wide} px too wide`);
    problems.push(...(await accessibilityProblems(page)).map((problem) => `${name}: ${problem}`));
  };
  await page.goto(`${root}/admin/sign-in`);
  await look('sign in');
  await page.getByRole('link', { name: 'Se connecter avec Santé Mali' }).click();
  await page.locator('input[name=login]').fill('sub-awa');
  await page.locator('input[name=password]').fill('x');
  await page.locator('button[type=submit]').click();
  await page.locator('button[type=submit]', { hasText: 'Continue' }).click();
  await page.waitForURL(`${root}/admin/places`);
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Lieux');

  await page.goto(`${root}/admin/people/${awa.id}`);
  await page.getByRole('heading', { name: 'Connexion avec Santé Mali' }).waitFor();
  await look('account');
  const phone = await aPhone(server, database, 'sanankoroba', () => clock.now);
  await page.goto(`${root}/admin/devices/${phone.session.deviceId}/recovery`);
  await page.getByText("Ce téléphone n'a pas remis sa clé").waitFor();
  await look('recovery, without a key');
  await handInRecoveryKey({ session: phone.session, server: wireOf(phone, server) }, phone.link);
  await page.reload();
  await page.getByLabel('Pourquoi la clé est demandée').fill('Oumou a oublié son code');
  await look('recovery');
  await page.getByRole('button', { name: 'Demander la clé' }).click();
  await page.getByText('Une autre personne doit donner son accord').waitFor();
  await look('recovery, asked');
  await page.goto(`${root}/api/docs`);
  await look('interface');
  for (const shape of await page.locator('summary').all()) await shape.click();
  expect(await page.locator('details[open]').count()).toBeGreaterThan(30);
  await look('interface, opened');
  expect([...problems, ...errors]).toEqual([]);
});
