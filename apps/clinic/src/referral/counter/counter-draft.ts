/** The form of a counter-referral before it is saved: kept as a draft, also when it was filled from a code. */
import type { LocalDate } from '@denba/quantities/local-date';
import type { JsonObject } from '@denba/records/canonical-json';
import type { FamilyId, PersonId } from '@denba/records/ids';
import type { NoteFacts } from '../note/note-facts.ts';
import type { CounterReferralForm } from './counter-referral-entries.ts';

export const counterDraftKey = (family: FamilyId, child: PersonId): string => `counter-referral ${family} ${child}`;

export const emptyCounterForm = (today: LocalDate, fromFacility: string): CounterReferralForm => ({
  on: today,
  fromFacility,
  result: null,
  admittedOn: null,
  dischargedOn: null,
  diagnosis: '',
  treatment: '',
  weight: '',
  advice: '',
  nextDue: null,
  agreed: false,
});

/**
 * Fills the form from a hospital's note, to be read and saved. A day of discharge means that the infant was treated.
 */
export const counterFormFrom = ({ from, stay }: NoteFacts, today: LocalDate): JsonObject => ({
  ...emptyCounterForm(today, from.centre),
  result: stay.dischargedOn === null ? null : 'treated',
  admittedOn: stay.admittedOn,
  dischargedOn: stay.dischargedOn,
  diagnosis: stay.diagnosis ?? '',
  treatment: stay.treatment ?? '',
  weight: stay.weightG === null ? '' : String(stay.weightG),
  advice: stay.advice ?? '',
  nextDue: stay.nextVisitOn,
  agreed: stay.nextVisitOn !== null,
});
