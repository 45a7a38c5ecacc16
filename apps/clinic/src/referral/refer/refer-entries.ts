/**
 * The entry that a referral leaves in the record. If the family goes: a temporary transfer of the person referred, with
 * the content of the note. If it refuses: a refusal with what was agreed instead, and no transfer, so that the
 * follow-up continues.
 */
import type { SaveDraft } from '@denba/device/device';
import type { LocalDate } from '@denba/quantities/local-date';
import type { FamilyId, PersonId } from '@denba/records/ids';
import { recordDraft } from '../../shell/record/record-draft.ts';
import type { Confidence, TimeOfDay } from '../note/note-facts.ts';

/** An action of the protocol before departure. `given` is `null` while unanswered. */
export type CareGiven = { readonly action: string; readonly given: boolean | null; readonly at: TimeOfDay | null };

export type RefusalReason = 'distance' | 'cost' | 'family_decision' | 'fear' | 'feels_well' | 'other';

export type ReferralForm = {
  /** The person who is referred; the other goes along. */
  readonly who: 'infant' | 'mother';
  readonly place: string | null;
  readonly facility: string;
  readonly urgent: boolean | null;
  readonly reasons: readonly string[];
  readonly dangerSigns: readonly string[];
  /** A reason in the worker's own words. */
  readonly otherReason: string;
  readonly care: readonly CareGiven[];
  readonly accompaniedBy: string;
  readonly transport: string | null;
  readonly called: boolean | null;
  readonly calledWhom: string;
  /** The telephone number at which the hospital can call back. */
  readonly callback: string;
  /** What the mother confided, and whether she agrees that it goes into the QR code. */
  readonly confided: readonly Confidence[];
  readonly mayPassOn: boolean | null;
  /** The paper says that the mother herself must be seen, without the reason. */
  readonly motherToSee: boolean;
  readonly decision: 'goes' | 'refuses';
  readonly refusalReasons: readonly RefusalReason[];
  readonly agreedInstead: string;
  readonly nextDue: LocalDate | null;
};

export type ReferralOf = {
  readonly family: FamilyId;
  readonly child: PersonId;
  readonly mother: PersonId | null;
  /** The visit on which the referral is based. */
  readonly visit: string | null;
  readonly on: LocalDate;
  readonly at: TimeOfDay;
  /** Id of the facility, if it is a place that the server knows. */
  readonly facilityId: string | null;
};

export const referralEntries = (form: ReferralForm, about: ReferralOf): readonly SaveDraft[] => {
  const subject = form.who === 'mother' ? (about.mother ?? about.child) : about.child;
  const { family, on } = about;
  if (form.decision === 'refuses') {
    const answers = {
      refused: 'referral',
      refusal_reasons: form.refusalReasons.length === 0 ? null : [...form.refusalReasons],
      refusal_note: form.agreedInstead.trim(),
      next_due: form.nextDue,
      ...whereAndWhy(form),
      visit_entry: about.visit,
      care_given: careGiven(form),
    };
    return [recordDraft('refusal', { family, subject, on, answers })];
  }
  const answers = {
    transfer: 'temporary',
    to_facility_id: about.facilityId,
    ...whereAndWhy(form),
    about_child: about.child,
    visit_entry: about.visit,
    left_at: about.at,
    care_given: careGiven(form),
    accompanied_by: form.accompaniedBy.trim(),
    transport: form.transport,
    called: form.called,
    called_whom: form.calledWhom.trim(),
    callback: form.callback.trim(),
    may_pass_on: form.confided.length === 0 ? null : form.mayPassOn,
    mother_to_see: form.motherToSee,
    confided: form.confided.length > 0 && form.mayPassOn === true ? [...form.confided] : null,
  };
  return [recordDraft('transfer', { family, subject, on, answers })];
};

/** Unanswered actions are left out. */
const careGiven = ({ care }: ReferralForm) =>
  care
    .filter(({ given }) => given !== null)
    .map(({ action, given, at }) => ({ action, given: given === true, ...(at === null ? {} : { at }) }));

const whereAndWhy = (form: ReferralForm) => ({
  to_facility: form.facility.trim(),
  referral_to: form.place,
  urgent: form.urgent,
  transfer_reason: [...form.dangerSigns, ...form.reasons, form.otherReason.trim()].filter(Boolean).join(' '),
  // The worker's own words come first, because paper and code have room for only the first few reasons.
  reasons: [form.otherReason.trim(), ...form.reasons].filter(Boolean),
  danger_signs: [...form.dangerSigns],
});
