/**
 * A visit of MAMI care that found somebody in danger, the child or its mother, and that nobody has answered: no referral,
 * no refusal of one, no news from a hospital, no way out of care, and no later visit. Whoever stepped back from the
 * referral finds the child in the list of the day. A worker who put another class in place of the computed one has
 * decided, with her reason.
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
      // What is about the mother or the whole family answers as well; what is about a twin does not.
      (subject === null || !others.has(subject)),
  );
  return answered ? null : { on: last.occurredOn, entry: last.entry.id };
};

const isDecided = (override: unknown): boolean =>
  typeof override === 'object' && override !== null && 'workingClass' in override && override.workingClass !== null;
