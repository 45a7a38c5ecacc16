/** How the robot opens the screens below « Plus », and locks the phone. */
import type { Robot } from './robot.ts';

type Place =
  | ('people' | 'safekeeping' | 'settings' | 'audit' | 'month' | 'referral' | 'cases' | 'enter-training')
  | ('centres' | 'server');

/** Presses a row by its title; its accessible name continues with a description. */
export const pressRow = (robot: Robot, title: string): Promise<void> =>
  robot.tap(robot.page.getByRole('button', { name: new RegExp(`^${plainly(title)}`) }).first());

export const openPlace = async (robot: Robot, place: Place): Promise<void> => {
  const { t } = robot.words;
  await robot.place('more');
  await pressRow(robot, t(`more.${place}`));
};

export const lockNow = async (robot: Robot): Promise<void> => {
  const { t } = robot.words;
  await robot.place('more');
  await robot.press(t('more.lock'));
  await robot.page.getByText(t('start.forgotten')).waitFor();
};

const plainly = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
