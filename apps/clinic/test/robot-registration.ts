/** How the robot registers a family: from « Nouvelle » to the page of the family. */
import type { Locator } from 'playwright-core';
import type { Robot } from './robot.ts';
import { fillSection, type Given } from './robot-visit.ts';

/** A mother who is present; each test states what differs. */
export const MOTHER: Given = {
  consent: true,
  mother_name: 'Fanta Keïta',
  mother_age: 24,
  mother_status: 'present',
  multiple_birth: 'single',
  gestation_category: 'term',
};

export const infant = (number: number, given: Given): Given =>
  Object.fromEntries(Object.entries(given).map(([name, input]) => [`infants[${number}].${name}`, input]));

/** Eight weeks old on the first day of the journeys, born at term and a little small. */
export const GIRL: Given = {
  infant_name: 'Awa',
  sex: 'F',
  birth_date: '2026-10-01',
  dob_precision: 'exact',
  bw_source: 'card',
  birth_weight_g: 2400,
};

const way = ({ page, words }: Robot): Locator =>
  page.getByRole('navigation', { name: words.t('registration.way'), exact: true });

export const startRegistration = async (robot: Robot): Promise<void> => {
  await robot.place('new-family');
  await way(robot).waitFor();
};

export const registerFamily = async (robot: Robot, given: Given): Promise<void> => {
  await startRegistration(robot);
  await fillRegistration(robot, given);
  await robot.tap(way(robot).getByRole('button', { name: robot.words.t('registration.save'), exact: true }));
  await robot.sees(robot.words.t('family.saved'));
};

/** Fills everything up to the button that saves. Possible duplicates are answered with "none of these". */
export const fillRegistration = async (robot: Robot, given: Given): Promise<void> => {
  const save = way(robot).getByRole('button', { name: robot.words.t('registration.save'), exact: true });
  for (;;) {
    await fillSection(robot, 'registration', given);
    if (await save.isVisible()) return;
    await nextStep(robot);
  }
};

/** Goes to the next section. Possible duplicates, which may appear after the press, must be answered first. */
export const nextStep = async (robot: Robot): Promise<void> => {
  const { page } = robot;
  const { t } = robot.words;
  const before = await page.locator('#section-title').textContent();
  const next = way(robot).getByRole('button', { name: t('registration.next'), exact: true });
  const arrived = page.locator('#section-title').filter({ hasNotText: before ?? '' });
  const others = page
    .getByRole('button', { name: t('registration.none-of-these', { count: 1 }), exact: true })
    .or(page.getByRole('button', { name: t('registration.none-of-these', { count: 2 }), exact: true }));
  if (await others.isVisible()) await robot.tap(others);
  await robot.tap(next);
  await arrived.or(others).first().waitFor();
  if ((await arrived.count()) > 0) return;
  await robot.tap(others);
  await robot.tap(next);
  await arrived.waitFor();
};
