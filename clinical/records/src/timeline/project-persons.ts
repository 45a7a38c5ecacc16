/**
 * Persons, pregnancies and children, from the entries that describe them. Where several entries describe one person, a
 * later recorded answer replaces an earlier one, an unanswered one replaces nothing; after a merge, what was said of the
 * kept record stands and the duplicate fills what it leaves unknown.
 */
import type { PersonId, PregnancyId } from '../ids.ts';
import type { Identities } from './resolve-merges.ts';
import type { Child, Contact, Person, Pregnancy, ReadEntry } from './timeline.ts';
import { type TimelineProblem, timelineProblem } from './timeline-problem.ts';

export type People = {
  readonly persons: readonly Person[];
  readonly pregnancies: readonly Pregnancy[];
  readonly children: readonly Child[];
  readonly contact: Contact;
  readonly problems: readonly TimelineProblem[];
};

/** `entries`: those that count, in the order of recording, subjects as recorded (before merges). */
export const projectPeople = (entries: readonly ReadEntry[], identities: Identities): People => {
  const notes: Notes = { persons: new Map(), pregnancies: new Map(), children: new Map(), contact: {}, problems: [] };
  for (const entry of entries) take(entry, notes);
  const children = merged(notes.children, identities.person).map((child) => asChild(child, identities));
  return {
    persons: merged(notes.persons, identities.person).map((person) => asPerson(person)),
    pregnancies: [...notes.pregnancies].map(([id, noted]) => asPregnancy(id, noted, children, identities)),
    children,
    contact: { phone: null, village: null, distanceMin: null, chw: null, ...notes.contact },
    problems: notes.problems,
  };
};

type Role = Person['roles'][number];
type PersonNote = Partial<Omit<Person, 'id' | 'sameAs' | 'roles'>> & { readonly roles?: readonly Role[] };
type ChildNote = Partial<Omit<Child, 'id'>>;
type PregnancyNote = Partial<Omit<Pregnancy, 'id' | 'children'>>;

type Notes = {
  readonly persons: Map<PersonId, PersonNote>;
  readonly pregnancies: Map<PregnancyId, PregnancyNote>;
  readonly children: Map<PersonId, ChildNote>;
  contact: Partial<Contact>;
  readonly problems: TimelineProblem[];
};

const take = (read: ReadEntry, notes: Notes): void => {
  const { form, subject, occurredOn, entry } = read;
  switch (form.kind) {
    case 'register-family': {
      const a = form.answers;
      notes.contact = over(notes.contact, {
        phone: a.phone,
        village: a.village,
        distanceMin: a.distance_min,
        chw: a.chw_id,
      });
      notePerson(notes, a.mother, 'mother', { name: a.mother_name, birthDate: a.mother_birth_date, phone: a.phone });
      notePerson(notes, a.caregiver, 'caregiver', { name: a.caregiver_name, phone: a.caregiver_phone });
      return;
    }
    case 'pregnancy': {
      const a = form.answers;
      notePerson(notes, subject, 'mother', {});
      notePregnancy(notes, a.pregnancy, {
        mother: subject,
        lastPeriodOn: a.lmp_date,
        dueOn: a.due_date,
        gravidity: a.gravidity,
        parity: a.parity,
      });
      return;
    }
    case 'pregnancy-end':
      notePregnancy(notes, form.answers.pregnancy, {
        mother: subject,
        ended: { on: occurredOn, outcome: form.answers.pregnancy_outcome },
      });
      return;
    case 'birth':
      takeBirth(read, form.answers, notes);
      return;
    case 'death':
      if (subject === null) notes.problems.push(timelineProblem('subjectMissing', entry.id));
      else notePerson(notes, subject, null, { died: { on: occurredOn, entry: entry.id } });
      return;
    case 'caregiver-change': {
      const { caregiver, caregiver_name: name, caregiver_phone: phone } = form.answers;
      notePerson(notes, caregiver, 'caregiver', { name, phone });
      if (subject === null) notes.problems.push(timelineProblem('subjectMissing', entry.id));
      else noteChild(notes, subject, { caregiver });
      return;
    }
    case 'growth-visit':
    case 'mami-screen':
    case 'mami-assessment':
    case 'mami-visit':
      if (subject !== null) noteChild(notes, subject, {});
      return;
    default:
      return;
  }
};

