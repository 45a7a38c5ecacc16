/**
 * A judgement about growth in care, or the reason why none can be made. Rules take every threshold as an argument: the
 * numbers are the protocol's. Sources of the rules: mami.md §6 (NICE NG75, WHO velocity standards, FPN, WHO newborn
 * guide), §1.8.
 */
import type { Ternary } from '@denba/quantities/ternary';

export type Judgement<Facts> =
  | ({ readonly kind: 'judged' } & Facts)
  | { readonly kind: 'cannotJudge'; readonly reason: CannotJudge };

export type CannotJudge =
  | 'noAge'
  | 'noSex'
  | 'noWeight'
  | 'noPreviousWeight'
  | 'noBirthWeight'
  | 'noGestationalAge'
  | 'noMuac'
  | 'noPreviousMuac'
  | 'noZ'
  | 'noPreviousZ'
  | 'intervalTooShort'
  | 'intervalTooLong'
  /** The child is younger, or older, than the rule is for. */
  | 'tooYoung'
  | 'tooOld'
  /** WHO velocity does not hold for an infant born preterm; the preterm rules apply. */
  | 'pretermUsesIntergrowth'
  /** The rule is for infants born preterm. */
  | 'bornAtTerm'
  | 'differentStandards'
  | 'oedema'
  | 'outOfStandard'
  | 'noTwoJudgedVisits';

export const judged = <Facts extends object>(facts: Facts): { readonly kind: 'judged' } & Facts => ({
  kind: 'judged',
  ...facts,
});

export const cannotJudge = (reason: CannotJudge): { readonly kind: 'cannotJudge'; readonly reason: CannotJudge } => ({
  kind: 'cannotJudge',
  reason,
});

/** A yes/no fact of a judgement, unknown when none was made. */
export const factOf = <Facts>(judgement: Judgement<Facts>, read: (facts: Facts) => Ternary): Ternary =>
  judgement.kind === 'judged' ? read(judgement) : null;

/** A weight at an age. */
export type Weighing = { readonly ageDays: number; readonly weightG: number };

/** Today's weighing: none, or not valid because of oedema. */
export type CurrentWeighing = Weighing | null | 'oedema';

/** A weight that can be one: zero or less is an error of entry, and no weighing. */
export const isWeight = (weightG: number | null): weightG is number => weightG !== null && weightG > 0;
