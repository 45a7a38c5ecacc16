/** Rows of a visits file → entries → families and timelines → assessments → report. */
import type { CompiledProtocol } from '@denba/protocols/compile/compiled-protocol';
import { localDate } from '@denba/quantities/local-date';
import { foldFamilies } from '@denba/records/timeline/fold-families';
import type { Reviews } from '../input/review.ts';
import { createVisitAssessor } from './assess-visits.ts';
import type { VisitRow } from './cohort.ts';
import { cohortOfTimelines } from './cohort-of-timelines.ts';
import { type CohortReport, cohortReport } from './cohort-report.ts';
import { entriesOfVisits } from './entries-of-visits.ts';

/** A visits file has ages and no dates: every infant is given this birth date. */
const referenceBirthDate = localDate('2024-01-01');

export const makeReport = (given: {
  readonly file: string;
  readonly rows: readonly VisitRow[];
  readonly reviews: Reviews;
  readonly protocol: CompiledProtocol;
  readonly nowMs: number;
}): CohortReport => {
  const { file, rows, reviews, protocol, nowMs } = given;
  const { cohort, familySizes } = cohortOfRows(rows, reviews, nowMs);
  const assess = createVisitAssessor(protocol, referenceBirthDate);
  return cohortReport({
    file,
    rows: rows.length,
    toReview: reviews.total,
    familySizes,
    cohort,
    assessed: cohort.infants.map(assess),
    protocol,
  });
};

/** A function of its own, so that entries and timelines can be freed before the assessments start. */
const cohortOfRows = (rows: readonly VisitRow[], reviews: Reviews, nowMs: number) => {
  const settings = { birthDate: referenceBirthDate, nowMs, author: 'denba cohort' };
  const timelines = [...foldFamilies(entriesOfVisits(rows, settings, reviews)).values()];
  return {
    cohort: cohortOfTimelines(timelines),
    familySizes: timelines.map(({ children }) => children.length),
  };
};
