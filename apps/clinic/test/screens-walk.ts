/**
 * Visits every screen of the training centre, one after the other. It goes there directly (by the place in the
 * browser's history that the app itself reads), so that the same walk can be made in every language, theme and text
 * size.
 */
import { type DemonstrationCentre, demonstrationCentre } from '@denba/scenario/demonstration-centre';
import type { Situation } from '@denba/scenario/demonstration-told';
import type { Page } from 'playwright-core';
import type { Route } from '../src/shell/route.ts';
import type { Robot } from './robot.ts';
import { hasNext, nextSection } from './robot-visit.ts';

export const goTo = async (page: Page, route: Route): Promise<void> => {
  await page.evaluate((next) => {
    history.pushState({ route: next, depth: 1 }, '', `#/${next.name}`);
    dispatchEvent(new PopStateEvent('popstate', { state: history.state }));
  }, route);
  await settled(page);
};

/** Waits until the screen has its title and nothing on it is loading. */
export const settled = async (page: Page): Promise<void> => {
  await page.locator('h1').first().waitFor();
  await page.waitForFunction(() => document.querySelector('[role=progressbar], [aria-busy=true]') === null);
};

const centre: DemonstrationCentre = demonstrationCentre();

/** The first family of the training centre in this situation, and its first child. */
export const familyThat = (situation: Situation): { readonly family: never; readonly child: never } => {
  const family = Object.entries(centre.situations).find(([, situations]) => situations.includes(situation))?.[0];
  const child = centre.drafts.find((draft) => draft.family === family && draft.subject !== null)?.subject;
  if (family === undefined || child === undefined) throw new Error(`no family is in the situation ${situation}`);
  return { family: family as never, child: child as never };
};

const routeNow = (page: Page): Promise<Route> => page.evaluate(() => history.state.route);

export type Screen = { readonly name: string; readonly open: (robot: Robot) => Promise<void> };

const at = (name: string, route: Route): Screen => ({ name, open: ({ page }) => goTo(page, route) });

/** The screens for which no entry must be found first. */
export const plainScreens = (): readonly Screen[] => {
  const due = familyThat('dueToday');
  const twins = familyThat('twins');
  const late = familyThat('late');
  const inHospital = familyThat('inHospital');
  const preterm = familyThat('preterm');
  return [
    at('today', { name: 'today' }),
    at('search', { name: 'search' }),
    {
      name: 'search with results',
      open: async (robot) => {
        await goTo(robot.page, { name: 'search' });
        await robot.page.getByRole('searchbox').fill('Diara');
        // Waits for the number of hits, which is written in digits in every language.
        await robot.page.locator('.search [role=status]').getByText(/[1-9]/).first().waitFor({ state: 'attached' });
      },
    },
    at('new family', { name: 'new-family' }),
    at('add a child', { name: 'add-child', family: due.family }),
    at('family', { name: 'family', family: due.family }),
    at('family of twins', { name: 'family', family: twins.family }),
    at('family of an orphan', { name: 'family', family: familyThat('orphan').family }),
    at('growth', { name: 'growth', ...due }),
    at('growth of a preterm', { name: 'growth', ...preterm }),
    at('merge', { name: 'merge', family: due.family }),
    at('refer', { name: 'refer', ...due }),
    at('counter-referral', { name: 'counter-referral', ...inHospital }),
    at('read a referral', { name: 'read-referral' }),
    at('trace', { name: 'trace', ...late }),
    ...(['death', 'transfer', 'refusal', 'moved', 'exit'] as const).map((why) =>
      at(`leaving: ${why}`, { name: 'leave', family: due.family, person: due.child, why }),
    ),
    at('register', { name: 'register' }),
    at('my month', { name: 'month' }),
    at('more', { name: 'more' }),
    at('people', { name: 'people' }),
    at('from centre to centre', { name: 'centres' }),
    at('hand on a family', { name: 'hand-family', family: due.family }),
    at('safekeeping', { name: 'safekeeping' }),
    at('log', { name: 'audit' }),
    at('cases', { name: 'cases' }),
    at('settings', { name: 'settings' }),
  ];
};

/** The screens about one entry: the last visit of a family in follow-up, found on its page. */
export const entryScreens = async (robot: Robot): Promise<readonly Screen[]> => {
  const { page } = robot;
  const { family } = familyThat('dueToday');
  await goTo(page, { name: 'family', family });
  const title = robot.words.t('family.form.mami-visit');
  await robot.tap(page.getByRole('button', { name: new RegExp(`^${title}`) }).first());
  await page.waitForFunction(() => history.state.route.name === 'entry');
  const route = await routeNow(page);
  if (route.name !== 'entry') throw new Error('a row of the history opens its entry');
  const { entry } = route;
  return [
    at('entry', route),
    at('correct', { name: 'correct', family, entry }),
    at('result', { name: 'result', family, entry }),
    at('card', { name: 'card', card: await firstCard(robot, { name: 'result', family, entry }), protocol: null }),
  ];
};

const firstCard = async (robot: Robot, result: Route): Promise<string> => {
  const { page } = robot;
  await goTo(page, result);
  await robot.tap(
    page
      .getByRole('region', { name: robot.words.t('findings.cards') })
      .getByRole('button')
      .first(),
  );
  await page.waitForFunction(() => history.state.route.name === 'card');
  const route = await routeNow(page);
  return route.name === 'card' ? route.card : '';
};

/** Goes through all sections of a form of the protocol without answering, and calls `look` for each. */
export const walkVisit = async (
  robot: Robot,
  form: 'rapid-screen' | 'assessment' | 'follow-up' | 'review',
  look: (name: string) => Promise<void>,
): Promise<void> => {
  const { page } = robot;
  const { t } = robot.words;
  await goTo(page, { name: 'visit', ...familyThat(form === 'review' ? 'review' : 'dueToday'), form });
  const alone = page.getByRole('button', { name: t('visit.private-begin'), exact: true });
  for (let section = 1; ; section++) {
    await settled(page);
    if (await alone.isVisible()) {
      await look(`${form}, before section ${section}`);
      await robot.tap(alone);
    }
    await look(`${form}, section ${section}`);
    if (!(await hasNext(robot))) return;
    await nextSection(robot);
  }
};
