/**
 * The steps of a form and what each of them reads.
 *
 * Every item has a relevance. A question also has an *entered* answer (the answer by itself), a *verdict* (the answer
 * checked against others) and a *value* (what decisions read). Two layers prevent cycles between mutual checks:
 *
 * - relevance, calculations, counts and allowed differences read **values**;
 * - constraints, plausibility, required, defaults and choice filters read what was **entered**. A birth date that must
 *   precede the visit and a visit that must follow the birth can so each be checked, and both refused.
 */
import type { Value } from '@denba/decisions/value';
import type { Calculation, FormItem, Question, Repeat } from './form.ts';

export type Layer = 'value' | 'entered';

/** An item with the names of the repeats around it, outermost first. */
export type Place = {
  readonly item: FormItem;
  readonly parent: Place | null;
  readonly repeats: readonly string[];
};

/** One name that a rule reads, and where its value is found. */
export type RuleInput =
  | { readonly from: 'form'; readonly root: string; readonly layer: Layer; readonly depth: number }
  | { readonly from: 'given'; readonly root: string }
  | { readonly from: 'local'; readonly root: string }
  /** The position of the instance in its repeat, counted from 1. It changes when an earlier instance is removed. */
  | { readonly from: 'position'; readonly root: string; readonly repeat: string | null; readonly depth: number };

/**
 * A compiled expression. `names` are the names that it reads with their paths (`p.waz_cut`), to report what is missing.
 */
export type Rule = {
  readonly run: (scope: Readonly<Record<string, Value>>) => Value;
  readonly inputs: readonly RuleInput[];
  readonly names: readonly string[];
};

export type StepKind = 'relevance' | 'instances' | 'entered' | 'verdict' | 'value';

/** A step that another step reads; it is nested in at most as many repeats as the reader. */
export type StepRef = { readonly kind: StepKind; readonly name: string; readonly depth: number };

type Placed = {
  readonly name: string;
  readonly repeats: readonly string[];
  readonly reads: readonly StepRef[];
};

export type RelevanceStep = Placed & {
  readonly kind: 'relevance';
  readonly parent: StepRef | null;
  readonly rule: Rule | null;
};

export type InstancesStep = Placed & { readonly kind: 'instances'; readonly count: Rule | null };

export type EnteredStep = Placed & {
  readonly kind: 'entered';
  readonly question: Question;
  readonly maxDifference: number | Rule | null;
};

export type VerdictStep = Placed & {
  readonly kind: 'verdict';
  readonly question: Question;
  readonly required: boolean | Rule;
  readonly constraint: Rule | null;
  readonly plausible: Rule | null;
  readonly choiceFilter: Rule | null;
  readonly default: Rule | null;
};

export type QuestionValueStep = Placed & {
  readonly kind: 'value';
  readonly of: 'question';
  readonly question: Question;
};

export type CalculationStep = Placed & {
  readonly kind: 'value';
  readonly of: 'calculation';
  readonly calculation: Calculation;
  readonly rule: Rule;
};

/** Computes the list of a repeat's instances; `members` are the names of the values in each instance. */
export type RepeatValueStep = Placed & {
  readonly kind: 'value';
  readonly of: 'repeat';
  readonly repeat: Repeat;
  readonly members: readonly string[];
};

export type Step =
  | RelevanceStep
  | InstancesStep
  | EnteredStep
  | VerdictStep
  | QuestionValueStep
  | CalculationStep
  | RepeatValueStep;

export const stepId = (step: { readonly kind: StepKind; readonly name: string }): string => `${step.kind} ${step.name}`;
