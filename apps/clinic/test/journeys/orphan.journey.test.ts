import { usualAnswers } from '@denba/scenario/demonstration-answers';
import { expect } from 'vitest';
import { JOURNEY_MS, setOut } from '../journey.ts';
import { longJourney } from '../long-journey.ts';
import { openVisit } from '../robot-family.ts';
import { GIRL, infant, MOTHER, registerFamily } from '../robot-registration.ts';
import { firstStart } from '../robot-start.ts';
import { fillVisit, type Given } from '../robot-visit.ts';

/** Questions about the mother's body, mood and life, and those asked only for a breastfed infant. */
const OF_THE_MOTHER =
  /^(m_.*|phq.*|epds.*|pnc_.*|sh_.*|mh_.*|mother_(muac_mm|weight_kg|chronic_illness|absent)|isolated|violence|separated_for_work|art|bf_24h|f([1-6]|9|10|13|14)|breast_problem|feed_after_help)$/;

/** Words about breastfeeding. « non allaité » is allowed, because it describes this infant. */
const OF_THE_BREAST =
  /(?<!non )allait|\bseins?\b|tétée|téter|mamelon|(tirer|exprimer) (votre |son |le )?lait|lait maternel/i;

longJourney(
  'an orphan is registered with her grandmother; nothing is asked, said or advised as if the mother lived or fed her, and the grandmother is asked about her own life',
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
    const titles: string[] = [];
    await fillVisit(
      robot,
      'assessment',
      { ...(usualAnswers.cupFed as Given), weight_g: 3900, length_cm: 54.5, muac_mm: 118, caregiver_isolated: true },
      {
        confirm: true,
        onSection: async (title) => {
          const paths = await page
            .locator('.question[data-path]')
            .evaluateAll((questions) => questions.map((question) => question.getAttribute('data-path') ?? ''));
          asked.push(...paths);
          titles.push(title);
        },
      },
    );
    expect(asked.length).toBeGreaterThan(20);
    expect(asked.filter((path) => OF_THE_MOTHER.test(path))).toEqual([]);
    expect(asked).toEqual(expect.arrayContaining(['caregiver_isolated', 'caregiver_violence', 'social_support']));
    expect(titles.filter((title) => /mère|mother/i.test(title))).toEqual([]);

    // The plan: the class, the reasons, the actions and the cards.
    await robot.sees(/Risque (modéré|élevé)/);
    await robot.sees("La personne qui s'occupe de l'enfant est isolée.");
    await robot.sees(/Nourrir un bébé qui a perdu sa mère/);
    const plan = (await page.getByRole('main').allInnerTexts()).flatMap((text) => text.split('\n'));
    expect(plan.filter((line) => OF_THE_BREAST.test(line))).toEqual([]);
    const ofHer = plan.filter((line) => /(?<![\p{L}-])mère/iu.test(line));
    expect(ofHer.length).toBeGreaterThan(0);
    expect(ofHer.filter((line) => !/décédée|orphelin|perdu sa mère/i.test(line))).toEqual([]);
  },
  2 * JOURNEY_MS,
);
