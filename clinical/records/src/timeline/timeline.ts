/**
 * The timeline of one family, as folded from its entries: the same on every machine that holds the same entries.
 *
 * It is only derived, never entered: every value can be traced to the entry (`EntryId`) that states it. Unknown is
 * `null`.
 */
import type { LocalDate } from '@denba/quantities/local-date';
import type { Coded } from '../answer-fields.ts';
import type { JsonObject } from '../canonical-json.ts';
import type { Entry } from '../entry.ts';
import type { FormReading, KnownForm } from '../form-registry.ts';
import type { MAMI_OUTCOME } from '../forms/mami-exit.ts';
import type { EntryId, FacilityId, FamilyId, PersonId, PregnancyId } from '../ids.ts';
import type { TimelineProblem } from './timeline-problem.ts';

export type Timeline = {
  readonly family: FamilyId;
  /** Ids of the family itself and of the families merged into it. */
  readonly families: readonly FamilyId[];
  /** Where the family is cared for now. */
  readonly facility: FacilityId | null;
  readonly contact: Contact;
  readonly persons: readonly Person[];
  readonly pregnancies: readonly Pregnancy[];
  readonly children: readonly Child[];
  /** Visits and screens in the order in which they happened. */
  readonly encounters: readonly Encounter[];
  readonly episodes: readonly EpisodeOfCare[];
  readonly facts: readonly Fact[];
  /**
   * Every entry in the order of recording, as saved and as corrected; withdrawn entries and those of other families
   * included.
   */
  readonly history: readonly ReadEntry[];
  readonly problems: readonly TimelineProblem[];
};

export type Contact = {
  readonly phone: string | null;
  readonly village: string | null;
  readonly distanceMin: number | null;
  readonly chw: string | null;
  /** The code as it is written on the card that the family keeps. */
  readonly cardCode: string | null;
  readonly fatherName: string | null;
  readonly fatherPhone: string | null;
  readonly language: string | null;
};

/** A human being, in any number of roles (FHIR Person). */
export type Person = {
  readonly id: PersonId;
  /** Ids of duplicates that are read as this person. */
  readonly sameAs: readonly PersonId[];
  readonly roles: readonly ('mother' | 'caregiver' | 'child')[];
  readonly name: string | null;
  readonly sex: Coded<'M' | 'F'> | null;
  readonly birthDate: LocalDate | null;
  readonly phone: string | null;
  /** When the day of death is unknown (`dayKnown` is false), `on` is the day on which the death was reported. */
  readonly died: { readonly on: LocalDate; readonly dayKnown: boolean; readonly entry: EntryId } | null;
};

export type Pregnancy = {
  readonly id: PregnancyId;
  readonly mother: PersonId | null;
  readonly lastPeriodOn: LocalDate | null;
  readonly dueOn: LocalDate | null;
  readonly gravidity: number | null;
  readonly parity: number | null;
  readonly children: readonly PersonId[];
  readonly ended: { readonly on: LocalDate; readonly outcome: string | null } | null;
};

export type Child = {
  readonly id: PersonId;
  readonly mother: PersonId | null;
  readonly pregnancy: PregnancyId | null;
  readonly sex: Coded<'M' | 'F'> | null;
  readonly birthDate: LocalDate | null;
  readonly stillborn: boolean | null;
  readonly birthCount: number | null;
  readonly birthOrder: number | null;
  readonly gestationalAgeDays: number | null;
  readonly birthWeightG: number | null;
  /** Who cares for the child now; `null` when nobody was named (the mother is not assumed). */
  readonly caregiver: PersonId | null;
  readonly caregivers: readonly { readonly id: PersonId; readonly from: LocalDate }[];
  /** The entry that reports the birth; `null` for a child who has visits but no registered birth. */
  readonly birth: EntryId | null;
};

/** A visit, a screen or a weighing of a child (FHIR Encounter), with its answers as corrected. */
export type Encounter = {
  readonly entry: EntryId;
  readonly child: PersonId;
  readonly on: LocalDate;
  readonly ageDays: number | null;
  readonly facility: FacilityId;
  readonly author: string;
  /** The protocol version that produced `findings`. */
  readonly protocolVersion: string | null;
  readonly form: Extract<KnownForm, { kind: EncounterForm }>;
  readonly findings: JsonObject;
  /** The number of corrections that apply, not counting undone ones. */
  readonly corrected: number;
};

export type EncounterForm = 'growth-visit' | 'mami-screen' | 'mami-assessment' | 'mami-visit';

export type Outcome = Coded<(typeof MAMI_OUTCOME)[number]>;

/** One stay of a child in MAMI care (FHIR EpisodeOfCare). A return after default reopens the same episode. */
export type EpisodeOfCare = {
  readonly child: PersonId;
  readonly enrolledOn: LocalDate;
  readonly enrolledBy: EntryId;
  readonly facility: FacilityId;
  readonly entryType: string | null;
  readonly reasons: readonly string[] | null;
  readonly status: EpisodeStatus;
  /** The status over time; `to` is the first day of the next status, `null` for the current one. */
  readonly periods: readonly {
    readonly status: EpisodeStatus;
    readonly from: LocalDate;
    readonly to: LocalDate | null;
  }[];
  readonly outcome: {
    readonly code: Outcome;
    readonly on: LocalDate;
    readonly entry: EntryId;
    /** True when the outcome follows from a death or a permanent transfer and no worker recorded it. */
    readonly implied: boolean;
  } | null;
};

export type EpisodeStatus = 'active' | 'inpatient' | 'exited';

/** Something in a timeline that indicators count. */
export type Fact = {
  readonly kind: FactKind;
  readonly on: LocalDate;
  readonly place: FacilityId;
  readonly family: FamilyId;
  readonly subject: PersonId | null;
  readonly entry: EntryId;
  readonly attributes: JsonObject;
};

export type FactKind =
  | 'registered'
  | 'pregnancy-recorded'
  | 'pregnancy-ended'
  | 'birth'
  | 'died'
  | 'weighed'
  | 'length-measured'
  | 'head-measured'
  | 'muac-measured'
  | 'mami-screened'
  | 'mami-assessed'
  | 'mami-visited'
  | 'mami-enrolled'
  | 'mami-returned'
  | 'mami-exited'
  | 'referred'
  | 'transferred'
  | 'caregiver-changed'
  | 'traced'
  | 'counter-referred'
  | 'refused'
  | 'consent';

/**
 * An entry as it is read today: corrected, and migrated to the newest form version. In `history` the subject is the
 * recorded one; projections receive it with the id that merges keep.
 */
export type ReadEntry = {
  readonly entry: Entry;
  readonly subject: PersonId | null;
  readonly occurredOn: LocalDate;
  readonly form: FormReading;
  readonly findings: JsonObject;
  /**
   * The entry whose `findings` and `protocolVersion` apply: this entry, or the last valid correction that has findings.
   */
  readonly concludedIn: Entry;
  /** All corrections that name this entry, including undone ones, in the order of recording. */
  readonly corrections: readonly Correction[];
  /**
   * True when a correction says that the entry should not have been made: it stays in the history and is not counted.
   */
  readonly withdrawn: boolean;
};

export type Correction = {
  readonly entry: EntryId;
  readonly author: string;
  readonly reason: string;
  readonly set: JsonObject | null;
  /** True when a correction of this correction withdrew it. */
  readonly undone: boolean;
  readonly corrections: readonly Correction[];
};
