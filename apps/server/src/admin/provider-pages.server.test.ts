/** Signing in through a real identity provider in a real browser, which keeps the session from every other site. */
import { type AddressInfo, createServer } from 'node:net';
import { chromium } from 'playwright';
import { expect, it, onTestFinished } from 'vitest';
// biome-ignore lint/correctness/useImportExtensions: the file is plain JavaScript; its types lie beside it.
import { chromiumFlags, findChromium } from '../../../../tools/chromium.mjs';
import { realProvider } from '../../test/real-provider.ts';
import { testDatabase } from '../../test/test-database.ts';
import { aCountry, aPerson, managedApp } from '../../test/test-people.ts';

const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });

it('from « Se connecter avec … » to the places, although the browser comes from another site', async () => {
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

  const page = await browser.newPage({ locale: 'fr-FR' });
  const errors: string[] = [];
  page.on('console', (message) => {
    // The provider's own page is not ours.
    if (message.type() === 'error' && page.url().startsWith(root)) errors.push(message.text());
  });
  await page.goto(`${root}/admin/sign-in`);
  await page.getByRole('link', { name: 'Se connecter avec Santé Mali' }).click();
  await page.locator('input[name=login]').fill('sub-awa');
  await page.locator('input[name=password]').fill('x');
  await page.locator('button[type=submit]').click();
  await page.locator('button[type=submit]', { hasText: 'Continue' }).click();
  await page.waitForURL(`${root}/admin/places`);
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Lieux');
  expect(errors).toEqual([]);
});
