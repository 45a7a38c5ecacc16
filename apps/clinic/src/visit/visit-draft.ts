/**
 * A half-filled visit as it is stored while the user types, to be restored after a lock, a call or an empty battery.
 */
import { type LocalDate, parseLocalDate } from '@denba/quantities/local-date';
import type { Answers } from '@denba/questionnaires/answers';
import type { JsonValue } from '@denba/records/canonical-json';
import type { FamilyId, PersonId } from '@denba/records/ids';
import type { VisitForm } from '../shell/route.ts';

export type VisitDraft = {
  readonly answers: Answers;
  /** Path of the section that was on the screen. */
  readonly section: string | null;
  /** The day on which the form was opened. */
  readonly openedOn: LocalDate;
  /**
   * Version of the protocol with which it was started and must be completed; `null` in drafts older than this field.
   */
  readonly protocol: string | null;
  /** Ids of the users who answered in it; `null` in drafts older than this field. */
  readonly writers: readonly string[] | null;
};

export const visitDraftKey = (family: FamilyId, child: PersonId, form: VisitForm): string =>
  `visit ${form} ${family} ${child}`;

export const draftToJson = (draft: VisitDraft): JsonValue => draft as unknown as JsonValue;

/** Returns `null` when the JSON is no draft of a visit, or has another format than this version writes. */
export const draftFromJson = (json: JsonValue | null): VisitDraft | null => {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return null;
  const { answers, section, openedOn, protocol, writers } = json as Readonly<Record<string, unknown>>;
  const day = typeof openedOn === 'string' ? parseLocalDate(openedOn) : null;
  if (!isAnswers(answers) || day?.ok !== true) return null;
  return {
    answers: { ...answers, swept: answers.swept ?? [] },
    section: typeof section === 'string' ? section : null,
    openedOn: day.value,
    protocol: typeof protocol === 'string' ? protocol : null,
    writers: Array.isArray(writers) ? writers.filter((writer) => typeof writer === 'string') : null,
  };
};

const isAnswers = (value: unknown): value is Answers =>
  typeof value === 'object' && value !== null && 'byPath' in value && 'instances' in value;
