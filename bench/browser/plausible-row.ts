/**
 * A list row with what the list of the day and the search need, for benchmarks of the device without the app's own
 * rows.
 */
import { addDays, type LocalDate } from '@denba/quantities/local-date';
import type { Entry } from '@denba/records/entry';
import type { FamilyId } from '@denba/records/ids';
import { foldFamilies } from '@denba/records/timeline/fold-families';
import type { Timeline } from '@denba/records/timeline/timeline';

export type PlausibleRow = {
  readonly mother: string | null;
  readonly phone: string | null;
  readonly village: string | null;
  readonly card: string | null;
  readonly children: readonly {
    readonly id: string;
    readonly name: string | null;
    readonly sex: string | null;
    readonly birthDate: LocalDate | null;
    readonly status: string | null;
  }[];
  readonly class: string | null;
  readonly due: LocalDate | null;
  readonly lastSeen: LocalDate | null;
};

export const plausibleRows = (
  entries: readonly Entry[],
): ReadonlyMap<FamilyId, { readonly families: readonly FamilyId[]; readonly row: PlausibleRow }> =>
  new Map(
    [...foldFamilies(entries)].map(([family, timeline]) => [
      family,
      { families: timeline.families, row: plausibleRow(timeline) },
    ]),
  );

const plausibleRow = (timeline: Timeline): PlausibleRow => {
  const last = timeline.encounters.at(-1);
  const days = last?.findings['next_visit_days'];
  const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
  return {
    mother: timeline.persons.find(({ roles }) => roles.includes('mother'))?.name ?? null,
    phone: timeline.contact.phone,
    village: timeline.contact.village,
    card: text(timeline.history[0]?.entry.answers['card_code']),
    children: timeline.children.map(({ id, sex, birthDate }) => ({
      id,
      name: timeline.persons.find((person) => person.id === id)?.name ?? null,
      sex,
      birthDate,
      status: timeline.episodes.find(({ child }) => child === id)?.status ?? null,
    })),
    class: text(last?.findings['pair_class']),
    due: last === undefined || typeof days !== 'number' ? null : addDays(last.on, days),
    lastSeen: last?.on ?? null,
  };
};

/** The people who are due by this day, the longest overdue first. */
export const duePeople = <Row extends Pick<PlausibleRow, 'due'>>(rows: Iterable<Row>, by: string): readonly Row[] =>
  [...rows].filter(({ due }) => due !== null && due <= by).sort((a, b) => ((a.due ?? '') < (b.due ?? '') ? -1 : 1));
