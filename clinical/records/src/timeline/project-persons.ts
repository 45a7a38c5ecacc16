/**
 * Persons, pregnancies and children as they are known now, under the ids that merges keep: values of the kept record
 * win, and the duplicate fills in those that the kept record leaves unknown.
 */
import type { PersonId, PregnancyId } from '../ids.ts';
import { type ChildNote, type Notes, over, type PersonNote, type PregnancyNote, takeNotes } from './person-notes.ts';
import { byOccurrence } from './project-encounters.ts';
import type { Identities } from './resolve-merges.ts';
import type { Child, Contact, Person, Pregnancy, ReadEntry } from './timeline.ts';
import type { TimelineProblem } from './timeline-problem.ts';

export type People = {
  readonly persons: readonly Person[];
  readonly pregnancies: readonly Pregnancy[];
  readonly children: readonly Child[];
  readonly contact: Contact;
  readonly problems: readonly TimelineProblem[];
};

/** `entries`: those that are not withdrawn, in the order of recording, with subjects as recorded (before merges). */
export const projectPeople = (entries: readonly ReadEntry[], identities: Identities): People => {
  const notes = takeNotes(entries);
  const changes = takeovers(entries, identities);
  const told = merged(notes.children, identities);
  const children = told.map((child) => asChild(child, identities, changes));
  return {
    persons: merged(notes.persons, identities).map(asPerson),
    pregnancies: [...notes.pregnancies].map(([id, noted]) => asPregnancy(id, noted, told, identities)),
    children,
    contact: contactOf(notes, identities),
    problems: notes.problems,
  };
};

/**
 * Contact details of the kept family, with gaps filled from the families merged into it, whichever was registered
 * later.
 */
const contactOf = ({ contacts }: Notes, { family }: Identities): Contact => {
  const kept = [...contacts].filter(([id]) => family(id) === id);
  const others = [...contacts].filter(([id]) => family(id) !== id);
  const said = [...others, ...kept].reduce<Partial<Contact>>((earlier, [, later]) => over(earlier, later), {});
  return { ...noContact, ...said };
};

const noContact: Contact = {
  phone: null,
  village: null,
  distanceMin: null,
  chw: null,
  cardCode: null,
  fatherName: null,
  fatherPhone: null,
  language: null,
};

type Takeover = Child['caregivers'][number] & { readonly child: PersonId | null };

/**
 * Changes of caregiver, in the order in which they happened, not in which they were recorded. A caregiver named at the
 * registration of the family cares for all its children (`child` is `null`).
 */
const takeovers = (entries: readonly ReadEntry[], { person }: Identities): readonly Takeover[] =>
  entries.toSorted(byOccurrence).flatMap(({ form, subject, occurredOn: from }): readonly Takeover[] => {
    if (form.kind === 'caregiver-change') {
      return subject === null ? [] : [{ child: person(subject), id: person(form.answers.caregiver), from }];
    }
    if (form.kind !== 'register-family' || form.answers.caregiver === null) return [];
    return [{ child: null, id: person(form.answers.caregiver), from }];
  });

type Merged<Note> = {
  readonly id: PersonId;
  readonly sameAs: readonly PersonId[];
  /** Notes of all merged records, those of the kept record last, because later notes win. */
  readonly notes: readonly Note[];
};

/** Notes grouped under the ids that merges keep, sorted by id. */
const merged = <Note>(notes: ReadonlyMap<PersonId, Note>, { person }: Identities): readonly Merged<Note>[] => {
  const groups = new Map<PersonId, PersonId[]>();
  for (const id of [...notes.keys()].sort()) groups.set(person(id), [...(groups.get(person(id)) ?? []), id]);
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, ids]) => {
      const sameAs = ids.filter((other) => other !== id);
      return { id, sameAs, notes: [...sameAs.toReversed(), id].flatMap((other) => notes.get(other) ?? []) };
    });
};

const asPerson = ({ id, sameAs, notes }: Merged<PersonNote>): Person => ({
  name: null,
  sex: null,
  birthDate: null,
  phone: null,
  died: null,
  ...notes.reduce((earlier, later) => over(earlier, later), {}),
  id,
  sameAs,
  roles: [...new Set(notes.flatMap((note) => note.roles ?? []))].sort(),
});

const asChild = ({ id, notes }: Merged<ChildNote>, { person }: Identities, changes: readonly Takeover[]): Child => {
  const caregivers = changes
    .filter(({ child }) => child === null || child === id)
    .map(({ id: caregiver, from }) => ({ id: caregiver, from }));
  const said = notes.reduce((earlier, later) => over(earlier, later), {});
  return {
    pregnancy: null,
    sex: null,
    birthDate: null,
    stillborn: null,
    birthCount: null,
    birthOrder: null,
    gestationalAgeDays: null,
    birthWeightG: null,
    birth: null,
    ...said,
    id,
    mother: said.mother ? person(said.mother) : null,
    caregiver: caregivers.at(-1)?.id ?? null,
    caregivers,
  };
};

const asPregnancy = (
  id: PregnancyId,
  noted: PregnancyNote,
  children: readonly Merged<ChildNote>[],
  { person }: Identities,
): Pregnancy => ({
  lastPeriodOn: null,
  dueOn: null,
  gravidity: null,
  parity: null,
  ended: null,
  ...noted,
  id,
  mother: noted.mother ? person(noted.mother) : null,
  // A child that was registered twice belongs to both of its recorded pregnancies, so that neither counts as ongoing.
  children: children.filter(({ notes }) => notes.some(({ pregnancy }) => pregnancy === id)).map((child) => child.id),
});
