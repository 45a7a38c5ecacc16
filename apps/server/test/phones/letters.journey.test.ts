import type { CDPSession } from 'playwright';
import { expect, onTestFinished } from 'vitest';
import { JOURNEY_MS } from '../../../clinic/test/journey.ts';
import { longJourney } from '../../../clinic/test/long-journey.ts';
import { GIRL, infant, MOTHER, registerFamily } from '../../../clinic/test/robot-registration.ts';
import { unlock } from '../../../clinic/test/robot-start.ts';
import { joinedPhone, meet, openServer, SANANKOROBA } from './joined-phone.ts';
import { runningDenba } from './running-denba.ts';

/** The network is cut, and a page that is not the app has no icon. */
const expected = /ERR_INTERNET_DISCONNECTED|ERR_NETWORK|404 \(Not Found\)/;

/** Triggers the sync event of the service worker, as the browser does when the network returns. */
const networkIsBack = async (cdp: CDPSession, origin: string): Promise<void> => {
  const registered = new Promise<string>((resolve) => {
    cdp.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const [own] = registrations.filter(({ scopeURL }) => scopeURL.includes('/clinic/'));
      if (own !== undefined) resolve(own.registrationId);
    });
  });
  await cdp.send('ServiceWorker.enable');
  const registrationId = await registered;
  await cdp.send('ServiceWorker.dispatchSyncEvent', {
    ...{ origin, registrationId, tag: 'denba-letters', lastChance: false },
  });
};

longJourney(
  'what was noted without network is sent when it comes back, though Denba is closed and locked',
  async () => {
    const denba = await runningDenba();
    onTestFinished(() => denba.end());
    const { phone, robot } = await joinedPhone(denba, await denba.codeFor('demo-sanankoroba'), SANANKOROBA, expected);
    const { t } = robot.words;
    const familiesOnServer = async (): Promise<number> => {
      const rows = await denba.db.selectFrom('entry').select('family').distinct().execute();
      return rows.length;
    };
    await meet(robot);
    const before = await familiesOnServer();

    await phone.context.setOffline(true);
    await registerFamily(robot, { ...MOTHER, phone: '76123456', ...infant(1, GIRL) });
    await openServer(robot);
    await robot.press(t('server.meet-now'));
    await robot.sees(t('server.letter-left'));
    // The stored letter names nobody.
    const left = await phone.page.evaluate(async () => {
      const cache = await caches.open('denba-letters');
      const [request] = await cache.keys();
      return request === undefined ? '' : ((await (await cache.match(request))?.text()) ?? '');
    });
    expect(left).toContain('"parcels"');
    expect(left).not.toMatch(/Fanta|Keïta|76123456/);

    // Denba is closed; the browser is not.
    const { page } = phone;
    await page.goto('about:blank');
    await phone.context.setOffline(false);
    await page.goto(`${denba.root}/healthz`);
    await networkIsBack(await phone.context.newCDPSession(page), denba.root);
    await expect.poll(familiesOnServer, { timeout: 30_000 }).toBe(before + 1);

    await page.goto(`${denba.root}/clinic/`);
    await unlock(robot);
    await openServer(robot);
    await robot.sees(t('server.all-sent'));
    const emptied = await page.evaluate(async () => (await (await caches.open('denba-letters')).keys()).length);
    expect(emptied).toBe(0);
    expect(await familiesOnServer()).toBe(before + 1);
  },
  JOURNEY_MS,
);
