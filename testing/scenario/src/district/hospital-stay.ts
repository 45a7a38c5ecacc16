/** A referral to the hospital: whether the family goes, how long the infant stays, what the hospital writes back. */
import { addDays, type LocalDate } from '@denba/quantities/local-date';
import { HOSPITAL, HOSPITAL_NAME } from './district-places.ts';
import { die } from './end-of-life.ts';
import { type DistrictInfant, type FamilyMeans, note, noteAtHospital } from './family-means.ts';

/**
 * `goesOn` is called on the day after which care goes on: after the discharge, or when the infant is seen again because
 * the family did not go.
 */
export const sendToHospital = (
  means: FamilyMeans,
  infant: DistrictInfant,
  on: LocalDate,
  goesOn: (day: LocalDate) => void,
): void => {
  const { random, story } = means;
  if (random.chance(0.07)) {
    const answers = { refused: 'referral', refusal_reasons: [random.pick(['distance', 'cost', 'family_decision'])] };
    note(means, 'refusal', { subject: infant.id, on, answers });
    story.later(addDays(on, 3), () => goesOn(addDays(on, 3)));
    return;
  }
  const referral = note(means, 'transfer', {
    ...{ subject: infant.id, on },
    answers: {
      ...{ transfer: 'temporary', to_facility: HOSPITAL_NAME, to_facility_id: HOSPITAL, referral_to: 'inpatient' },
      ...{ transfer_reason: random.pick(reasons), urgent: true },
    },
  });
  const answered = { from_facility: HOSPITAL_NAME, ...(referral === null ? {} : { referral_entry: referral }) };
  if (random.chance(0.1)) {
    const heard = addDays(on, 5 + random.whole(6));
    story.later(heard, () => {
      const answers = { ...answered, referral_result: 'not_arrived' };
      noteAtHospital(means, 'counter-referral', { subject: infant.id, on: heard, answers });
      // The stay that was recorded with the referral ends when the infant is seen again.
      note(means, 'return-to-care', { subject: infant.id, on: heard, answers: { entry_type: 'post_inpatient' } });
      goesOn(heard);
    });
    return;
  }
  const admitted = addDays(on, random.pick([0, 0, 0, 1]));
  const discharged = addDays(admitted, 3 + random.whole(9));
  if (random.chance(0.09)) {
    const day = addDays(admitted, random.whole(4));
    story.later(day, () => die(means, infant, day, 'inpatient'));
    return;
  }
  story.later(discharged, () => {
    if (infant.gone) return;
    const weight = infant.body.sizeOn(discharged).weightKg;
    noteAtHospital(means, 'counter-referral', {
      ...{ subject: infant.id, on: discharged },
      answers: {
        ...answered,
        ...{ referral_result: 'counter_referred', admitted_on: admitted, discharged_on: discharged },
        ...{ weight_g: Math.round(weight * 100) * 10, next_due: addDays(discharged, random.pick([5, 7, 7, 10])) },
        advice: 'Allaitement à la demande, revoir au CSCom.',
      },
    });
    goesOn(discharged);
  });
};

const reasons: readonly [string, ...string[]] = [
  'Tète mal, fièvre',
  'Poids très bas',
  'Respiration rapide',
  'Déshydratation',
];
