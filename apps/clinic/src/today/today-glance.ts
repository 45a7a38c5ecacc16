/**
 * The glance: the list of the day as it is saved for the next unlock, before the rows of all families are read. For
 * each group its number and its first rows, for today and the next days. Sealed on the phone like everything else.
 */

import type { CareRules } from '@denba/protocols/care/follow-up/follow-up-rules';
import type { CareRow } from '@denba/protocols/care/lists/care-row';
import { dueToday } from '@denba/protocols/care/lists/due-today';
import type { OwnPlaces } from '@denba/protocols/care/lists/listed-status';
import { addDays, type LocalDate } from '@denba/quantities/local-date';
import type { JsonValue } from '@denba/records/canonical-json';
import type { FamilyId } from '@denba/records/ids';
import { ROWS_AT_ONCE, type TodayGroup, todayGroups } from './today-groups.ts';

/** Enough for a long weekend. */
export const GLANCE_DAYS = 4;

export type TodayGlance = {
  readonly families: number;
  readonly days: { readonly [day: string]: readonly TodayGroup[] };
};

/** Yields after each day, because ten thousand families take a cheap phone a while. */
export function* makeGlance(
  rows: ReadonlyMap<FamilyId, CareRow>,
  rules: CareRules,
  today: LocalDate,
  here: OwnPlaces = null,
): Generator<void, TodayGlance> {
  const days: Record<string, readonly TodayGroup[]> = {};
  for (let ahead = 0; ahead < GLANCE_DAYS; ahead += 1) {
    const day = addDays(today, ahead);
    const groups = todayGroups(dueToday(rows.values(), rules, day, here));
    days[day] = groups.map(({ items, ...group }) => ({ ...group, items: items.slice(0, ROWS_AT_ONCE) }));
    yield;
  }
  return { families: rows.size, days };
}

export const glanceToJson = (glance: TodayGlance): JsonValue => glance as unknown as JsonValue;

/** The store has checked that it was written by this version. Returns `null` when it does not contain the day. */
export const glanceFromJson = (json: JsonValue, today: LocalDate): TodayGlance | null => {
  const glance = json as unknown as TodayGlance;
  return glance.days[today] === undefined ? null : glance;
};
