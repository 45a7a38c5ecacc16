/**
 * A judgement about growth, or the reason why none can be made. Rules take every threshold as an argument, because the
 * numbers belong to the protocol. Sources of the rules: mami.md §6 (NICE NG75, WHO velocity standards, FPN, WHO newborn
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
  /** The child is too young (or too old) for the rule. */
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

/** A yes/no fact of a judgement; `null` (unknown) when the judgement could not be made. */
export const factOf = <Facts>(judgement: Judgement<Facts>, read: (facts: Facts) => Ternary): Ternary =>
  judgement.kind === 'judged' ? read(judgement) : null;

/** A weight and the age at which it was measured. */
export type Weighing = { readonly ageDays: number; readonly weightG: number };

/** The weighing of the last visit; `null` when there is none, `'oedema'` when oedema makes it not valid. */
export type CurrentWeighing = Weighing | null | 'oedema';

/** Whether a weight is present and possible: zero or less is a data-entry error and counts as no weighing. */
export const isWeight = (weightG: number | null): weightG is number => weightG !== null && weightG > 0;
