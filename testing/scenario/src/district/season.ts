/**
 * The hard season of the south of Mali as a number for each day: 0 in the dry months, rising from June, 1 in August,
 * over in November. Hunger before the harvest, rain, malaria and roads that are cut come together. A simulation
 * setting.
 */
import { daysInMonth, type LocalDate } from '@denba/quantities/local-date';

/** The value in the middle of each month. */
const BY_MONTH = [0, 0, 0, 0, 0.15, 0.5, 0.85, 1, 0.85, 0.5, 0.1, 0] as const;

export const hardSeason = (day: LocalDate): number => {
  const [year, month, date] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
  const position = month - 1 + (date - 1) / daysInMonth(year, month) - 0.5;
  const before = Math.floor(position);
  const [a, b] = [BY_MONTH[(before + 12) % 12] ?? 0, BY_MONTH[(before + 13) % 12] ?? 0];
  return a + (b - a) * (position - before);
};
