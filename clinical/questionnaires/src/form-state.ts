/**
 * What screens, records and decisions read from a form while it is being filled: the public interface of this package.
 */
import type { Scope, Value } from '@denba/decisions/value';
import type { Ternary } from '@denba/quantities/ternary';
import type { Text } from '@denba/quantities/text';
import type { Answers, Input } from './answers.ts';
import type { Limits } from './data-element.ts';
import type { Calculation, Choice, Group, Note, Question, Repeat } from './form.ts';
import type { AnswerError } from './read-answer.ts';
import type { Earlier } from './wording.ts';

/** What is known from outside the form: given facts by name, and earlier values of the same data by path. */
export type Circumstances = {
  readonly given: Scope;
  readonly earlier: Readonly<Record<string, Earlier>>;
  /** Proposed values by path, from outside the form; they take precedence over the question's own default. */
  readonly proposed?: Scope;
};

export type FormView = {
  readonly answers: Answers;
  /** All visible items, in the order of the form. */
  readonly visible: readonly VisibleItem[];
  /** The questions among the visible items. */
  readonly questions: readonly QuestionState[];
  /**
   * Path of the first question that is unanswered, refused, or has an unconfirmed warning; `null` when there is none.
   */
  readonly next: string | null;
  /** The questions that keep the form from being complete, in the order of the form. */
  readonly blocking: readonly Blocking[];
  readonly complete: boolean;
  /** Items whose relevance is unknown until the `missing` names are known. They are neither shown nor counted. */
  readonly undetermined: readonly { readonly path: string; readonly missing: readonly string[] }[];
  /** The values that decisions read, by name: `null` when unanswered, not assessed, refused or not relevant. */
  readonly values: Scope;
};

export type VisibleItem =
  | QuestionState
  | { readonly kind: 'group'; readonly path: string; readonly group: Group }
  | { readonly kind: 'repeat'; readonly path: string; readonly repeat: Repeat; readonly instances: readonly number[] }
  | { readonly kind: 'instance'; readonly path: string; readonly repeat: Repeat; readonly position: number }
  | { readonly kind: 'note'; readonly path: string; readonly note: Note }
  | { readonly kind: 'calculation'; readonly path: string; readonly calculation: Calculation; readonly value: Value };

export type QuestionState = {
  readonly kind: 'question';
  readonly path: string;
  readonly question: Question;
  readonly answer: 'notRelevant' | 'unanswered' | 'notAssessed' | 'answered' | 'refused';
  /** The input as entered; kept even while the question is not relevant or its answer is refused. */
  readonly input: Input | null;
  /** The value that decisions read. */
  readonly value: Value;
  readonly required: boolean;
  readonly errors: readonly AnswerError[];
  readonly warnings: readonly Warning[];
  /** Rules that could not be checked, with the unknown names that they need. */
  readonly unchecked: readonly { readonly rule: 'constraint' | 'plausible'; readonly missing: readonly string[] }[];
  /** The choices offered; `null` when the question has no list. */
  readonly choices: readonly Choice[] | null;
  /** A proposed value that the worker can accept; it has no effect before she does. */
  readonly proposed: Value;
};

/** A warning about an answer that nevertheless counts. `confirmed`: the worker has said that the answer is right. */
export type Warning = { readonly message: Text; readonly confirmed: boolean } & (
  | {
      readonly kind: 'unusual';
      readonly value: number;
      readonly limits: Limits;
      readonly unit: string | null;
      readonly earlier: Earlier | null;
    }
  | { readonly kind: 'implausible'; readonly value: Value; readonly earlier: Earlier | null }
  | { readonly kind: 'secondReading' }
  | {
      readonly kind: 'thirdReading' | 'readingsDisagree';
      readonly difference: number;
      readonly allowed: number | null;
      readonly unit: string | null;
    }
);

export type Blocking = { readonly path: string; readonly because: 'unanswered' | 'refused' | 'unconfirmed' };

/** Whether an item is asked; when that is unknown, `missing` has the names that would decide it. */
export type Relevance = { readonly holds: Ternary; readonly missing: readonly string[] };
