/** What the record knows of the mother and the caregiver, as far as it may change from visit to visit. */
import type { LocalDate } from '@denba/quantities/local-date';
import type { PersonId } from '@denba/records/ids';
import { byOccurrence } from '@denba/records/timeline/project-encounters';
import type { ReadEntry, Timeline } from '@denba/records/timeline/timeline';
import type { Facts } from './birth-facts.ts';
import { entriesAbout } from './entries-about.ts';
import { answerIn } from './last-said.ts';
import { visitsOf } from './visits-of.ts';

/** Unknown facts are absent: a mother is never assumed to be present because nothing was recorded. */
export const motherFacts = (timeline: Timeline, child: PersonId): Facts => {
  const status = motherStatus(timeline, child);
  const orphan = orphanOf(timeline, child);
  const relation = [...changes(timeline, child), ...entriesAbout(timeline, null, 'register-family')]
    .toSorted(byOccurrence)
    .map((read) => answerIn(read, 'caregiver_relation'))
    .findLast((said) => said !== null);
  return {
    ...(status === null ? {} : { mother_status: status }),
    ...(orphan === null ? {} : { orphan }),
    ...(relation == null ? {} : { caregiver_relation: relation }),
    ...(status === 'present' || status === 'absent' ? { mother_absent: status === 'absent' } : {}),
  };
};

/**
 * The last status recorded at a visit, at registration, or by a change of caregiver; a recorded death overrides them
 * all.
 */
const motherStatus = (timeline: Timeline, child: PersonId): string | null => {
  if (motherDiedOn(timeline, child) !== null) return 'dead';
  const told = [
    ...entriesAbout(timeline, null, 'register-family'),
    ...visitsOf(timeline, child),
    ...changes(timeline, child),
  ].toSorted(byOccurrence);
  return told.map(statusIn).findLast((said) => said !== null) ?? null;
};

const statusIn = (read: ReadEntry): string | null => {
  const said = read.form.kind === 'caregiver-change' ? byChange[String(answerIn(read, 'change_reason'))] : null;
  const status = said ?? answerIn(read, 'mother_status');
  return typeof status === 'string' ? status : null;
};

const byChange: Readonly<Record<string, string>> = {
  mother_dead: 'dead',
  mother_absent: 'absent',
  mother_ill: 'ill',
  mother_back: 'present',
};

/** A mother's death is recorded as a death; a father's is known only from an answer. */
const orphanOf = (timeline: Timeline, child: PersonId): string | null => {
  const answered = visitsOf(timeline, child)
    .map((visit) => answerIn(visit, 'orphan'))
    .findLast((said) => typeof said === 'string');
  const motherDied = motherDiedOn(timeline, child) !== null;
  if (!motherDied) return typeof answered === 'string' ? answered : null;
  return answered === 'father' || answered === 'both' ? 'both' : 'mother';
};

const motherDiedOn = ({ children, persons }: Timeline, id: PersonId): LocalDate | null => {
  const mother = children.find((child) => child.id === id)?.mother ?? null;
  return persons.find((person) => person.id === mother)?.died?.on ?? null;
};

const changes = (timeline: Timeline, child: PersonId) => entriesAbout(timeline, child, 'caregiver-change');
