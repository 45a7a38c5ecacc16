/** One row per infant and scheduled visit, in the columns of a low-birth-weight follow-up file. */
export type VisitRow = {
  readonly infant: number;
  readonly mother: number;
  readonly birth_count: number;
  readonly birth_order: number;
  readonly sex: 'M' | 'F';
  readonly gestational_age_days: number | null;
  readonly visit_week: number;
  readonly attended: 0 | 1;
  readonly age_days: number | null;
  readonly weight_g: number | null;
  readonly length_cm: number | null;
  readonly head_circumference_cm: number | null;
  readonly muac_mm: number | null;
};

export const VISIT_WEEKS = [0, 1, 2, 4, 6, 10, 14, 18, 26] as const;

const VISIT_COLUMNS = [
  'infant',
  'mother',
  'birth_count',
  'birth_order',
  'sex',
  'gestational_age_days',
  'visit_week',
  'attended',
  'age_days',
  'weight_g',
  'length_cm',
  'head_circumference_cm',
  'muac_mm',
] as const satisfies readonly (keyof VisitRow)[];

export const visitHeader: string = VISIT_COLUMNS.join(',');

/** The row as a CSV line, without line end; a missing value is empty. No value needs quotes. */
export const visitLine = (row: VisitRow): string => VISIT_COLUMNS.map((column) => row[column] ?? '').join(',');
