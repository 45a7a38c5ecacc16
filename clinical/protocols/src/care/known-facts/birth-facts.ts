/** What the record knows of a child's birth, under the names of the protocols' data elements. */
import { completedMonthsBetween } from '@denba/quantities/local-date';
import type { PersonId } from '@denba/records/ids';
import type { Timeline } from '@denba/records/timeline/timeline';
import { type EntryOf, entriesAbout } from './entries-about.ts';
import { answerIn, createRecordReader, lastOf, type Said } from './last-said.ts';
import { visitsOf } from './visits-of.ts';

const MONTHS_PER_YEAR = 12;
const DAYS_PER_WEEK = 7;

export type Facts = Readonly<Record<string, unknown>>;

/**
 * Unknown facts are absent. `lasting`: names of elements whose last recorded answer, at birth or at a visit, is valid.
 */
export const birthFacts = (timeline: Timeline, child: PersonId, lasting: readonly string[]): Facts => {
  const { said } = createRecordReader(timeline);
  const births = entriesAbout(timeline, child, 'birth');
  const visits = visitsOf(timeline, child);
  const ofAll = childrenOfBirth(timeline, child).flatMap((twin) => visitsOf(timeline, twin));
  const known: Record<string, unknown> = { ...identity(timeline, child, births), ...livingOfBirth(timeline, child) };
  const ages = motherAges(timeline, child);
  const stays = entriesAbout(timeline, child, 'caregiver-change').map((change) => {
    const reason = said(change, 'change_reason');
    const absent = awayBy[String(reason?.value)];
    return reason === null || absent === undefined ? null : { at: reason.at, value: absent };
  });
  for (const name of lasting) {
    const home = homes[name];
    const value = lastOf([
      ...births.map((birth) => {
        const found = home === undefined ? null : said(birth, home.field);
        return found === null || home === undefined ? null : { ...found, value: home.read(found.value, birth) };
      }),
      ...(ofMother.has(name) ? ofAll : visits).map((visit) => said(visit, name)),
      ...(name === 'mother_age' ? ages : []),
      ...(name === 'mother_absent' ? stays : []),
    ]);
    if (value !== null && value !== undefined) known[name] = value;
  }
  return known;
};

/**
 * Elements asked about the mother or the home: an answer at the visit of one twin is valid for all children of the
 * birth.
 */
const ofMother: ReadonlySet<string> = new Set([
  'hiv',
  'art',
  'mother_chronic_illness',
  'prior_infant_death',
  'displaced',
]);

/** Ids of all children of the same birth, this child included. */
export const childrenOfBirth = ({ children }: Timeline, id: PersonId): readonly PersonId[] => {
  const pregnancy = children.find((child) => child.id === id)?.pregnancy ?? null;
  return pregnancy === null ? [id] : children.filter((child) => child.pregnancy === pregnancy).map((child) => child.id);
};

/** Whether the mother is away, by the reason of a change of caregiver: she left, or came back. */
const awayBy: Readonly<Record<string, boolean>> = { mother_absent: true, mother_back: false };

/**
 * The number of living children of a multiple birth. For children without a record, only what the family said at the
 * registration is known.
 */
const livingOfBirth = (timeline: Timeline, id: PersonId): Facts => {
  const { children, persons } = timeline;
  const child = children.find((candidate) => candidate.id === id);
  if (child === undefined || child.pregnancy === null || (child.birthCount ?? 1) < 2) return {};
  const born = children.filter(({ pregnancy }) => pregnancy === child.pregnancy);
  const dead = new Set(persons.flatMap(({ id: person, died }) => (died === null ? [] : [person])));
  const living = born.filter((one) => one.stillborn !== true && !dead.has(one.id)).length;
  if (born.length >= (child.birthCount ?? 0)) return { infants_alive: living };
  const told = entriesAbout(timeline, id, 'birth')
    .map((birth) => answerIn(birth, 'infants_alive'))
    .findLast((said) => typeof said === 'number');
  // Children with a record were alive on the day of the registration; those who died since are subtracted.
  return told === undefined ? {} : { infants_alive: Math.max(living, Number(told) - (born.length - living)) };
};

const identity = (timeline: Timeline, id: PersonId, births: readonly EntryOf<'birth'>[]): Facts => {
  const child = timeline.children.find((candidate) => candidate.id === id);
  const precision = births.map((birth) => answerIn(birth, 'birth_date_precision')).findLast((said) => said !== null);
  return {
    ...(child?.sex == null ? {} : { sex: child.sex }),
    ...(child?.birthDate == null ? {} : { birth_date: child.birthDate }),
    // The protocol only asks whether the exact day is known: every lower precision counts as estimated.
    ...(precision == null ? {} : { dob_precision: precision === 'exact' ? 'exact' : 'estimated' }),
  };
};

type Home = { readonly field: string; readonly read: (value: unknown, birth: EntryOf<'birth'>) => unknown };

const asIs = (field: string): Home => ({ field, read: (value) => value });

/** For each data element, the field of the form `birth` that holds it, and how it is converted. */
const homes: Readonly<Record<string, Home>> = {
  birth_weight_g: asIs('birth_weight_g'),
  bw_source: asIs('bw_source'),
  born_very_small: asIs('born_very_small'),
  ga_method: asIs('ga_method'),
  birth_place: asIs('birth_place'),
  delivery_mode: asIs('delivery_mode'),
  ga_weeks: { field: 'gestational_age_days', read: (days) => Math.floor(Number(days) / DAYS_PER_WEEK) },
  ga_days: {
    field: 'gestational_age_days',
    read: (days, birth) => (answerIn(birth, 'gestational_age_to') === 'week' ? null : Number(days) % DAYS_PER_WEEK),
  },
  born_early: {
    field: 'gestation_category',
    read: (category) => (category === 'preterm' ? true : category === 'term' ? false : null),
  },
  multiple_birth: {
    field: 'birth_count',
    read: (count) => (Number(count) > 2 ? 'triplets_plus' : count === 2 ? 'twins' : count === 1 ? 'single' : null),
  },
};

/**
 * The mother's age on the day of the birth, in completed years. When only the year of her birth is known, the recorded
 * date is the middle of it.
 */
const motherAges = (timeline: Timeline, id: PersonId): readonly (Said | null)[] => {
  const { said } = createRecordReader(timeline);
  const child = timeline.children.find((candidate) => candidate.id === id);
  const mother = timeline.persons.find((person) => person.id === child?.mother);
  if (child?.birthDate == null || mother?.birthDate == null) return [];
  const value = Math.floor(completedMonthsBetween(mother.birthDate, child.birthDate) / MONTHS_PER_YEAR);
  return entriesAbout(timeline, null, 'register-family').map((entry) => {
    const at = said(entry, 'mother_birth_date')?.at;
    return at === undefined ? null : { at, value };
  });
};
