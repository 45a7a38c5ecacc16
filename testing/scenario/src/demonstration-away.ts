/** Families who did not come: late, lost, or in hospital. */
import type { JsonObject } from '@denba/records/canonical-json';
import type { DayOffset, DemonstrationDraft } from './demonstration-draft.ts';
import type { DemonstrationFamily } from './demonstration-family.ts';
import { inFollowUp, type Teller } from './demonstration-told.ts';
import { happened } from './demonstration-visits.ts';

/** A pair that is `days` late; from 28 days on it is a defaulter. */
export const late = (days: number, ageDays: number): Teller =>
  inFollowUp({
    ageDays,
    enrolledAt: 12,
    lastSeen: -days - 14,
    nextDue: -days,
    situations: [days >= 28 ? 'defaulter' : 'late'],
  });

/** Missed two visits, was traced once, and was not found. */
export const tracedInVain = (ageDays: number): Teller =>
  inFollowUp({
    ageDays,
    enrolledAt: 9,
    lastSeen: -37,
    nextDue: -23,
    situations: ['traced', 'defaulter'],
    after: (family) =>
      family.infants.map((child) =>
        happened(family, child, 'tracing', -12, {
          tracing_result: 'not_found',
          tracing_note: 'La famille est au champ, la voisine transmettra.',
        }),
      ),
  });

/** Referred to hospital with a danger sign at the last visit, and still there. */
export const inHospital = (sentOn: DayOffset, ageDays: number): Teller =>
  inFollowUp({
    ageDays,
    enrolledAt: 10,
    lastSeen: sentOn,
    nextDue: sentOn + 7,
    situations: ['inHospital'],
    over: (_visit, last) => (last ? { answers: illAnswers } : {}),
    after: (family) => sentToHospital(family, sentOn),
  });

/** Was in hospital for a week, discharged on `outOn`, to be seen again. */
export const backFromHospital = (outOn: DayOffset, ageDays: number): Teller =>
  inFollowUp({
    ageDays,
    enrolledAt: 10,
    lastSeen: outOn - 7,
    nextDue: outOn,
    situations: ['backFromHospital'],
    over: (_visit, last) => (last ? { answers: illAnswers } : {}),
    after: (family) => [
      ...sentToHospital(family, outOn - 7),
      ...family.infants.map((child) =>
        happened(
          family,
          child,
          'return-to-care',
          outOn,
          { entry_type: 'post_inpatient', from_facility: 'CSRéf de Kalabancoro' },
          { inpatient_discharge_date: outOn },
        ),
      ),
    ],
  });

export const illAnswers: JsonObject = {
  d_feed: 'not_well',
  temp_c: 38.4,
  temp_feel: 'hot',
  fever_reported: true,
  f14: true,
  f5: 'not_effective',
  referral_to: 'inpatient',
};

export const sentToHospital = (family: DemonstrationFamily, day: DayOffset): readonly DemonstrationDraft[] =>
  family.infants.map((child) =>
    happened(family, child, 'transfer', day, {
      transfer: 'temporary',
      to_facility: 'CSRéf de Kalabancoro',
      referral_to: 'inpatient',
      transfer_reason: 'Tète mal, fièvre',
      urgent: true,
    }),
  );
