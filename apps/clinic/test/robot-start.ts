/** How the robot starts: first start, lock screen, training centre. */
import type { Robot } from './robot.ts';

export const PIN = '739164';
export const CENTRE = 'CSCom de Sanankoroba';
export const AWA = 'Awa Traoré';

export type Start = { readonly user?: string; readonly centre?: string; readonly pin?: string };

/** From the welcome page to today's list, with the buttons of the screen. Returns the recovery key shown. */
export const firstStart = async (
  robot: Robot,
  { user = AWA, centre = CENTRE, pin = PIN }: Start = {},
): Promise<string> => {
  const { t } = robot.words;
  await robot.press(t('start.new-centre'));
  await robot.type(t('start.centre-name'), centre);
  await robot.type(t('start.your-name'), user);
  await robot.press(t('start.choose-pin'));
  await choosePin(robot, pin);
  await robot.sees(t('start.recovery-once'));
  const key = (await robot.page.locator('.recovery-key').textContent()) ?? '';
  await robot.tap(robot.page.getByText(t('start.recovery-kept'), { exact: true }));
  await robot.press(t('start.begin'));
  await isHome(robot);
  return key;
};

/** Chooses the language on the welcome page, which is in French at first. */
export const chooseLanguage = async (robot: Robot): Promise<void> => {
  const { t, language } = robot.words;
  await robot.tap(robot.page.getByText(t(`start.language.${language}`), { exact: true }));
  await robot.page.getByRole('heading', { name: t('start.welcome') }).waitFor();
};

/** From the welcome page into the training centre, until its simulated families are created. */
export const enterTraining = async (robot: Robot, { user = AWA, pin = PIN }: Start = {}): Promise<void> => {
  const { t } = robot.words;
  await robot.press(t('start.enter-training'));
  await robot.type(t('start.your-name'), user);
  await robot.press(t('start.choose-pin'));
  await choosePin(robot, pin);
  await isHome(robot, 60_000);
};

/** Unlocks with a keyboard, which the lock screen accepts in every language. */
export const unlockByKeys = async (robot: Robot, pin = PIN): Promise<void> => {
  await robot.page.getByRole('button', { name: '1', exact: true }).waitFor();
  await robot.page.keyboard.type(pin);
  await robot.page.getByRole('navigation').first().waitFor();
};

/** Unlocks on the lock screen. Give `user` when several share the phone. */
export const unlock = async (robot: Robot, { user, pin = PIN }: Start = {}): Promise<void> => {
  await typePin(robot, { ...(user === undefined ? {} : { user }), pin });
  await robot.page.getByRole('group', { name: robot.words.t('start.pin-pad') }).waitFor({ state: 'detached' });
};

export const typePin = async (robot: Robot, { user, pin = PIN }: Start = {}): Promise<void> => {
  const { t } = robot.words;
  if (user !== undefined) await robot.press(user);
  const pad = robot.page.getByRole('group', { name: t('start.pin-pad'), exact: true });
  for (const digit of pin) await robot.tap(pad.getByRole('button', { name: digit, exact: true }));
};

/** Types a new PIN, twice. */
export const choosePin = async (robot: Robot, pin = PIN): Promise<void> => {
  const { t } = robot.words;
  await robot.sees(t('start.choose-pin'));
  await typePin(robot, { pin });
  await robot.page.getByRole('heading', { name: t('start.repeat-pin') }).waitFor();
  await typePin(robot, { pin });
};

const isHome = async (robot: Robot, timeout?: number): Promise<void> => {
  const home = robot.page.getByRole('button', { name: robot.words.t('shell.place.today'), exact: true });
  await home.waitFor(timeout === undefined ? {} : { timeout });
};
