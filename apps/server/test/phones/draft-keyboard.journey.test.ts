/** A change of the protocol by keyboard alone: what is focused while the draft is checked stays focused when the check ends. */
import type { Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import { protocolFiles } from '../../../clinic/build/protocol-plugin.ts';
import { JOURNEY_MS, takePhone } from '../../../clinic/test/journey.ts';
import { longJourney } from '../../../clinic/test/long-journey.ts';
import { portalDenba } from '../figures/portal-denba.ts';
import { signInToPortal } from '../figures/sign-in-to-portal.ts';
import { aPerson } from '../test-people.ts';

/** The words of the focused element: its label where it is a field. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement: held } = document;
    const label = held instanceof HTMLInputElement || held instanceof HTMLTextAreaElement ? held.labels?.[0] : held;
    return label?.textContent?.trim() ?? '';
  });

const tabTo = async (page: Page, name: string): Promise<void> => {
  for (let tabs = 0; tabs < 400; tabs += 1) {
    await page.keyboard.press('Tab');
    if ((await focused(page)).startsWith(name)) return;
  }
  throw new Error(`${name} cannot be reached by keyboard`);
};

const fill = async (page: Page, name: string, text: string): Promise<void> => {
  await tabTo(page, name);
  await page.keyboard.type(text);
};

/** Presses a link or a button and waits for the page that it opens. */
const open = async (page: Page, name: string): Promise<void> => {
  await tabTo(page, name);
  const opened = page.waitForEvent('load');
  await page.keyboard.press('Enter');
  await opened;
};

longJourney(
  'a draft is begun and changed by keyboard alone, and the end of its check takes the focus from nobody',
  async () => {
    const denba = await portalDenba({ protocolFiles: protocolFiles() });
    onTestFinished(() => denba.end());
    const { signInName } = await aPerson(denba, ['national', 'ml']);
    const { page } = await takePhone({ width: 1100, height: 800 });
    await signInToPortal(page, denba, signInName);
    await page.goto(`${denba.root}/portal/drafts`);
    await fill(page, 'Titre en français', 'Seuil du poids à −2,5');
    await fill(page, 'Titre en anglais', 'Weight cut-off at −2.5');
    await open(page, 'Commencer un projet');
    await open(page, 'Ajouter un changement');
    await page.goto(`${page.url().replace(/\/content$/, '')}/change?parameter=waz_cut`);
    await fill(page, 'Nouvelle valeur', '-2,5');
    await fill(page, 'Pourquoi ce changement', 'Moins d’inscriptions');
    await open(page, 'Garder ce changement');

    // The reader goes to a link and waits there.
    await page.getByText('La vérification est en cours').waitFor();
    await tabTo(page, 'Ajouter un changement');
    const held = await page.evaluateHandle(() => document.activeElement);
    await page.getByText('La vérification est en cours').waitFor({ state: 'detached', timeout: 2 * JOURNEY_MS });
    expect(await held.evaluate((element) => element?.isConnected), 'the page was replaced').toBe(false);
    expect(await focused(page)).toBe('Ajouter un changement');
    await open(page, 'Essayer sur ce qui a été enregistré');
  },
  3 * JOURNEY_MS,
);
