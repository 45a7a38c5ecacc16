/** No screen is wider than the phone: the smallest, with the largest text, in longer words, and from right to left. */
import { expect, it } from 'vitest';
import { overflowPx } from './accessibility.ts';
import { JOURNEY_MS, setOut } from './journey.ts';
import type { Robot } from './robot.ts';
import { enterTraining, unlockByKeys } from './robot-start.ts';
import { entryScreens, goTo, plainScreens, walkVisit } from './screens-walk.ts';

type Look = (robot: Robot) => Promise<readonly string[]>;

const narrow = { width: 320, height: 640 };

const wider: Look = async ({ page }) => {
  const overflow = await overflowPx(page);
  return overflow > 0 ? [`${overflow} px too wide`] : [];
};

const ways: readonly { readonly name: string; readonly language?: string; readonly text?: string }[] = [
  { name: 'at 320 px' },
  { name: 'with text at 200 %', text: '200%' },
  { name: 'in longer words', language: 'pseudo' },
  { name: 'from right to left', language: 'mirror' },
];

it.each(ways)(
  'no screen is wider than a small phone $name',
  async ({ language, text }) => {
    const { robot } = await setOut(narrow);
    const { page } = robot;
    await enterTraining(robot);
    const screens = [...plainScreens(), ...(await entryScreens(robot))];
    if (language !== undefined) {
      await goTo(page, { name: 'today' });
      await page.evaluate((code) => localStorage.setItem('denba.language', code), language);
      await page.reload();
      await unlockByKeys(robot);
    }
    if (text !== undefined) {
      await page.evaluate((size) => {
        document.documentElement.style.fontSize = size;
      }, text);
    }
    const problems: string[] = [];
    const look = async (name: string): Promise<void> => {
      problems.push(...(await wider(robot)).map((problem) => `${name}: ${problem}`));
    };
    for (const screen of screens) {
      await screen.open(robot);
      await look(screen.name);
    }
    if (language === undefined) await walkVisit(robot, 'follow-up', look);
    expect(problems).toEqual([]);
  },
  JOURNEY_MS,
);
