/**
 * An infant in care: visits on the days that the protocol proposes, kept or missed, tracing, hospital, and one way out.
 * The family lives far or near, in the dry season or in the rain; the centre traces absent infants, or does not.
 */
import { isDate, toLocalDate, type Value } from '@denba/decisions/value';
import { addDays, addMonths, type LocalDate } from '@denba/quantities/local-date';
import type { JsonObject } from '@denba/records/canonical-json';
import { feedingTrouble, illnessOn, pairAnswers } from './contact-answers.ts';
import { type DistrictInfant, type FamilyMeans, hold, note } from './family-means.ts';
import { sendToHospital } from './hospital-stay.ts';
import { readBody } from './infant-body.ts';
import { leave, lookFor } from './lost-infant.ts';
import { hardSeason } from './season.ts';

const settingOf = (value: (name: string) => Value): string | null => {
  const care = value('care');
  const setting = typeof care === 'object' && care !== null && 'setting' in care ? care.setting : null;
  return typeof setting === 'string' ? setting : null;
};

const goesToHospital = (setting: string | null): boolean => setting === 'urgent_referral' || setting === 'inpatient';

/** The agreed day: the proposed one, or the next day when the proposed one is a market day. */
const agreedDay = ({ random }: FamilyMeans, on: LocalDate, value: (name: string) => Value): JsonObject => {
  const proposed = value('next_visit_due');
  if (proposed === null || !isDate(proposed)) return { next_due: addDays(on, 7) };
  const day = toLocalDate(proposed);
  return random.chance(0.15) ? { next_due: addDays(day, 1), next_due_reason: 'Jour de marché.' } : { next_due: day };
};

const aboutPair = (means: FamilyMeans, infant: DistrictInfant, on: LocalDate, trouble: number) => {
  const { random, condition } = means;
  const weak = infant.birth.weightKg < 2;
  return {
    ...{ birth: infant.birth, condition, illness: illnessOn(random, on, weak) },
    feeding: random.chance(trouble) ? random.pick(feedingTrouble) : null,
  };
};

const measuredOn = ({ random, centre }: FamilyMeans, infant: DistrictInfant, on: LocalDate): JsonObject =>
  readBody(random, infant.body.sizeOn(on), { readTo: centre.readTo, secondReading: random.chance(0.6) });

/** The full assessment, and the family's decision. */
export const assess = (
  means: FamilyMeans,
  infant: DistrictInfant,
  on: LocalDate,
  outOfHospitalOn?: LocalDate,
): void => {
  if (infant.gone || infant.inCare) return;
  const { random, centre, story } = means;
  const back = outOfHospitalOn !== undefined;
  const { visit } = hold(means, {
    ...{ form: 'assessment', child: infant.id, on },
    answers: () => ({
      ...pairAnswers(random, centre, on, {
        ...aboutPair(means, infant, on, 0.28),
        ...(back ? { illness: 'none' } : {}),
      }),
      ...measuredOn(means, infant, on),
      ...{ visit_type: 'assessment', entry_type: back ? 'post_inpatient' : 'new', recent_inpatient: back },
      ...(back ? { inpatient_discharge_date: outOfHospitalOn } : {}),
    }),
    decide: (value) => {
      const consents = random.chance(0.94);
      if (goesToHospital(settingOf(value))) return { ...agreedDay(means, on, value), referral_to: 'inpatient' };
      const reasons = value('enrol_reasons');
      return {
        ...agreedDay(means, on, value),
        ...(value('enrolment_offered') === true
          ? {
              ...{ consent: consents, enrolment_decision: consents ? 'enrolled' : 'declined' },
              ...(consents && Array.isArray(reasons) && reasons.length > 0
                ? { enrol_reason: reasons.map(String) }
                : {}),
            }
          : { enrolment_decision: value('enrolment') === 'watch' ? 'watch' : 'not_enrolled' }),
      };
    },
  });
  const { enrolment_decision: decision, next_due: due } = visit.answers;
  if (goesToHospital(settingOf(visit.value))) {
    sendToHospital(means, infant, on, (day) =>
      story.later(addDays(day, 3), () => assess(means, infant, addDays(day, 3), day)),
    );
  } else if (decision === 'enrolled') {
    infant.inCare = true;
    expect(means, infant, due as LocalDate);
  }
};

