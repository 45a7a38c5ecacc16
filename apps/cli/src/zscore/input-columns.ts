/** The columns that `denba zscore` reads from a file of measurements, and their positions. */
import { Stop } from '../command-line/failure.ts';
import { columnsMissing, locateColumns } from '../input/header-columns.ts';
import type { CsvInput } from '../input/read-csv.ts';

export const inputColumns = [
  'sex',
  'age_days',
  'birth_date',
  'date',
  'weight_kg',
  'weight_g',
  'length_cm',
  'measured',
  'head_circumference_cm',
  'muac_mm',
  'muac_cm',
  'triceps_mm',
  'subscapular_mm',
  'oedema',
  'gestational_age_days',
  'id',
  'infant',
] as const;

export type InputColumn = (typeof inputColumns)[number];
export type ColumnPlaces = ReadonlyMap<InputColumn, number>;

const measurements: readonly InputColumn[] = [
  'weight_kg',
  'weight_g',
  'length_cm',
  'head_circumference_cm',
  'muac_mm',
  'muac_cm',
  'triceps_mm',
  'subscapular_mm',
];

/** Ends the command when nothing can be computed: no sex, no age, or no measurement at all. */
export const locateInput = ({ file, header }: Pick<CsvInput, 'file' | 'header'>): ColumnPlaces => {
  const places = locateColumns(file, header, inputColumns);
  const missing: string[] = [];
  if (!places.has('sex')) missing.push('sex');
  if (!places.has('age_days') && !(places.has('birth_date') && places.has('date'))) missing.push('age_days');
  if (!measurements.some((name) => places.has(name))) missing.push('weight_kg');
  if (missing.length === 0) return places;
  throw new Stop(
    columnsMissing(file, header, missing, {
      fr: "Il faut sex, age_days (ou birth_date et date) et au moins une mesure (weight_kg, length_cm…) : renommez l'en-tête. « denba zscore --help » donne la liste.",
      en: 'It needs sex, age_days (or birth_date and date) and at least one measurement (weight_kg, length_cm…): rename the heading. “denba zscore --help” has the list.',
    }),
  );
};
