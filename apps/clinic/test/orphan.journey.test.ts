import { usualAnswers } from '@denba/scenario/demonstration-answers';
import { expect, it } from 'vitest';
import { JOURNEY_MS, setOut } from './journey.ts';
import { openVisit } from './robot-family.ts';
import { GIRL, infant, MOTHER, registerFamily } from './robot-registration.ts';
import { firstStart } from './robot-start.ts';
import { fillVisit, type Given } from './robot-visit.ts';

/** Her body, her mood, the breastfeed. Not all that is hers: docs/gaps.md tells what the form still asks. */
const OF_THE_MOTHER = /^(m_|phq|epds|sh_|mother_muac|mother_weight|f1$|f2$|f3$|f4$)/;

it(
  'an orphan is registered with her grandmother, and nothing asks about the body, mood or breastfeeding of the dead mother',
  async () => {
    const { robot } = await setOut();
    const { page } = robot;
    await firstStart(robot);
    await registerFamily(robot, {
      ...MOTHER,
      mother_status: 'dead',
      mother_death_date: '2026-10-03',
      caregiver_name: 'Kadia Traoré',
      caregiver_relation: 'grandmother',
      caregiver_phone: '70112233',
      ...infant(1, GIRL),
    });
    await robot.sees(/Kadia Traoré/);
    await openVisit(robot, 'Awa', 'assessment');
    const asked: string[] = [];
    await fillVisit(
      robot,
      'assessment',
      { ...(usualAnswers.cupFed as Given), weight_g: 3900, length_cm: 54.5, muac_mm: 118 },
      {
        confirm: true,
        onSection: async () => {
          const paths = await page
            .locator('.question[data-path]')
            .evaluateAll((questions) => questions.map((question) => question.getAttribute('data-path') ?? ''));
          asked.push(...paths);
        },
      },
    );
    expect(asked.length).toBeGreaterThan(20);
    expect(asked.filter((path) => OF_THE_MOTHER.test(path))).toEqual([]);
    await robot.sees(/Risque (modéré|élevé)/);
  },
  2 * JOURNEY_MS,
);