/** Whether the family comes on the agreed day. `missed`: how many days were missed in a row before this one. */
const expect = (means: FamilyMeans, infant: DistrictInfant, due: LocalDate, missed = 0): void => {
  const { random, centre, condition, story, bornOn } = means;
  const reviewFrom = addDays(addMonths(bornOn, 6), -5);
  const day = due >= reviewFrom ? laterOf(due, addDays(reviewFrom, 5)) : due;
  const comes = random.chance(
    centre.kept - 0.16 * hardSeason(due) - (condition.displaced ? 0.06 : 0) - (centre.minutes > 90 ? 0.04 : 0),
  );
  if (!comes) {
    lookFor(means, infant, day, missed + 1, (back, again) => expect(means, infant, back, again), comeBack);
    return;
  }
  const on = addDays(day, random.pick([0, 0, 0, 0, 0, 1, 2, 3]));
  story.later(on, () => (on >= reviewFrom ? review(means, infant, on) : visit(means, infant, on)));
};

const comeBack = (means: FamilyMeans, infant: DistrictInfant, on: LocalDate): void => {
  note(means, 'return-to-care', { subject: infant.id, on, answers: { entry_type: 'return' } });
  visit(means, infant, on);
};

const visit = (means: FamilyMeans, infant: DistrictInfant, on: LocalDate): void => {
  if (infant.gone || !infant.inCare) return;
  const { random, centre, condition } = means;
  if (condition.lowMood) condition.lowMood = random.chance(0.75);
  else condition.lowMood = random.chance(0.02);
  const mistaken = random.chance(0.012);
  const measured = measuredOn(means, infant, on);
  const right = measured['weight_g'];
  const { visit: held, entry } = hold(means, {
    ...{ form: 'follow-up', child: infant.id, on },
    answers: () => ({
      ...pairAnswers(random, centre, on, aboutPair(means, infant, on, 0.1)),
      ...measured,
      ...(mistaken && typeof right === 'number' ? { weight_g: right + 1000, weight_2_g: null } : {}),
      ...{ visit_type: 'followup', recent_inpatient: false },
    }),
    decide: (value) => ({
      ...agreedDay(means, on, value),
      ...(goesToHospital(settingOf(value)) ? { referral_to: 'inpatient' } : {}),
    }),
  });
  if (mistaken && entry !== null && typeof right === 'number') {
    const answers = { corrects: entry, set: { weight_g: right }, reason: 'Un kilogramme de trop à la saisie.' };
    note(means, 'correction', { subject: null, on, answers });
  }
  if (goesToHospital(settingOf(held.value))) {
    sendToHospital(means, infant, on, (day) => expect(means, infant, addDays(day, 7)));
    return;
  }
  if (random.chance(0.006)) leave(means, infant, addDays(on, 9), random.pick(['R3', 'R6', 'R6']));
  else expect(means, infant, held.answers['next_due'] as LocalDate);
};

/** The review at six months; the outcome and the exit are decided by the protocol. */
const review = (means: FamilyMeans, infant: DistrictInfant, on: LocalDate): void => {
  if (infant.gone || !infant.inCare) return;
  const { random, centre } = means;
  const { visit: held } = hold(means, {
    ...{ form: 'review', child: infant.id, on },
    answers: () => ({
      ...pairAnswers(random, centre, on, { ...aboutPair(means, infant, on, 0.04), illness: 'none' }),
      ...measuredOn(means, infant, on),
      ...{ visit_type: 'review', alive: true, reviewed: true },
    }),
  });
  const outcome = held.value('outcome');
  if (typeof outcome !== 'string') return;
  note(means, 'mami-exit', { subject: infant.id, on, answers: { exit_code: outcome, reviewed: true } });
  infant.inCare = false;
  infant.gone = true;
};

const laterOf = (a: LocalDate, b: LocalDate): LocalDate => (a < b ? b : a);
