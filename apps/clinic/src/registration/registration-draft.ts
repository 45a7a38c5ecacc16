/** A registration that is half filled, as it is kept sealed on the phone. */
import type { LocalDate } from '@denba/quantities/local-date';
import { type Answers, noAnswers } from '@denba/questionnaires/answers';
import type { FamilyId } from '@denba/records/ids';

export const REGISTRATION_DRAFT = 'registration';

export type RegistrationDraft = {
  readonly answers: Answers;
  /** Path of the section that was on the screen. */
  readonly section: string | null;
  /** Families of which she said that it is none of them. */
  readonly notThese: readonly FamilyId[];
  /** The day on which it was begun. */
  readonly openedOn: LocalDate;
};

export const newDraft = (openedOn: LocalDate, answers: Answers = noAnswers): RegistrationDraft => ({
  answers,
  section: null,
  notThese: [],
  openedOn,
});
