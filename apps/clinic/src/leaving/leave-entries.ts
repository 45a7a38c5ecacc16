/**
 * The entries when a family stops coming: it is cared for elsewhere, declines to continue, moved away, or the programme
 * ends. Each is one act of the worker that ends reminders and can be corrected; a family that comes back continues with
 * the same file.
 *
 * | | in MAMI care | not in care |
 * |---|---|---|
 * | cared for elsewhere | permanent transfer: R3 is concluded | permanent transfer |
 * | declines to continue | refusal of follow-up and exit R6 | refusal of follow-up |
 * | moved, nobody knows where | exit R6 | permanent transfer without a place |
 * | end of the programme | exit with the outcome | – |
 */
import type { SaveDraft } from '@denba/device/device';
import type { LocalDate } from '@denba/quantities/local-date';
import type { FamilyId, PersonId } from '@denba/records/ids';
import { recordDraft } from '../shell/record/record-draft.ts';

export const outcomes = ['R1', 'R1b', 'R2', 'R3', 'R4', 'R5', 'R6'] as const;
export type OutcomeCode = (typeof outcomes)[number];

export const refusalReasons = ['distance', 'cost', 'family_decision', 'fear', 'feels_well', 'other'] as const;
export type RefusalReason = (typeof refusalReasons)[number];

/** A child who leaves. `enrolled`: in MAMI care now, a stay in hospital included. */
export type Leaver = { readonly child: PersonId; readonly enrolled: boolean };

export type LeavingFamily = {
  readonly family: FamilyId;
  readonly leavers: readonly Leaver[];
  /** All children of the family leave, so one entry about the family as a whole is enough. */
  readonly whole: boolean;
};

export type TransferForm = {
  readonly on: LocalDate;
  readonly toFacility: string;
  readonly reason: string;
  /** The mother was told, and the note was given. */
  readonly noteGiven: boolean | null;
};

/**
 * The family is cared for elsewhere from now on. For children in care, the outcome R3 follows from it. `facilityId`:
 * the id of the place when it is known here; the phones of that place then receive the whole record.
 */
export const transferEntries = (
  form: TransferForm,
  { family, leavers, whole }: LeavingFamily,
  facilityId: string | null,
): readonly SaveDraft[] => {
  const answers = {
    transfer: 'permanent',
    to_facility: form.toFacility.trim(),
    to_facility_id: facilityId,
    transfer_reason: form.reason.trim(),
    note_given: form.noteGiven,
  };
  const subjects = whole ? [null] : leavers.map(({ child }) => child);
  return subjects.map((subject) => recordDraft('transfer', { family, subject, on: form.on, answers }));
};

export type RefusalForm = {
  readonly on: LocalDate;
  readonly reasons: readonly RefusalReason[];
  readonly note: string;
};

export const refusalEntries = (form: RefusalForm, { family, leavers }: LeavingFamily): readonly SaveDraft[] =>
  leavers.flatMap(({ child: subject, enrolled }) => {
    const refusal = recordDraft('refusal', {
      family,
      subject,
      on: form.on,
      answers: {
        refused: 'follow_up',
        refusal_reasons: form.reasons.length === 0 ? null : [...form.reasons],
        refusal_note: form.note.trim(),
      },
    });
    return enrolled ? [refusal, exitEntry(family, subject, form.on, 'R6', 'withdrew')] : [refusal];
  });

export type MovedForm = {
  readonly on: LocalDate;
  /** The new place, as far as anybody knows. */
  readonly toPlace: string;
  readonly note: string;
};

export const movedEntries = (form: MovedForm, { family, leavers, whole }: LeavingFamily): readonly SaveDraft[] => {
  const told = { moved_to: form.toPlace.trim(), exit_note: form.note.trim() };
  const exits = leavers
    .filter(({ enrolled }) => enrolled)
    .map(({ child }) => exitEntry(family, child, form.on, 'R6', 'moved', told));
  const others = leavers.filter(({ enrolled }) => !enrolled);
  const answers = { transfer: 'permanent', transfer_reason: form.note.trim(), ...told, moved: true };
  // When no child is in care, the family leaves as a whole; else the children in care already have an exit, and only
  // the others get a transfer.
  const subjects = whole && exits.length === 0 ? [null] : others.map(({ child }) => child);
  return [...exits, ...subjects.map((subject) => recordDraft('transfer', { family, subject, on: form.on, answers }))];
};

export type ExitForm = {
  readonly on: LocalDate;
  readonly outcome: OutcomeCode;
  /** The outcome that the protocol proposed; `null` when there was none. */
  readonly proposed: OutcomeCode | null;
  /** Why another outcome than the proposed one was chosen. */
  readonly reason: string;
  readonly reviewed: boolean;
  readonly handedTo: string;
  /** The next steps by the protocol, printed on the note. */
  readonly advice: string;
};

export const exitEntries = (form: ExitForm, family: FamilyId, child: PersonId): readonly SaveDraft[] => [
  exitEntry(family, child, form.on, form.outcome, whyOf(form.outcome), {
    reviewed: form.reviewed,
    proposed_outcome: form.proposed,
    outcome_reason: form.outcome === form.proposed ? '' : form.reason.trim(),
    handed_to: form.handedTo.trim(),
    advice: form.advice,
  }),
];

/** The reason for leaving before the review, where the outcome itself implies it. */
const whyOf = (outcome: OutcomeCode): string | null => {
  if (outcome === 'R3') return 'transferred';
  if (outcome === 'R4') return 'default';
  return outcome === 'R5' ? 'died' : null;
};

const exitEntry = (
  family: FamilyId,
  subject: PersonId,
  on: LocalDate,
  code: OutcomeCode,
  why: string | null,
  more: Readonly<Record<string, string | boolean | null>> = {},
): SaveDraft => recordDraft('mami-exit', { family, subject, on, answers: { exit_code: code, exit_why: why, ...more } });
