/**
 * The children followed by the calendar, with what was known at each visit; the inputs are read from the columns on
 * demand.
 */

import type { CalendarChild, KnownOn } from '@denba/protocols/what-if/calendar/calendar-children';
import type { FollowedChild } from '@denba/protocols/what-if/calendar/calendar-comparison';
import { type AssessmentColumns, inputsAt } from '@denba/protocols/what-if/replay/assessment-columns';
import type { RecordedAssessment } from '@denba/protocols/what-if/replay/recorded-assessments';
import { localDate } from '@denba/quantities/local-date';

/** `columns`: of `known`, in the same order. */
export const followedChildren = (
  children: readonly CalendarChild[],
  known: readonly RecordedAssessment[],
  columns: AssessmentColumns,
): readonly FollowedChild[] => {
  const visits = new Map<string, KnownOn[]>();
  for (const [index, { child, inputs }] of known.entries()) {
    const of = visits.get(child) ?? [];
    of.push({ on: localDate(String(inputs['visit_date'])), inputs: () => inputsAt(columns, index) });
    visits.set(child, of);
  }
  return children.map((one) => ({
    ...one,
    told: [...one.told, ...(visits.get(one.child) ?? [])].toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)),
  }));
};
