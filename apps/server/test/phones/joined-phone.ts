/** A phone that joined a centre of a running Denba, and its screen of the server. */
import { buildClinic } from '../../../clinic/build/build-clinic.ts';
import { takePhone } from '../../../clinic/test/journey.ts';
import type { Phone } from '../../../clinic/test/phone.ts';
import { createRobot, type Robot } from '../../../clinic/test/robot.ts';
import { AWA, choosePin } from '../../../clinic/test/robot-start.ts';
import { builtProtocol, spokenWords } from '../../../clinic/test/spoken-words.ts';
import type { RunningDenba } from './running-denba.ts';

export const SANANKOROBA = 'CSCom de Sanankoroba (simulé)';
export const HOSPITAL = 'CSRéf de Kalabancoro (simulé)';
/** What a browser writes to its console when the network is cut. */
const expectedErrors = /ERR_INTERNET_DISCONNECTED|ERR_NETWORK/;

/** A new phone that joins the centre with a join code, online. */
export const joinedPhone = async (
  denba: RunningDenba,
  code: string,
  place = SANANKOROBA,
  expected = expectedErrors,
) => {
  const phone = await takePhone({ expectedErrors: expected });
  return { phone, robot: await joinCentre(phone, denba, code, place) };
};

/** Goes from the welcome page to the list of today, with the join code. */
export const joinCentre = async (
  { page }: Phone,
  denba: RunningDenba,
  code: string,
  place = SANANKOROBA,
): Promise<Robot> => {
  const { folder } = await buildClinic();
  const robot = createRobot(page, spokenWords('fr', await builtProtocol(folder)));
  const { t } = robot.words;
  await page.goto(`${denba.root}/clinic/`);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await robot.press(t('start.have-code'));
  await robot.type(t('shell.join-code'), code.toLowerCase());
  await robot.press(t('start.code-ask'));
  await robot.sees(t('start.code-place', { place }));
  await robot.press(t('start.code-yes'));
  await robot.type(t('start.your-name'), AWA);
  await robot.press(t('start.choose-pin'));
  await choosePin(robot);
  await robot.sees(t('start.recovery-once'));
  await robot.tap(page.getByText(t('start.recovery-kept'), { exact: true }));
  await robot.press(t('start.begin'));
  await robot.place('today');
  return robot;
};

export const openServer = async (robot: Robot): Promise<void> => {
  await robot.place('more');
  await robot.tap(robot.page.getByRole('button', { name: new RegExp(`^${robot.words.t('more.server')}`) }));
  await robot.page.getByRole('heading', { level: 1, name: robot.words.t('server.title') }).waitFor();
};

export const meet = async (robot: Robot): Promise<void> => {
  await openServer(robot);
  await robot.press(robot.words.t('server.meet-now'));
  await robot.sees(robot.words.t('server.all-sent'));
};
