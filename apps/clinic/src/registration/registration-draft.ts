/** A registration that is half filled, as it is kept sealed on the phone. */
import type { CompiledProtocol } from '@denba/protocols/compile/compiled-protocol';
import { protocolVersion } from '@denba/protocols/compile/protocol-version';
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
  /** By which protocol it was begun, and is ended; `null`: by the one that runs. */
  readonly protocol: string | null;
};

export const newDraft = (
  openedOn: LocalDate,
  protocol: CompiledProtocol,
  answers: Answers = noAnswers,
): RegistrationDraft => ({
  answers,
  section: null,
  notThese: [],
  openedOn,
  protocol: protocolVersion(protocol),
});
