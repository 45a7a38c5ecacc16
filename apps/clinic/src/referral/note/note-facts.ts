/**
 * The facts of a note, of which the paper, the QR code and the record are three representations. Stored whole in the
 * entry of an arrival, so that the note can be shown again as it was given.
 *
 * Unknown is `null`, never a reassuring value. `reasons` and `dangerSigns` may be printed; what a mother confided
 * (mood, thoughts of harming herself, HIV, violence) is only in `confided`, as codes, and never on paper: a note is
 * read by husbands, drivers and porters.
 */
import type { LocalDate } from '@denba/quantities/local-date';

export type NoteKind = 'referral' | 'counter-referral' | 'hand-over';

export const confidences = ['mood', 'self_harm', 'hiv', 'violence'] as const;
export type Confidence = (typeof confidences)[number];

/** `HH:MM` in the phone's time zone. */
export type TimeOfDay = string;

export type NoteFacts = {
  readonly kind: NoteKind;
  readonly on: LocalDate;
  readonly at: TimeOfDay | null;
  readonly from: { readonly centre: string; readonly author: string; readonly phone: string | null };
  /** `place` is a code of `referral_to`. */
  readonly to: { readonly place: string | null; readonly facility: string | null };
  readonly urgent: boolean | null;
  readonly family: { readonly id: string | null; readonly village: string | null; readonly phone: string | null };
  readonly mother: {
    readonly id: string | null;
    readonly name: string | null;
    readonly birthDate: LocalDate | null;
    readonly status: string | null;
    /** The mother must be seen too, for a reason that is not printed. */
    readonly toSee: boolean;
  };
  readonly child: {
    readonly id: string | null;
    readonly name: string | null;
    readonly sex: string | null;
    readonly birthDate: LocalDate | null;
    readonly birthWeightG: number | null;
    readonly gestationalAgeDays: number | null;
    readonly birthCount: number | null;
    readonly birthOrder: number | null;
  };
  /** Sorted from the newest to the oldest. */
  readonly weighings: readonly { readonly on: LocalDate; readonly weightG: number; readonly waz: number | null }[];
  /** Measurements of the last visit. */
  readonly measures: {
    readonly lengthCm: number | null;
    readonly wlz: number | null;
    readonly muacMm: number | null;
    readonly oedema: string | null;
  };
  /** `answered` is false when some danger sign was not assessed: the class is then only a lower bound. */
  readonly pair: { readonly code: string | null; readonly answered: boolean };
  readonly reasons: readonly string[];
  readonly dangerSigns: readonly string[];
  /** `action` is the code of one of the protocol's actions before departure. */
  readonly care: readonly { readonly action: string; readonly given: boolean; readonly at: TimeOfDay | null }[];
  readonly confided: readonly Confidence[];
  /** Class and reasons depend on rules that a clinician has not approved yet. */
  readonly toApprove: boolean;
  /** Printed, but not in the code: the receiver sees how the family came. */
  readonly journey: {
    readonly accompaniedBy: string | null;
    readonly transport: string | null;
    readonly called: boolean | null;
    readonly calledWhom: string | null;
  };
  /** What a hospital writes back, or what a programme hands over. */
  readonly stay: {
    readonly admittedOn: LocalDate | null;
    readonly dischargedOn: LocalDate | null;
    readonly diagnosis: string | null;
    readonly treatment: string | null;
    readonly weightG: number | null;
    readonly advice: string | null;
    readonly nextVisitOn: LocalDate | null;
    /** Outcome of the MAMI episode, `R1` to `R6`. */
    readonly outcome: string | null;
  };
};

/** A note that contains only its kind, its day and its author; everything else is unknown. */
export const emptyNote = (kind: NoteKind, on: LocalDate, from: NoteFacts['from']): NoteFacts => ({
  kind,
  on,
  at: null,
  from,
  to: { place: null, facility: null },
  urgent: null,
  family: { id: null, village: null, phone: null },
  mother: { id: null, name: null, birthDate: null, status: null, toSee: false },
  child: {
    id: null,
    name: null,
    sex: null,
    birthDate: null,
    birthWeightG: null,
    gestationalAgeDays: null,
    birthCount: null,
    birthOrder: null,
  },
  weighings: [],
  measures: { lengthCm: null, wlz: null, muacMm: null, oedema: null },
  pair: { code: null, answered: false },
  reasons: [],
  dangerSigns: [],
  care: [],
  confided: [],
  toApprove: false,
  journey: { accompaniedBy: null, transport: null, called: null, calledWhom: null },
  stay: {
    admittedOn: null,
    dischargedOn: null,
    diagnosis: null,
    treatment: null,
    weightG: null,
    advice: null,
    nextVisitOn: null,
    outcome: null,
  },
});
