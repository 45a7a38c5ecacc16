/**
 * A child who was sent to a hospital before it was ever in care, so that no stay in care shows it. It counts as in
 * hospital until there is any news: a counter-referral, a return, a visit, a refusal, another transfer.
 */
import type { LocalDate } from '@denba/quantities/local-date';
import type { PersonId } from '@denba/records/ids';
import { isStay } from '@denba/records/timeline/project-episodes';
import type { Timeline } from '@denba/records/timeline/timeline';
import { entriesAbout } from '../known-facts/entries-about.ts';

const heardOf = ['counter-referral', 'return-to-care', 'refusal', 'mami-exit', 'death'] as const;
const seenHere = ['mami-screen', 'mami-assessment', 'mami-visit', 'growth-visit'] as const;

/** The day on which the child was sent; `null` when it is not in hospital. */
export const sentToHospitalOn = (timeline: Timeline, child: PersonId): LocalDate | null => {
  const last = entriesAbout(timeline, child, 'transfer', ...heardOf, ...seenHere).at(-1);
  if (last?.form.kind !== 'transfer' || last.form.answers.transfer !== 'temporary') return null;
  return isStay(last.form.answers.referral_to) ? last.occurredOn : null;
};
