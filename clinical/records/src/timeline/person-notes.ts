/**
 * Collects what the entries of a family say about persons, pregnancies and children, under the ids in the entries
 * (before merges). A later answer replaces an earlier one; an unanswered field replaces nothing.
 */
import type { FamilyId, PersonId, PregnancyId } from '../ids.ts';
import type { Child, Contact, Person, Pregnancy, ReadEntry } from './timeline.ts';
import { type TimelineProblem, timelineProblem } from './timeline-problem.ts';

export type Role = Person['roles'][number];
export type PersonNote = Partial<Omit<Person, 'id' | 'sameAs' | 'roles'>> & { readonly roles?: readonly Role[] };
export type ChildNote = Partial<Omit<Child, 'id' | 'caregiver' | 'caregivers'>>;
export type PregnancyNote = Partial<Omit<Pregnancy, 'id' | 'children'>>;

export type Notes = {
  readonly persons: Map<PersonId, PersonNote>;
  readonly pregnancies: Map<PregnancyId, PregnancyNote>;
  readonly children: Map<PersonId, ChildNote>;
  /** Contact details, by the family of the entries that give them. */
  readonly contacts: Map<FamilyId, Partial<Contact>>;
  readonly problems: TimelineProblem[];
};

/** `entries`: those that are not withdrawn, in the order of recording. */
export const takeNotes = (entries: readonly ReadEntry[]): Notes => {
  const notes: Notes = {
    persons: new Map(),
    pregnancies: new Map(),
    children: new Map(),
    contacts: new Map(),
    problems: [],
  };
  for (const entry of entries) take(entry, notes);
  return notes;
};

/** `earlier`, overwritten by the values of `later` that are known (neither `null` nor `undefined`). */
export const over = <T extends object>(earlier: T, later: T): T => {
  const both = { ...earlier };
  for (const name of Object.keys(later) as (keyof T)[]) {
    if (later[name] !== null && later[name] !== undefined) both[name] = later[name];
  }
  return both;
};

const take = (read: ReadEntry, notes: Notes): void => {
  const { form, subject, occurredOn, entry } = read;
  switch (form.kind) {
    case 'register-family': {
      const a = form.answers;
      noteContact(notes, entry.family, {
        phone: a.phone,
        village: a.village,
        distanceMin: a.distance_min,
        chw: a.chw_id,
        cardCode: a.card_code,
        fatherName: a.father_name,
        fatherPhone: a.father_phone,
        language: a.language_spoken,
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
      else {
        const dayKnown = form.answers.death_date_precision !== 'unknown';
        notePerson(notes, subject, null, { died: { on: occurredOn, dayKnown, entry: entry.id } });
      }
      return;
    case 'caregiver-change': {
      const { caregiver, caregiver_name: name, caregiver_phone: phone } = form.answers;
      notePerson(notes, caregiver, 'caregiver', { name, phone });
      if (subject === null) notes.problems.push(timelineProblem('subjectMissing', entry.id));
      else noteChild(notes, subject, {});
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

const noteContact = (notes: Notes, family: FamilyId, said: Partial<Contact>): void => {
  notes.contacts.set(family, over(notes.contacts.get(family) ?? {}, said));
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
