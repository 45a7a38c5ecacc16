/**
 * Which visits ask much the same and conclude alike: each is worked out from the last one like it. To tell too few or too
 * many apart costs time, and changes nothing that is written.
 */
import type { VisitOpening } from '@denba/protocols/care/visit/open-visit';
import { addDays, daysBetween, type LocalDate } from '@denba/quantities/local-date';
import type { JsonObject } from '@denba/records/canonical-json';

export const likenessOf = (form: string, { known }: VisitOpening, answers: JsonObject, on: LocalDate): string => {
  const { mother_status, diarrhoea, cough, mh_concern, bf_status, recent_inpatient, f1, phq1 } = answers;
  const born = String(known['birth_date']);
  const age = AGES.filter((days) => born <= addDays(on, -days)).length;
  const said = [mother_status, diarrhoea, cough, mh_concern, bf_status, recent_inpatient, f1, Number(phq1) > 1];
  const again = askedNowAndThen.map((name) => isLongSince(known, name, on));
  return [form, age, known['enrolled'], ...again, ...said].join(' ');
};

/** Days at which a form begins to ask something else. */
const AGES = [42, 61] as const;

/** What is asked again only some weeks after it was last answered. */
const askedNowAndThen = ['length_cm', 'mother_muac_mm', 'social_support'] as const;
const LONG = 28;

const isLongSince = ({ previous }: VisitOpening['known'], name: string, on: LocalDate): boolean => {
  const earlier = Array.isArray(previous) ? (previous as readonly JsonObject[]) : [];
  const last = earlier.findLast((visit) => (visit[name] ?? null) !== null)?.['visit_date'];
  return last === undefined || daysBetween(last as LocalDate, on) >= LONG;
};
