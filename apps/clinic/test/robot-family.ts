/** How the robot uses the page of a family. */
import type { Locator } from 'playwright-core';
import type { VisitForm } from '../src/shell/route.ts';
import type { Robot } from './robot.ts';
import { type FillOptions, fillVisit, type Given } from './robot-visit.ts';

/** The card of this child. */
export const childCard = (robot: Robot, name: string): Locator =>
  robot.page.getByRole('article', { name, exact: true });

/** Searches for `typed` and opens the family of this mother. */
export const openFamily = async (robot: Robot, mother: string, typed = mother): Promise<void> => {
  const { page } = robot;
  await robot.place('search');
  await robot.typeInto(page.getByRole('searchbox'), typed);
  await robot.tap(page.getByRole('button', { name: new RegExp(mother) }).first());
  await page.getByRole('heading', { level: 1, name: mother }).waitFor();
};

/** Opens the form for this child: by the button of the due form, or among the other forms. */
export const openVisit = async (robot: Robot, child: string, form: VisitForm): Promise<void> => {
  const { t } = robot.words;
  const card = childCard(robot, child);
  const button = card.getByRole('button', { name: t(`family.do.${form}`), exact: true });
  await card.waitFor();
  if (!(await button.isVisible())) await robot.tap(card.getByText(t('family.do.more'), { exact: true }));
  await robot.tap(button);
};

export type Agreed = FillOptions & {
  readonly enrol?: boolean;
  /** Accepts the proposed day of the next visit. */
  readonly next?: boolean;
};

/** Fills a whole visit, from the page of the family to its result. */
export const holdVisit = async (
  robot: Robot,
  child: string,
  form: VisitForm,
  given: Given,
  { enrol, next = true, ...options }: Agreed = {},
): Promise<void> => {
  const { t } = robot.words;
  await openVisit(robot, child, form);
  await fillVisit(robot, form, given, options);
  if (enrol !== undefined) {
    await robot.choose(t('visit.plan.enrol'), t(enrol ? 'visit.plan.enrol-yes' : 'visit.plan.enrol-no'));
  }
  if (next && form !== 'rapid-screen') await acceptNext(robot);
  await saveVisit(robot);
};

/** Accepts the proposed day as the day agreed. */
export const acceptNext = async (robot: Robot): Promise<void> => {
  await robot.press(robot.words.t('visit.plan.next-accept'));
};

export const saveVisit = async (robot: Robot): Promise<void> => {
  const { t } = robot.words;
  await robot.press(t('visit.save'));
  await robot.sees(t('result.saved'));
};

export const backToFamily = async (robot: Robot): Promise<void> => {
  await robot.press(robot.words.t('result.to-family'));
};
