/**
 * How the records were kept: one fact per entry that counts, with the days from the event to its being written down.
 */

import { daysBetween, type LocalDate } from '@denba/quantities/local-date';
import type { Timeline } from '@denba/records/timeline/timeline';
import type { CountedFact } from './counted-fact.ts';

export const recordingFacts = ({ family, history }: Timeline): readonly CountedFact[] =>
  history
    .filter(({ withdrawn, form }) => !withdrawn && form.kind !== 'correction')
    .map(({ entry, subject, occurredOn: on, corrections }) => ({
      kind: 'recorded',
      on,
      place: entry.facility,
      family,
      subject,
      entry: entry.id,
      attributes: {
        delay_days: Math.max(0, daysBetween(on, entry.recordedAt.slice(0, 10) as LocalDate)),
        corrected: corrections.some(({ undone }) => !undone),
      },
    }));
