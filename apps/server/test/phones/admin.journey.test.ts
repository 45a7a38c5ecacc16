import { expect, it, onTestFinished } from 'vitest';
import { accessibilityProblems, overflowPx } from '../../../clinic/test/accessibility.ts';
import { takePhone } from '../../../clinic/test/journey.ts';
import { runningDenba } from './running-denba.ts';

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
  await look('place');
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