type BirthAnswers = Extract<ReadEntry['form'], { kind: 'birth' }>['answers'];

const takeBirth = ({ subject, occurredOn, entry }: ReadEntry, a: BirthAnswers, notes: Notes): void => {
  if (subject === null) {
    notes.problems.push(timelineProblem('subjectMissing', entry.id));
    return;
  }
  const earlier = notes.children.get(subject);
  if (earlier?.birthDate && earlier.birthDate !== occurredOn) {
    notes.problems.push(timelineProblem('birthDatesDiffer', entry.id));
  }
  notePerson(notes, a.mother, 'mother', {});
  notePerson(notes, subject, 'child', { name: a.infant_name, sex: a.sex, birthDate: occurredOn });
  if (a.pregnancy !== null) notePregnancy(notes, a.pregnancy, { mother: a.mother });
  noteChild(notes, subject, {
    mother: a.mother,
    pregnancy: a.pregnancy,
    sex: a.sex,
    birthDate: occurredOn,
    stillborn: a.birth_outcome === 'stillbirth' ? true : a.birth_outcome === 'live' ? false : null,
    birthCount: a.birth_count,
    birthOrder: a.birth_order,
    gestationalAgeDays: a.gestational_age_days,
    birthWeightG: a.birth_weight_g,
    birth: earlier?.birth ?? entry.id,
  });
};

const notePerson = (notes: Notes, id: PersonId | null, role: Role | null, said: PersonNote): void => {
  if (id === null) return;
  const known = notes.persons.get(id) ?? {};
  const roles = role === null ? (known.roles ?? []) : [...new Set([...(known.roles ?? []), role])].sort();
  notes.persons.set(id, { ...over(known, said), roles });
};

const noteChild = (notes: Notes, id: PersonId, said: ChildNote): void => {
  notePerson(notes, id, 'child', {});
  notes.children.set(id, over(notes.children.get(id) ?? {}, said));
};

const notePregnancy = (notes: Notes, id: PregnancyId, said: PregnancyNote): void => {
  notes.pregnancies.set(id, over(notes.pregnancies.get(id) ?? {}, said));
};

/** What `later` says, on top of `earlier`; what it leaves unknown stays as it was. */
const over = <T extends object>(earlier: T, later: T): T => {
  const said = Object.entries(later).filter(([, value]) => value !== null && value !== undefined);
  return { ...earlier, ...(Object.fromEntries(said) as Partial<T>) };
};

/** Notes under the ids that merges leave, the kept record's own words on top. Ordered by id. */
const merged = <T extends object>(
  notes: ReadonlyMap<PersonId, T>,
  identity: Identities['person'],
): readonly { readonly id: PersonId; readonly sameAs: readonly PersonId[]; readonly notes: readonly T[] }[] => {
  const groups = new Map<PersonId, PersonId[]>();
  for (const id of [...notes.keys()].sort()) groups.set(identity(id), [...(groups.get(identity(id)) ?? []), id]);
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, ids]) => {
      const sameAs = ids.filter((other) => other !== id);
      const ordered = [...sameAs.toReversed(), ...ids.filter((other) => other === id)];
      return { id, sameAs, notes: ordered.flatMap((other) => notes.get(other) ?? []) };
    });
};

type Merged<T> = ReturnType<typeof merged<T & object>>[number];

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

const asChild = ({ id, notes }: Merged<ChildNote>, { person }: Identities): Child => {
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
    caregiver: said.caregiver ? person(said.caregiver) : null,
  };
};

const asPregnancy = (
  id: PregnancyId,
  noted: PregnancyNote,
  children: readonly Child[],
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
  children: children.filter((child) => child.pregnancy === id).map((child) => child.id),
});
