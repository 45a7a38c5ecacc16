/** Infants followed from birth by scheduled visits, as the report reads them. `null` means unknown. */
import type { Sex } from '@denba/growth/sex';

export type VisitRow = {
  readonly line: number;
  readonly infant: string;
  readonly mother: string | null;
  readonly birthCount: number | null;
  readonly birthOrder: number | null;
  readonly sex: Sex | null;
  readonly gestationalAgeDays: number | null;
  /** The week of age for which the visit was planned. */
  readonly week: number;
  readonly attended: boolean;
} & Measurements;

export type Measurements = {
  readonly ageDays: number | null;
  readonly weightG: number | null;
  readonly lengthCm: number | null;
  readonly headCm: number | null;
  readonly muacMm: number | null;
};

export type CohortVisit = Measurements & { readonly week: number };

export type CohortInfant = {
  readonly id: string;
  readonly sex: Sex | null;
  readonly gestationalAgeDays: number | null;
  readonly birthCount: number | null;
  /** Attended visits, in the order in which they happened. */
  readonly visits: readonly CohortVisit[];
};

export type Cohort = {
  readonly mothers: number;
  readonly infants: readonly CohortInfant[];
};

export const visitAt = (infant: CohortInfant, week: number): CohortVisit | null =>
  infant.visits.find((visit) => visit.week === week) ?? null;
