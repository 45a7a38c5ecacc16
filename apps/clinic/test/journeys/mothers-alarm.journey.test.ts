import { expect } from 'vitest';
import { WELL } from '../answers.ts';
import { CONFIDED, THINKS_OF_HARM } from '../confided.ts';
import { JOURNEY_MS, setOut } from '../journey.ts';
import { longJourney } from '../long-journey.ts';
import type { Robot } from '../robot.ts';
import { openVisit } from '../robot-family.ts';
import { GIRL, infant, MOTHER, registerFamily } from '../robot-registration.ts';
import { firstStart } from '../robot-start.ts';
import { fillVisit } from '../robot-visit.ts';

/** A healthy infant whose mother thinks of harming herself: only the private section contains it. */
const ANSWERS = {
  ...WELL,
  weight_g: 4700,
  length_cm: 56.5,
  muac_mm: 128,
  mother_age: 24,
  multiple_birth: 'single',
  ...THINKS_OF_HARM,
};

/** Allowed on the screen: it is one of the services to which any mother may be referred. */
const ONE_SERVICE_OF_ALL = 'Santé mentale';

const onlyWhenAlone = async ({ page, words: { t }, ...robot }: Robot): Promise<void> => {
  await robot.sees(t('findings.confided-now'));
  const shown = await page.getByRole('main').getByText(CONFIDED).filter({ visible: true }).allTextContents();
  expect(shown.filter((text) => text !== ONE_SERVICE_OF_ALL)).toEqual([]);
  await robot.tap(page.getByText(t('findings.confided-show')));
  await robot.sees(/danger de se faire du mal/);
};

longJourney(
  'a mother who thinks of harming herself is helped at once, in private, and the pair is at high risk',
  async () => {
    const { robot } = await setOut();
    const { page } = robot;
    const { t } = robot.words;
    await firstStart(robot);
    await registerFamily(robot, { ...MOTHER, phone: '76123456', ...infant(1, { ...GIRL, birth_weight_g: 3100 }) });
    await openVisit(robot, 'Awa', 'assessment');
    const shown: string[] = [];
    await fillVisit(robot, 'assessment', ANSWERS, {
      confirm: true,
      onSection: async () => {
        shown.push((await page.getByRole('main').textContent()) ?? '');
      },
    });
    // While the mother's questions are on the screen, the help is among them, and the class of the pair is hidden.
    const alarmed = shown.filter((text) => text.includes(t('visit.help-now')));
    expect(alarmed.length).toBeGreaterThan(0);
    for (const text of alarmed) expect(text).not.toContain('Risque élevé');
    await robot.sees('Risque élevé');
    // The plan and the result show openly that help is urgent, but the reason only when they are alone.
    await onlyWhenAlone(robot);
    await robot.tap(page.getByRole('button', { name: /^Enregistrer/ }));
    await robot.sees(t('result.saved'));
    await onlyWhenAlone(robot);

    // The mother herself is referred, urgently and discreetly: nothing of what she confided is printed.
    await robot.press(t('result.refer'));
    await page.getByRole('radio', { name: new RegExp(`^${t('referral.who-mother')}`), checked: true }).waitFor();
    await robot.sees(t('referral.where-discreet'));
    await robot.sees(t('referral.confided'));
    await robot.press(t('referral.save'));
    await page.getByRole('img', { name: t('referral.qr-label') }).waitFor();
    await robot.sees(t('referral.urgent'));
    const onScreen = await page.getByRole('main').textContent();
    await page.emulateMedia({ media: 'print' });
    const onPaper = await page.evaluate(() => document.body.textContent);
    for (const text of [onScreen ?? '', onPaper]) {
      expect(text).toContain('Fanta Keïta');
      expect(text).not.toMatch(CONFIDED);
    }
  },
  2 * JOURNEY_MS,
);
