/** The log of the hospital's single phone: it is chained once the families of all centres are simulated. */
import { addDays, daysBetween, type LocalDate } from '@denba/quantities/local-date';
import type { FamilyId } from '@denba/records/ids';
import { HOSPITAL } from './district-places.ts';
import { HOSPITAL_PHONE } from './family-means.ts';
import type { Note } from './family-story.ts';
import { chain, type Received } from './phone-log.ts';

/** The hospital sends every evening. `first`: the first day of the district. */
export const hospitalLog = (notes: readonly Note[], first: LocalDate, lastDay: LocalDate): readonly Received[] => {
  const evenings = Array.from({ length: daysBetween(first, lastDay) + 1 }, (_, day) => evening(addDays(first, day)));
  return chain(HOSPITAL_PHONE, notes, evenings);
};

const evening = (day: LocalDate): number => daysBetween(EPOCH, day) * 86_400_000 + 18 * 3_600_000;
const EPOCH = '1970-01-01' as LocalDate;

/** Since when the hospital knows each family that was referred to it: when the first referral reached the server. */
export const knownAtHospital = (received: readonly Received[]): ReadonlyMap<FamilyId, number> => {
  const since = new Map<FamilyId, number>();
  for (const { entry, receivedMs } of received) {
    const sent = entry.form.startsWith('transfer@') && entry.answers['to_facility_id'] === HOSPITAL;
    if (sent && !since.has(entry.family)) since.set(entry.family, receivedMs);
  }
  return since;
};
