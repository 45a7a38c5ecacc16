/**
 * A MAMI visit that found the child or its mother in danger and that no entry has answered: no referral, no refusal of
 * one, no news from a hospital, no exit from care, no later visit. A worker who did not complete the referral finds the
 * child in the list of the day. When she replaced the computed class by another, she has decided, with her reason, and
 * the visit is not listed.
 */
import type { LocalDate } from '@denba/quantities/local-date';
import type { EntryId, PersonId } from '@denba/records/ids';
import type { Timeline } from '@denba/records/timeline/timeline';
import { isMamiVisit, visitsOf } from '../known-facts/visits-of.ts';

export type UnreferredVisit = { readonly on: LocalDate; readonly entry: EntryId };

const answering: ReadonlySet<string> = new Set([
  'transfer',
  'refusal',
  'counter-referral',
  'return-to-care',
  'mami-exit',
]);

export const unreferredVisit = (timeline: Timeline, child: PersonId): UnreferredVisit | null => {
  const last = visitsOf(timeline, child).findLast(isMamiVisit);
  if (last === undefined || last.findings['urgent'] !== true || isDecided(last.findings['override'])) return null;
  const others = new Set(timeline.children.map(({ id }) => id).filter((id) => id !== child));
  const answered = timeline.history.some(
    ({ form, withdrawn, subject, occurredOn }) =>
      !withdrawn &&
      answering.has(form.kind) &&
      occurredOn >= last.occurredOn &&
      // An entry about the mother or the whole family is an answer too; one about another child is not.
      (subject === null || !others.has(subject)),
  );
  return answered ? null : { on: last.occurredOn, entry: last.entry.id };
};

const isDecided = (override: unknown): boolean =>
  typeof override === 'object' && override !== null && 'workingClass' in override && override.workingClass !== null;
