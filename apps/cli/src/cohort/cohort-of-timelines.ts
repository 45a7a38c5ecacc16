/** Builds the cohort from the families' timelines: the infants with their visits. */
import type { Sex } from '@denba/growth/sex';
import type { Encounter, Timeline } from '@denba/records/timeline/timeline';
import type { Cohort, CohortInfant, CohortVisit } from './cohort.ts';

export const cohortOfTimelines = (timelines: Iterable<Timeline>): Cohort => {
  const mothers = new Set<string>();
  const infants: CohortInfant[] = [];
  for (const { children, persons, encounters } of timelines) {
    for (const { id, roles } of persons) if (roles.includes('mother')) mothers.add(id);
    for (const { id, sex, gestationalAgeDays, birthCount } of children) {
      infants.push({
        id,
        sex: sexOf(sex),
        gestationalAgeDays,
        birthCount,
        visits: encounters.filter(({ child }) => child === id).map(visitOf),
      });
    }
  }
  return { mothers: mothers.size, infants };
};

/** The growth standards know only M and F: any other code counts as an unknown sex. */
const sexOf = (code: string | null): Sex | null => (code === 'M' || code === 'F' ? code : null);

const visitOf = ({ form: { answers } }: Encounter): CohortVisit => {
  const extra: Readonly<Record<string, unknown>> = answers;
  const number = (name: string): number | null => {
    const value = extra[name];
    return typeof value === 'number' ? value : null;
  };
  return {
    week: number('visit_week') ?? Number.NaN,
    ageDays: number('age_days'),
    weightG: answers.weight_g,
    lengthCm: answers.length_cm,
    headCm: answers.head_cm,
    muacMm: answers.muac_mm,
  };
};
