/**
 * Counts the visits that depend on what is being corrected. Their conclusions stay as they were shown until the worker
 * confirms the new ones (`conclusions-anew.ts`). The count is shown before she saves.
 */
import { changedAnswers } from '@denba/protocols/care/visit/visit-entry';
import type { PersonId } from '@denba/records/ids';
import { keptPerson } from '@denba/records/timeline/kept-person';
import type { ReadEntry, Timeline } from '@denba/records/timeline/timeline';
import { measureNames } from '../../shell/growth/measurements.ts';
import { formOf } from './corrected-findings.ts';
import { answersNow, type Correcting } from './correction-draft.ts';

const ofBirth: readonly string[] = ['sex', 'birth_weight_g', 'gestational_age_days', 'gestation_category'];

/** Whether later visits conclude from one of these answers of a birth or of a visit. */
export const weighsOn = (kind: ReadEntry['form']['kind'], names: readonly string[]): boolean =>
  names.some((name) => (kind === 'birth' ? ofBirth : measureNames).some((one) => one === name));

export const visitsThatKeep = (
  { history, persons }: Pick<Timeline, 'history' | 'persons'>,
  read: ReadEntry,
  { answers, occurredOn, subject, withdraw }: Omit<Correcting, 'reason'>,
): number => {
  const isBirth = read.form.kind === 'birth';
  if (!isBirth && formOf(read) === null && read.form.kind !== 'growth-visit') return 0;
  const changed = Object.keys(changedAnswers(answersNow(read), answers));
  const moved = occurredOn !== read.occurredOn || subject !== read.subject;
  if (!withdraw && !moved && !weighsOn(read.form.kind, changed)) return 0;
  const from = isBirth ? '' : occurredOn < read.occurredOn ? occurredOn : read.occurredOn;
  const keptId = (id: PersonId | null): PersonId | null => (id === null ? null : keptPerson({ persons }, id));
  const concerned = new Set([read.subject, subject].map(keptId));
  return history.filter(
    (visit) =>
      visit.entry.id !== read.entry.id &&
      !visit.withdrawn &&
      formOf(visit) !== null &&
      concerned.has(keptId(visit.subject)) &&
      visit.occurredOn >= from,
  ).length;
};
