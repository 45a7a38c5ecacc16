import { readFileSync } from 'node:fs';
import { readParcels } from '@denba/sync/courier/parcel';
import { expect, it, onTestFinished } from 'vitest';
import { accessibilityProblems, overflowPx } from '../../../clinic/test/accessibility.ts';
import { JOURNEY_MS } from '../../../clinic/test/journey.ts';
import { longJourney } from '../../../clinic/test/long-journey.ts';
import { childCard, openFamily } from '../../../clinic/test/robot-family.ts';
import { GIRL, infant, MOTHER, registerFamily } from '../../../clinic/test/robot-registration.ts';
import { unlock } from '../../../clinic/test/robot-start.ts';
import { receiveParcel } from '../../src/courier/receive-parcel.ts';
import { HOSPITAL, joinedPhone, meet, openServer, SANANKOROBA } from './joined-phone.ts';
import { runningDenba } from './running-denba.ts';

longJourney(
  'two phones of one centre know what each noted, also what was noted without network',
  async () => {
    const denba = await runningDenba();
    onTestFinished(() => denba.end());
    const code = denba.demonstration.find(({ place }) => place === SANANKOROBA)?.code ?? '';
    const first = await joinedPhone(denba, code);
    const { t } = first.robot.words;
    await registerFamily(first.robot, { ...MOTHER, phone: '76123456', ...infant(1, GIRL) });
    await meet(first.robot);

    // The code is used; another one opens the same centre.
    const again = await fetch(`${denba.root}/api/join-codes`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code }),
    });
    expect(again.status).toBe(403);
    const second = await joinedPhone(denba, await denba.codeFor('demo-sanankoroba'));
    await meet(second.robot);
    await openFamily(second.robot, 'Fanta Keïta');
    await second.robot.sees(/Awa/);

    await second.phone.context.setOffline(true);
    await registerFamily(second.robot, {
      ...{ ...MOTHER, mother_name: 'Bintou Coulibaly', phone: '70112233' },
      ...infant(1, { ...GIRL, infant_name: 'Moussa', sex: 'M' }),
    });
    await openServer(second.robot);
    await second.robot.press(t('server.meet-now'));
    await second.robot.sees(t('shell.server-offline'));
    await second.robot.sees(/attendent d'être envoyées/);
    // The network returns: the entries are sent without any action.
    await second.phone.context.setOffline(false);
    await second.robot.sees(t('server.all-sent'));

    await meet(first.robot);
    await openFamily(first.robot, 'Bintou Coulibaly');
    await first.robot.sees(/Moussa/);
  },
  JOURNEY_MS,
);

it('a family that is referred is known at the hospital before it arrives, and the others are not', async () => {
  const denba = await runningDenba();
  onTestFinished(() => denba.end());
  const here = await joinedPhone(denba, await denba.codeFor('demo-sanankoroba'));
  const { t } = here.robot.words;
  await registerFamily(here.robot, {
    ...{ ...MOTHER, mother_name: 'Bintou Coulibaly', phone: '70112233' },
    ...infant(1, { ...GIRL, infant_name: 'Moussa', sex: 'M' }),
  });
  await registerFamily(here.robot, { ...MOTHER, phone: '76123456', ...infant(1, GIRL) });
  await meet(here.robot);
  await openFamily(here.robot, 'Fanta Keïta');
  await here.robot.tap(childCard(here.robot, 'Awa').getByRole('button', { name: t('family.do.refer'), exact: true }));
  // The hospital is one of the places that the server knows: three letters, one tap.
  await here.robot.type(t('referral.facility'), 'csr');
  await here.robot.press(HOSPITAL);
  await here.robot.press(t('referral.save'));
  await here.robot.page.getByRole('img', { name: t('referral.qr-label') }).waitFor();
  await here.robot.press(t('referral.to-family'));
  await meet(here.robot);

  const there = await joinedPhone(denba, await denba.codeFor('demo-hopital'), HOSPITAL);
  await meet(there.robot);
  await openFamily(there.robot, 'Fanta Keïta');
  await there.robot.sees(/Awa/);
  await there.robot.place('search');
  await there.robot.typeInto(there.robot.page.getByRole('searchbox'), 'Bintou Coulibaly');
  await there.robot.page
    .locator('.search [role=status]')
    .getByText(/\d|Aucun/)
    .first()
    .waitFor({ state: 'attached' });
  const found = there.robot.page.getByRole('list', { name: t('search.results') });
  expect(await found.count(), 'a family that was not referred').toBe(0);
});

longJourney(
  'a phone that is reported lost shows nothing any more once it has met the server, and hands out what it had not sent',
  async () => {
    const denba = await runningDenba();
    onTestFinished(() => denba.end());
    const code = await denba.codeFor('demo-sanankoroba');
    const { robot, phone } = await joinedPhone(
      denba,
      code,
      SANANKOROBA,
      /410|Gone|ERR_INTERNET_DISCONNECTED|ERR_NETWORK/,
    );
    const { t } = robot.words;
    await meet(robot);
    await denba.reportLost('demo-sanankoroba');
    await phone.context.setOffline(true);
    await registerFamily(robot, { ...MOTHER, phone: '76123456', ...infant(1, GIRL) });
    await phone.context.setOffline(false);
    await robot.sees(t('shell.reported-lost'));
    await robot.page.reload();
    await robot.sees(t('start.reported-lost'));
    await unlock(robot);
    await robot.sees(t('shell.reported-lost'));
    await robot.press(t('shell.unsent-make'));
    await robot.sees(/Le fichier est prêt/);
    expect(await accessibilityProblems(robot.page)).toEqual([]);
    expect(await overflowPx(robot.page)).toBeLessThanOrEqual(0);
    const coming = robot.page.waitForEvent('download');
    await robot.press(t('file.download'));
    const file = readFileSync(await (await coming).path(), 'utf8');
    const shown = (await robot.page.locator('body').textContent()) ?? '';
    for (const secret of ['Fanta', '76123456']) {
      expect(shown).not.toContain(secret);
      expect(file).not.toContain(secret);
    }
    const parcels = readParcels(file);
    const site = { db: denba.db, fold: () => new Map(), figures: null, now: () => new Date() };
    const brought = await Promise.all((parcels.ok ? parcels.value : []).map((one) => receiveParcel(site, 'test', one)));
    expect(brought, 'kept apart until a supervisor decides').toEqual(['apart']);
  },
  JOURNEY_MS,
);
