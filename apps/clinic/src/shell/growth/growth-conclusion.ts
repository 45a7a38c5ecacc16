/** The conclusion of the protocol on growth when the child was last weighed. */
import { conclusionIn } from '@denba/protocols/care/known-facts/earlier-visits';
import { visitsOf } from '@denba/protocols/care/known-facts/visits-of';
import type { LocalDate } from '@denba/quantities/local-date';
import type { Text } from '@denba/quantities/text';
import type { PersonId } from '@denba/records/ids';
import type { ReadEntry, Timeline } from '@denba/records/timeline/timeline';
import type { MeasuredDay } from './growth-point.ts';

export type GrowthConclusion = {
  readonly code: string;
  readonly on: LocalDate;
  /** The sentence of the row that gives this conclusion today; `null` when today's record would give another one. */
  readonly sentence: Text | null;
};

/**
 * The conclusion as it was shown at the visit, else as the same rules conclude from the record today. Null when the
 * child was never weighed or nothing was concluded.
 */
export const conclusionOf = (
  timeline: Timeline,
  child: PersonId,
  days: readonly MeasuredDay[],
): GrowthConclusion | null => {
  const weighed = days.findLast(
    ({ measurement, value }) =>
      measurement.from !== 'birth' && measurement.from !== 'card' && value('weight_used_g') !== null,
  );
  if (weighed === undefined) return null;
  const visit = visitsOf(timeline, child).find(({ entry }) => entry.id === weighed.measurement.entry);
  const shown = visit === undefined || isOutdated(visit) ? null : conclusionIn(visit.findings, 'growth_class');
  const today = weighed.value('growth_class');
  const code = shown ?? today;
  if (typeof code !== 'string') return null;
  const row = weighed.assessment.trace.find(({ table }) => table === 'growth_conclusion');
  return { code, on: weighed.measurement.on, sentence: code === today && row !== undefined ? row.reason : null };
};

/** The visit was corrected on a device whose app did not compute the conclusions again. */
const isOutdated = ({ findings, entry, corrections }: ReadEntry): boolean =>
  findings === entry.findings && corrections.some(({ undone, set }) => !undone && set !== null);
