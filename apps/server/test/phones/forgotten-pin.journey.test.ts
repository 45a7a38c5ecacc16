import { expect, onTestFinished } from 'vitest';
import { JOURNEY_MS } from '../../../clinic/test/journey.ts';
import { longJourney } from '../../../clinic/test/long-journey.ts';
import { choosePin, unlock } from '../../../clinic/test/robot-start.ts';
import { sessionCookie, startSession } from '../../src/people/sessions.ts';
import { aPerson } from '../test-people.ts';
import { joinedPhone, meet, SANANKOROBA } from './joined-phone.ts';
import { runningDenba } from './running-denba.ts';

const NEW_PIN = '518203';

longJourney(
  'a forgotten PIN: two people get the key from the server, and the phone opens with a new PIN',
  async () => {
    const denba = await runningDenba();
    onTestFinished(() => denba.end());
    const code = denba.demonstration.find(({ place }) => place === SANANKOROBA)?.code ?? '';
    const { phone, robot } = await joinedPhone(denba, code);
    const { t } = robot.words;
    await meet(robot);
    const handedIn = () => denba.db.selectFrom('recovery_key').select('device_id').executeTakeFirst();
    await expect.poll(handedIn, { timeout: 20_000 }).toBeDefined();
    const device = (await handedIn())?.device_id ?? '';

    /** A supervisor's browser, on the page of that phone. */
    const supervisor = async () => {
      const { id } = await aPerson(denba, ['supervisor', 'demo-sanankoroba']);
      const token = await startSession({ db: denba.db, now: () => new Date('2026-11-26T09:00:00Z') }, id);
      const cookie = sessionCookie(token, false).split(';', 1)[0] ?? '';
      return async (step: string, fields: Readonly<Record<string, string>> = {}): Promise<string> => {
        const answer = await fetch(`${denba.root}/admin/devices/${device}/recovery/${step}`, {
          ...{ method: 'POST', redirect: 'manual', headers: { cookie }, body: new URLSearchParams(fields) },
        });
        expect(answer.status, step).toBeLessThan(400);
        return answer.text();
      };
    };
    const [first, second] = [await supervisor(), await supervisor()];
    await first('ask', { reason: 'Awa a oublié son code' });
    await second('agree');
    const key = /translate="no">([^<]+)</.exec(await first('show'))?.[1] ?? '';

    const { page } = phone;
    await page.reload();
    await robot.press(t('start.forgotten'));
    await robot.type(t('start.recovery-key'), key.toLowerCase());
    await robot.press(t('start.open'));
    await robot.tap(page.getByRole('button', { name: /Awa/ }));
    await choosePin(robot, NEW_PIN);
    await robot.place('today');
    await page.reload();
    await unlock(robot, { pin: NEW_PIN });
    await robot.place('today');
  },
  2 * JOURNEY_MS,
);
