/** Months as `2026-03`, the newest first. */
import { addMonths, type LocalDate, localDate } from '@denba/quantities/local-date';

export const lastMonths = (today: LocalDate, count: number): readonly string[] => {
  const first = localDate(`${today.slice(0, 7)}-01`);
  return Array.from({ length: count }, (_, back) => addMonths(first, -back).slice(0, 7));
};
