/** Visits and screens of children, in the order in which they happened, with the child's age on the day. */
import { daysBetween, type LocalDate } from '@denba/quantities/local-date';
import { compareEntries } from '../entry.ts';
import type { PersonId } from '../ids.ts';
import type { Child, Encounter, Person, ReadEntry } from './timeline.ts';
import { type TimelineProblem, timelineProblem } from './timeline-problem.ts';

/** Sorts by the day of the event, then by the order of recording. */
export const byOccurrence = (a: ReadEntry, b: ReadEntry): number =>
  a.occurredOn === b.occurredOn ? compareEntries(a.entry, b.entry) : a.occurredOn < b.occurredOn ? -1 : 1;

/** `happened`: entries that are not withdrawn, sorted by `byOccurrence`, with the kept ids of their subjects. */
export const projectEncounters = (
  happened: readonly ReadEntry[],
  children: readonly Child[],
  persons: readonly Person[],
): { readonly encounters: readonly Encounter[]; readonly problems: readonly TimelineProblem[] } => {
  const birthDates = new Map(children.map((child) => [child.id, child.birthDate]));
  const deathDates = new Map(persons.map((person) => [person.id, person.died?.on ?? null]));
  const problems: TimelineProblem[] = [];
  const encounters: Encounter[] = [];
  for (const read of happened) {
    const { entry, form, subject, occurredOn: on } = read;
    if (!isEncounter(form)) continue;
    if (subject === null) {
      problems.push(timelineProblem('subjectMissing', entry.id));
      continue;
    }
    const ageDays = ageOn(birthDates, subject, on);
    if (ageDays === null) problems.push(timelineProblem('birthUnknown', entry.id));
    else if (ageDays < 0) problems.push(timelineProblem('beforeBirth', entry.id));
    const died = deathDates.get(subject) ?? null;
    if (died !== null && on > died) problems.push(timelineProblem('afterDeath', entry.id));
    encounters.push({
      entry: entry.id,
      child: subject,
      on,
      ageDays,
      facility: entry.facility,
      author: entry.author,
      protocolVersion: read.concludedIn.protocolVersion,
      form,
      findings: read.findings,
      corrected: read.corrections.filter((correction) => !correction.undone).length,
    });
  }
  return { encounters, problems };
};

const isEncounter = (form: ReadEntry['form']): form is Encounter['form'] =>
  form.kind === 'growth-visit' ||
  form.kind === 'mami-screen' ||
  form.kind === 'mami-assessment' ||
  form.kind === 'mami-visit';

const ageOn = (birthDates: ReadonlyMap<PersonId, LocalDate | null>, child: PersonId, on: LocalDate): number | null => {
  const born = birthDates.get(child) ?? null;
  return born === null ? null : daysBetween(born, on);
};
