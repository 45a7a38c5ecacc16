import { expect, it } from 'vitest';
import { WELL } from './answers.ts';
import { JOURNEY_MS, setOut, takePhone } from './journey.ts';
import { createRobot, type Robot } from './robot.ts';
import { openFamily, openVisit } from './robot-family.ts';
import { GIRL, infant, MOTHER, registerFamily } from './robot-registration.ts';
import { firstStart, unlock } from './robot-start.ts';
import { answerQuestion, fillVisit } from './robot-visit.ts';

/** What whoever watches a killed page reads in its console. */
const expectedErrors = /crash|closed/i;

it(
  'a visit whose page crashes is taken up where it was, and a save that was shown as saved is there after a kill',
  async () => {
    const { phone, robot, url } = await setOut({ expectedErrors });
    const { t } = robot.words;
    await firstStart(robot);
    await registerFamily(robot, { ...MOTHER, phone: '76123456', ...infant(1, GIRL) });
    await openVisit(robot, 'Awa', 'rapid-screen');
    await answerQuestion(robot, 'rapid-screen', 'contact_point', 'vaccination');
    await draftIsWritten(robot);
    const crashed = phone.page.waitForEvent('crash');
    // It never answers: the page is gone.
    void phone.devtools.send('Page.crash').catch(() => undefined);
    await crashed;

    const tab = createRobot(await phone.newTab(url), robot.words);
    await unlock(tab);
    await tab.sees(t('today.drafts'));
    await tab.press(t('today.resume'));
    await tab.sees(t('visit.resumed'));
    await fillVisit(tab, 'rapid-screen', {
      ...WELL,
      sc1: false,
      sc7: false,
      sc2: false,
      sc3: true,
      sc4: false,
      sc8: false,
    });
    await tab.press(t('visit.save'));
    await tab.sees(t('result.saved'));
    await phone.kill();

    const again = await takePhone({ profile: phone.profile });
    await again.page.goto(url);
    const after = createRobot(again.page, robot.words);
    await unlock(after);
    expect(await again.page.getByText(t('today.drafts'), { exact: true }).count()).toBe(0);
    await openFamily(after, 'Fanta Keïta', 'fanta');
    await after.sees(t('family.form.mami-screen'));
  },
  JOURNEY_MS,
);

/** A draft is written a moment after the last key: half a second is more than she is promised. */
const draftIsWritten = ({ page }: Robot): Promise<void> => page.waitForTimeout(600);
