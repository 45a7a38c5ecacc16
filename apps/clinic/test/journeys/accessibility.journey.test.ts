/**
 * Checks every screen of the training centre with axe: in French and in English, and the contrast in the other themes.
 */
import { expect, it } from 'vitest';
import { accessibilityProblems } from '../accessibility.ts';
import { JOURNEY_MS, setOut } from '../journey.ts';
import { longJourney } from '../long-journey.ts';
import { AWA, CENTRE, chooseLanguage, choosePin, enterTraining, typePin } from '../robot-start.ts';
import { entryScreens, plainScreens, settled, walkVisit } from '../screens-walk.ts';

const everyScreen = (language: 'fr' | 'en') => async (): Promise<void> => {
  const { robot } = await setOut({ language });
  const { page } = robot;
  const problems: string[] = [];
  const look = async (name: string): Promise<void> => {
    problems.push(...(await accessibilityProblems(page)).map((problem) => `${name}: ${problem}`));
  };
  await chooseLanguage(robot);
  await look('welcome');
  await enterTraining(robot);
  for (const screen of [...plainScreens(), ...(await entryScreens(robot))]) {
    await screen.open(robot);
    await look(screen.name);
  }
  // In the second language one form is enough, because its questions are of the same kinds.
  const forms = language === 'fr' ? (['rapid-screen', 'assessment', 'review'] as const) : (['follow-up'] as const);
  for (const form of forms) await walkVisit(robot, form, look);
  expect(problems).toEqual([]);
};

it('no screen is against the rules of accessibility in French', everyScreen('fr'), 2 * JOURNEY_MS);
longJourney('no screen is against the rules of accessibility in English', everyScreen('en'), 2 * JOURNEY_MS);

it(
  'nor is any screen before the phone is open',
  async () => {
    const { robot } = await setOut();
    const { page } = robot;
    const { t } = robot.words;
    const problems: string[] = [];
    const look = async (name: string): Promise<void> => {
      problems.push(...(await accessibilityProblems(page)).map((problem) => `${name}: ${problem}`));
    };
    await robot.press(t('start.new-centre'));
    await look('centre');
    await robot.type(t('start.centre-name'), CENTRE);
    await robot.type(t('start.your-name'), AWA);
    await robot.press(t('start.choose-pin'));
    await look('PIN');
    await choosePin(robot);
    await robot.sees(t('start.recovery-once'));
    await look('recovery key');
    await robot.tap(page.getByText(t('start.recovery-kept'), { exact: true }));
    await robot.press(t('start.begin'));
    await robot.sees(t('today.no-family'));
    await look('today, without a family');
    await page.reload();
    await robot.sees(t('start.forgotten'));
    await look('locked');
    await typePin(robot, { pin: '000111' });
    await robot.sees(t('start.wrong-pin', { count: 1 }));
    await look('wrong PIN');
    await robot.press(t('start.forgotten'));
    await look('recovery');
    expect(problems).toEqual([]);
  },
  JOURNEY_MS,
);

longJourney(
  'text stands out at 7 to 1 in the dark and in the sun',
  async () => {
    const { robot } = await setOut();
    const { page } = robot;
    await enterTraining(robot);
    const problems: string[] = [];
    for (const screen of [...plainScreens(), ...(await entryScreens(robot))]) {
      await screen.open(robot);
      for (const theme of ['dark', 'sun']) {
        await page.evaluate((name) => {
          document.documentElement.dataset['theme'] = name;
        }, theme);
        await settled(page);
        const found = await accessibilityProblems(page, true);
        problems.push(...found.map((problem) => `${screen.name}, ${theme}: ${problem}`));
      }
    }
    expect(problems).toEqual([]);
  },
  2 * JOURNEY_MS,
);
