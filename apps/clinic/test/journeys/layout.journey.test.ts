/** Tests that no screen is wider than the smallest phone: with the largest text, longer words, and right to left. */
import { expect, it } from 'vitest';
import { overflowPx, pastTheEdge } from '../accessibility.ts';
import { JOURNEY_MS, setOut } from '../journey.ts';
import { longJourney } from '../long-journey.ts';
import type { Robot } from '../robot.ts';
import { enterTraining, unlockByKeys } from '../robot-start.ts';
import { entryScreens, goTo, plainScreens, walkVisit } from '../screens-walk.ts';

type Look = (robot: Robot) => Promise<readonly string[]>;

const narrow = { width: 320, height: 640 };

const wider: Look = async ({ page }) => {
  const overflow = await overflowPx(page);
  return overflow > 0 ? [`${overflow} px too wide: ${(await pastTheEdge(page)).join('; ')}`] : [];
};

type Way = { readonly name: string; readonly language?: string; readonly sizes: readonly string[] };

const ways: readonly Way[] = [
  { name: 'at 320 px, also with text at 200 %', sizes: ['100%', '200%'] },
  { name: 'in longer words', language: 'pseudo', sizes: ['100%'] },
  { name: 'from right to left', language: 'mirror', sizes: ['100%'] },
];

const walk =
  ({ language, sizes }: Way) =>
  async (): Promise<void> => {
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
    const problems: string[] = [];
    const look = async (name: string): Promise<void> => {
      for (const size of sizes) {
        await page.evaluate((chosen) => {
          document.documentElement.style.fontSize = chosen;
        }, size);
        problems.push(...(await wider(robot)).map((problem) => `${name}, text at ${size}: ${problem}`));
      }
      await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
    };
    for (const screen of screens) {
      await screen.open(robot);
      await look(screen.name);
    }
    if (language === undefined) await walkVisit(robot, 'follow-up', look);
    expect(problems).toEqual([]);
  };

for (const way of ways) {
  // The walks in other languages are long journeys, because each screen's browser test also checks the mirrored layout.
  const journey = way.language === undefined ? it : longJourney;
  journey(`no screen is wider than a small phone ${way.name}`, walk(way), 2 * JOURNEY_MS);
}
