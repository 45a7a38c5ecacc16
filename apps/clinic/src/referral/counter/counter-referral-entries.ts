/**
 * The entries of a counter-referral. With a day of discharge the infant is back in care: then a return to care is
 * recorded too, and the next visit is due within the number of days that the protocol gives.
 */
import type { SaveDraft } from '@denba/device/device';
import { addDays, type LocalDate } from '@denba/quantities/local-date';
import type { FamilyId, PersonId } from '@denba/records/ids';
import { recordDraft } from '../../shell/record/record-draft.ts';

export const referralResults = ['treated', 'received', 'refused', 'not_arrived', 'counter_referred'] as const;
export type ReferralResult = (typeof referralResults)[number];

export type CounterReferralForm = {
  /** The day on which the note was received here. */
  readonly on: LocalDate;
  readonly fromFacility: string;
  readonly result: ReferralResult | null;
  readonly admittedOn: LocalDate | null;
  readonly dischargedOn: LocalDate | null;
  readonly diagnosis: string;
  readonly treatment: string;
  /** In grams, as typed; `gramsOf` parses it. */
  readonly weight: string;
  readonly advice: string;
  readonly nextDue: LocalDate | null;
  /** The worker chose the day of the next visit herself, instead of the proposed one. */
  readonly agreed: boolean;
};

export type CounterReferralOf = {
  readonly family: FamilyId;
  readonly child: PersonId;
  /** The entry of the referral that is answered. */
  readonly referral: string | null;
  /** The child was in hospital, by the record or by what is reported now, so the return is recorded too. */
  readonly followed: boolean;
};

export const counterReferralEntries = (form: CounterReferralForm, about: CounterReferralOf): readonly SaveDraft[] => {
  const { family, child: subject } = about;
  const note = recordDraft('counter-referral', {
    family,
    subject,
    on: form.on,
    answers: {
      from_facility: form.fromFacility.trim(),
      referral_entry: about.referral,
      referral_result: form.result,
      admitted_on: form.admittedOn,
      discharged_on: form.dischargedOn,
      diagnosis: form.diagnosis.trim(),
      treatment: form.treatment.trim(),
      weight_g: gramsOf(form.weight),
      advice: form.advice.trim(),
      next_due: form.nextDue,
    },
  });
  if (form.dischargedOn === null || !about.followed) return [note];
  const back = recordDraft('return-to-care', {
    family,
    subject,
    // The child is back in care since the discharge, whenever the note arrived.
    on: form.dischargedOn,
    answers: {
      entry_type: 'post_inpatient',
      from_facility: form.fromFacility.trim(),
      inpatient_discharge_date: form.dischargedOn,
      next_due: form.nextDue,
    },
  });
  return [note, back];
};

/** Parses a weight. Hospital notes may state kilograms: « 3,2 » cannot be grams and is converted. */
export const gramsOf = (typed: string): number | null => {
  const value = Number(typed.replace(',', '.'));
  if (typed.trim() === '' || !Number.isFinite(value) || value <= 0) return null;
  return value < LEAST_GRAMS ? Math.round(value * 1000) : Math.round(value);
};

/** No infant weighs less than this in grams, and none this much in kilograms. */
const LEAST_GRAMS = 100;

/**
 * The proposed day of the next visit: `resumeAfterDays` (from the protocol) after the discharge, but not in the past.
 */
export const proposedReturn = (
  dischargedOn: LocalDate | null,
  today: LocalDate,
  resumeAfterDays: number,
): LocalDate | null => {
  if (dischargedOn === null) return null;
  const due = addDays(dischargedOn, resumeAfterDays);
  return due < today ? today : due;
};
