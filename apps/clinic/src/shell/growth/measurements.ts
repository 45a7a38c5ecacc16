/**
 * All measurements of a child, sorted by day, as the record reads today: with corrections, under the ids that merges
 * leave, without what was withdrawn. They include the measurements at birth, weights copied from the card and the
 * weight at discharge from hospital.
 */
import type { Facts } from '@denba/protocols/care/known-facts/birth-facts';
import { entriesAbout } from '@denba/protocols/care/known-facts/entries-about';
import { answerIn } from '@denba/protocols/care/known-facts/last-said';
import { visitsOf } from '@denba/protocols/care/known-facts/visits-of';
import type { LocalDate } from '@denba/quantities/local-date';
import type { EntryId, PersonId } from '@denba/records/ids';
import type { ReadEntry, Timeline } from '@denba/records/timeline/timeline';

export type Measurement = {
  /** The entry that contains the measurement; `null` for a birth weight that was only reported at a visit. */
  readonly entry: EntryId | null;
  readonly from: 'birth' | 'visit' | 'card' | 'hospital';
  readonly on: LocalDate;
  /** Values by the names of the protocol's data elements, second readings included. */
  readonly answers: Facts;
  /** Names of the answers that the worker confirmed, either when asked or by taking a second reading. */
  readonly confirmed: readonly string[];
};

/** The data elements that a visit may measure on the child. */
export const measureNames = [
  ...['weight_g', 'weight_2_g', 'weight_3_g', 'length_cm', 'length_2_cm', 'length_3_cm', 'measured'],
  ...['muac_mm', 'muac_2_mm', 'muac_3_mm', 'head_cm', 'head_2_cm', 'oedema'],
] as const;

/** `facts`: what the record knows about the birth (`birthFacts`). */
export const measurementsOf = (timeline: Timeline, child: PersonId, facts: Facts): readonly Measurement[] => {
  const visits = visitsOf(timeline, child);
  return [
    ...atBirth(timeline, child, facts),
    ...visits.map((visit) => ofEntry(visit, 'visit', visit.occurredOn, known(visit, measureNames))),
    ...visits.flatMap((visit) => {
      const [weight_g, on] = [answerIn(visit, 'card_weight_g'), answerIn(visit, 'card_weight_date')];
      return weight_g === null || on === null ? [] : [ofEntry(visit, 'card', on as LocalDate, { weight_g })];
    }),
    ...entriesAbout(timeline, child, 'counter-referral').flatMap((note) => {
      const { weight_g, discharged_on } = note.form.answers;
      return weight_g === null || discharged_on === null
        ? []
        : [ofEntry(note, 'hospital', discharged_on, { weight_g })];
    }),
  ]
    .filter(({ answers }) => Object.keys(answers).some((name) => name !== 'measured' && name !== 'oedema'))
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
};

const atBirth = (timeline: Timeline, id: PersonId, facts: Facts): readonly Measurement[] => {
  const child = timeline.children.find((candidate) => candidate.id === id);
  if (child === undefined || child.birthDate === null) return [];
  const births = entriesAbout(timeline, id, 'birth');
  const said = (field: string): unknown =>
    births.map((birth) => answerIn(birth, field)).findLast((value) => value !== null);
  const answers = {
    weight_g: facts['birth_weight_g'],
    length_cm: said('birth_length_cm'),
    head_cm: said('birth_head_cm'),
  };
  const given = Object.fromEntries(
    Object.entries(answers).filter(([, value]) => value !== null && value !== undefined),
  );
  return [{ entry: child.birth, from: 'birth', on: child.birthDate, answers: given, confirmed: [] }];
};

const ofEntry = (read: ReadEntry, from: Measurement['from'], on: LocalDate, answers: Facts): Measurement => {
  const confirmed = answerIn(read, 'confirmed');
  return {
    entry: read.entry.id,
    from,
    on,
    answers,
    confirmed: [
      ...(typeof confirmed === 'object' && confirmed !== null ? Object.keys(confirmed) : []),
      ...Object.entries(secondReadings).flatMap(([second, name]) => (Object.hasOwn(answers, second) ? [name] : [])),
    ],
  };
};

const secondReadings = {
  weight_2_g: 'weight_g',
  length_2_cm: 'length_cm',
  muac_2_mm: 'muac_mm',
  head_2_cm: 'head_cm',
} as const;

const known = (read: ReadEntry, names: readonly string[]): Facts =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = answerIn(read, name);
      return value === null ? [] : [[name, value] as const];
    }),
  );
