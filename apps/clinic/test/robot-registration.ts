/** How the robot registers a family: from the place « Nouvelle » to the page of the family. */
import type { Robot } from './robot.ts';
import { fillSection, type Given } from './robot-visit.ts';

/** A mother who is here, and one child of hers. What differs is said by the test. */
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

/** Two months old, born at term and a little small. */
export const GIRL: Given = {
  infant_name: 'Awa',
  sex: 'F',
  birth_date: '2026-10-01',
  dob_precision: 'exact',
  bw_source: 'card',
  birth_weight_g: 2400,
};

export const registerFamily = async (robot: Robot, given: Given): Promise<void> => {
  const { page } = robot;
  const { t } = robot.words;
  await robot.press(t('shell.place.new-family'));
  const way = page.getByRole('navigation', { name: t('registration.way'), exact: true });
  await way.waitFor();
  for (;;) {
    await fillSection(robot, 'registration', given);
    const other = page.getByRole('button', { name: t('registration.none-of-these', { count: 1 }), exact: true });
    if (await other.isVisible()) await robot.tap(other);
    const save = way.getByRole('button', { name: t('registration.save'), exact: true });
    if (await save.isVisible()) {
      await robot.tap(save);
      break;
    }
    const title = page.locator('#section-title');
    const before = await title.textContent();
    await robot.tap(way.getByRole('button', { name: t('registration.next'), exact: true }));
    await page.waitForFunction((old) => document.querySelector('#section-title')?.textContent !== old, before);
  }
  await robot.sees(t('family.saved'));
};
