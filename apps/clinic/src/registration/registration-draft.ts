/** A half-filled registration as it is stored, sealed, on the phone. */
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
  /** Families which the worker has said are not this one. */
  readonly notThese: readonly FamilyId[];
  /** The day on which it was begun. */
  readonly openedOn: LocalDate;
  /** Version of the protocol with which it was started and must be completed; `null` for the running one. */
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
