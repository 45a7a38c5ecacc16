/**
 * A birth with its outcome at the end of the neonatal period: the day of life on which the child died, and the last day
 * of life on which it was seen alive. Both are `null` for a child that nobody saw again: it is not taken for alive.
 */
import { addDays, daysBetween } from '@denba/quantities/local-date';
import type { Timeline } from '@denba/records/timeline/timeline';
import type { CountedFact } from './counted-fact.ts';

/** The fact is counted once these days are over (WHO: the neonatal period is days 0 to 27). */
const NEONATAL_DAYS = 28;

export const birthFollowed = (timeline: Timeline, plain: readonly CountedFact[]): readonly CountedFact[] =>
  plain.flatMap((birth) => {
    if (birth.kind !== 'birth') return [];
    const { on, subject } = birth;
    const died = timeline.persons.find(({ id }) => id === subject)?.died ?? null;
    const seen = timeline.encounters.filter(({ child }) => child === subject).map((one) => daysBetween(on, one.on));
    return [
      {
        ...birth,
        kind: 'birth-followed',
        since: addDays(on, NEONATAL_DAYS),
        attributes: {
          ...birth.attributes,
          died_days: died?.dayKnown === true ? daysBetween(on, died.on) : null,
          seen_alive_days: seen.length === 0 ? null : Math.max(...seen),
        },
      },
    ];
  });
