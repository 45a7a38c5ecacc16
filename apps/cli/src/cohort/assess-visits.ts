/**
 * Assesses every attended visit by a protocol, with what the visits file knows: measurements, sex, gestation, twins and
 * the earlier visits. Most answers of an assessment are unknown here, so the class is `incomplete` or worse, never
 * `low`.
 */
import type { Value } from '@denba/decisions/value';
import { createAssessor } from '@denba/protocols/assess/create-assessor';
import type { LiveAssessment } from '@denba/protocols/assess/live-assessment';
import type { CompiledProtocol } from '@denba/protocols/compile/compiled-protocol';
import { addDays, type LocalDate } from '@denba/quantities/local-date';
import { birthWeightG } from './birth-type.ts';
import type { CohortInfant, CohortVisit } from './cohort.ts';
import { restrictProtocol } from './restrict-protocol.ts';

export type AssessedVisit = {
  readonly visit: CohortVisit;
  readonly pairClass: string;
  /** Codes of the reasons for enrolment that the visit shows. */
  readonly reasons: readonly string[];
  /** Names of inputs beyond the protocol's hard limits, which count as unknown. */
  readonly refused: readonly string[];
};

/** The conclusions that the report needs from an assessment, and that the next visit needs from this one. */
const conclusions = ['pair_class', 'enrol_reasons', 'waz', 'wlz', 'feeding_class', 'growth_class'] as const;

export type VisitAssessor = (infant: CohortInfant) => readonly AssessedVisit[];

export const createVisitAssessor = (protocol: CompiledProtocol, birthDate: LocalDate): VisitAssessor => {
  const { assess, reassess } = createAssessor(restrictProtocol(protocol, conclusions));
  const integers = new Set(protocol.elements.flatMap(({ name, type }) => (type === 'integer' ? [name] : [])));
  /** The value for a whole-number element. Means are rounded down, so that they reach no cut-off by rounding up. */
  const whole = (name: string, value: number | null): number | null =>
    value !== null && integers.has(name) ? Math.floor(value) : value;
  // Most answers are unknown at every visit, so only what depends on a changed measurement is evaluated again.
  let last: LiveAssessment | null = null;
  return (infant) => {
    const known = {
      sex: infant.sex,
      birth_date: birthDate,
      birth_weight_g: whole('birth_weight_g', birthWeightG(infant)),
      ...gestation(infant.gestationalAgeDays),
      multiple_birth: multiple(infant.birthCount),
      visit_type: 'followup',
    };
    let previous: readonly Readonly<Record<string, Value>>[] = [];
    return infant.visits.map((visit) => {
      const measured = {
        visit_date: visit.ageDays === null ? null : addDays(birthDate, Math.round(visit.ageDays)),
        weight_g: whole('weight_g', visit.weightG),
        length_cm: visit.lengthCm,
        measured: 'lying',
        head_cm: visit.headCm,
        muac_mm: whole('muac_mm', visit.muacMm),
      };
      const inputs = { ...known, ...measured, previous };
      last = last === null ? assess(inputs) : reassess(last, inputs);
      const { problems } = last;
      const refused = problems.flatMap(({ field }) => (field.includes('[') ? [] : [field]));
      const kept = Object.fromEntries(
        Object.entries(measured).map(([name, value]) => [name, refused.includes(name) ? null : value]),
      );
      previous = [
        ...previous,
        {
          ...kept,
          waz: last.value('waz'),
          wlz: last.value('wlz'),
          feeding_class: last.value('feeding_class'),
          growth_class: last.value('growth_class'),
        },
      ];
      return {
        visit,
        pairClass: textOf(last.value('pair_class')),
        reasons: textsOf(last.value('enrol_reasons')),
        refused,
      };
    });
  };
};

const DAYS_PER_WEEK = 7;

const gestation = (days: number | null) =>
  days === null
    ? { ga_weeks: null, ga_days: null }
    : { ga_weeks: Math.floor(days / DAYS_PER_WEEK), ga_days: days % DAYS_PER_WEEK };

const multiple = (count: number | null): string | null =>
  count === null || count < 1 ? null : count === 1 ? 'single' : count === 2 ? 'twins' : 'triplets_plus';

const textOf = (value: Value | undefined): string => (typeof value === 'string' ? value : 'none');

const textsOf = (value: Value | undefined): readonly string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
