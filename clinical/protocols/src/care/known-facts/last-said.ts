/**
 * The last answer in the record. A fact may be recorded at birth, at registration and at any visit: the one recorded
 * last is valid, and a correction counts from when it was made. So a birth weight read off the card at a visit replaces
 * the remembered one, and a later correction of the birth replaces both.
 */
import type { JsonValue } from '@denba/records/canonical-json';
import type { EntryId } from '@denba/records/ids';
import type { Correction, ReadEntry, Timeline } from '@denba/records/timeline/timeline';

/** A value with `at`, the position in the order of recording at which it was said. */
export type Said = { readonly at: number; readonly value: unknown };

export type RecordReader = {
  /**
   * What an entry says in one of its own fields, with the position of the last correction of that field, if any; `null`
   * when it says nothing.
   */
  readonly said: (read: ReadEntry, field: string) => Said | null;
};

export const createRecordReader = (timeline: Timeline): RecordReader => {
  const places = new Map(timeline.history.map(({ entry }, at) => [entry.id, at]));
  const placeOf = (entry: EntryId): number => places.get(entry) ?? -1;
  return {
    said: (read, field) => {
      const value = answerIn(read, field);
      if (value === null) return null;
      const corrected = read.corrections
        .filter((one) => !one.undone && sets(one, field))
        .map((one) => placeOf(one.entry));
      return { at: Math.max(placeOf(read.entry.id), ...corrected), value };
    },
  };
};

export const answerIn = ({ form }: ReadEntry, field: string): unknown =>
  'answers' in form ? ((form.answers as Readonly<Record<string, unknown>>)[field] ?? null) : null;

/** The value that was said last; `null` when nobody said anything. */
export const lastOf = (said: readonly (Said | null)[]): unknown => {
  let last: Said | null = null;
  for (const one of said) if (one !== null && (last === null || one.at >= last.at)) last = one;
  return last?.value ?? null;
};

const sets = ({ set, corrections }: Correction, field: string): boolean =>
  Object.hasOwn(set ?? ({} as Readonly<Record<string, JsonValue>>), field) ||
  corrections.some((one) => !one.undone && sets(one, field));
