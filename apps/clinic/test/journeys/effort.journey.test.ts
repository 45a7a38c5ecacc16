/** Limits how many taps and keys a robot needs: what a midwife does forty times a day must be short. */
import { expect } from 'vitest';
import { WELL } from '../answers.ts';
import { JOURNEY_MS, setOut } from '../journey.ts';
import { longJourney } from '../long-journey.ts';
import { acceptNext, backToFamily, holdVisit, openVisit, saveVisit } from '../robot-family.ts';
import { GIRL, infant, MOTHER, registerFamily } from '../robot-registration.ts';
import { firstStart, unlock } from '../robot-start.ts';
import { fillVisit } from '../robot-visit.ts';

const MOST_OF_A_REGISTRATION = 60;
const MOST_TAPS_OF_A_VISIT = 40;

longJourney(
  'a registration takes at most 60 taps and keys, a follow-up visit at most 40 taps',
  async () => {
    const { phone, robot } = await setOut();
    const { page } = robot;
    await firstStart(robot);

    robot.startCount();
    await registerFamily(robot, { ...MOTHER, phone: '76123456', village: 'Kola', ...infant(1, GIRL) });
    const registration = robot.effort();
    console.log(`a registration: ${registration.taps} taps and ${registration.keys} keys`);
    expect(registration.taps + registration.keys).toBeLessThanOrEqual(MOST_OF_A_REGISTRATION);

    const measured = { weight_g: 3900, length_cm: 54.5, muac_mm: 118 };
    const assessment = { ...WELL, ...measured, mother_age: 24, multiple_birth: 'single' };
    robot.startCount();
    await holdVisit(robot, 'Awa', 'assessment', assessment, { enrol: true });
    const first = robot.effort();
    console.log(`a whole assessment: ${first.taps} taps and ${first.keys} keys`);
    await backToFamily(robot);

    await phone.setClock('2026-12-03T09:00');
    await page.reload();
    await unlock(robot);
    robot.startCount();
    await openVisit(robot, 'Awa', 'follow-up');
    await fillVisit(robot, 'follow-up', { ...WELL, weight_g: 4130, length_cm: 55.1, muac_mm: 121 });
    await acceptNext(robot);
    await saveVisit(robot);
    const visit = robot.effort();
    console.log(`a follow-up visit: ${visit.taps} taps and ${visit.keys} keys`);
    expect(visit.taps).toBeLessThanOrEqual(MOST_TAPS_OF_A_VISIT);
  },
  JOURNEY_MS,
);
