import type { Input } from '@denba/questionnaires/answers';
import { expect } from 'vitest';
import { SCREEN_POSITIVE } from '../answers.ts';
import { JOURNEY_MS, setOut, takePhone } from '../journey.ts';
import { longJourney } from '../long-journey.ts';
import { createRobot } from '../robot.ts';
import { openFamily, openVisit } from '../robot-family.ts';
import { GIRL, infant, MOTHER, registerFamily } from '../robot-registration.ts';
import { firstStart, unlock } from '../robot-start.ts';
import { answerQuestion, draftIsWritten, fillVisit } from '../robot-visit.ts';

/** Errors that a killed page causes in its console. */
const expectedErrors = /crash|closed/i;

const { contact_point, ...rest } = SCREEN_POSITIVE;

longJourney(
  'a visit whose page crashes is taken up where it was, and a save that was shown as saved is there after a kill',
  async () => {
    const { phone, robot, url } = await setOut({ expectedErrors });
    const { t } = robot.words;
    await firstStart(robot);
    await registerFamily(robot, { ...MOTHER, phone: '76123456', ...infant(1, GIRL) });
    await openVisit(robot, 'Awa', 'rapid-screen');
    await answerQuestion(robot, 'rapid-screen', 'contact_point', contact_point as Input);
    await draftIsWritten(robot);
    const crashed = phone.page.waitForEvent('crash');
    // The command never gets an answer, because the page crashed.
    void phone.devtools.send('Page.crash').catch(() => undefined);
    await crashed;

    const tab = createRobot(await phone.newTab(url), robot.words);
    await unlock(tab);
    await tab.sees(t('today.drafts'));
    await tab.press(t('today.resume'));
    await tab.sees(t('visit.resumed'));
    // All answers except the one given before the crash: without that one, the visit could only be saved as incomplete.
    await fillVisit(tab, 'rapid-screen', { ...rest, muac_mm: 118 });
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
