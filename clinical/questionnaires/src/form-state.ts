/**
 * What a screen, a record and a decision read from a form while it is being filled: the contract of this package.
 */
import type { Scope, Value } from '@denba/decisions/value';
import type { Ternary } from '@denba/quantities/ternary';
import type { Text } from '@denba/quantities/text';
import type { Answers, Input } from './answers.ts';
import type { Limits } from './data-element.ts';
import type { Calculation, Choice, Group, Note, Question, Repeat } from './form.ts';
import type { AnswerError } from './read-answer.ts';
import type { Earlier } from './wording.ts';

/** What surrounds the form: facts known before it is opened, and earlier values of the same data by path. */
export type Circumstances = {
  readonly given: Scope;
  readonly earlier: Readonly<Record<string, Earlier>>;
  /** Proposals by path from what is known outside the form; they go before the question's own default. */
  readonly proposed?: Scope;
};

export type FormView = {
  readonly answers: Answers;
  /** Everything to show, in the order of the form. */
  readonly visible: readonly VisibleItem[];
  /** The questions among them. */
  readonly questions: readonly QuestionState[];
  /** First question, in order, that is unanswered, refused, or questioned and not confirmed. */
  readonly next: string | null;
  /** What keeps the form from being complete, in order. */
  readonly blocking: readonly Blocking[];
  readonly complete: boolean;
  /** Items that may have to be asked: nobody can tell before `missing` is known. They are neither shown nor counted. */
  readonly undetermined: readonly { readonly path: string; readonly missing: readonly string[] }[];
  /** What decisions read, by name: `null` when unanswered, not assessed, refused or not relevant. */
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
  /** As entered; kept while the question is not relevant or its answer is refused. */
  readonly input: Input | null;
  /** What decisions read. */
  readonly value: Value;
  readonly required: boolean;
  readonly errors: readonly AnswerError[];
  readonly warnings: readonly Warning[];
  /** Rules that could not be checked, and the names that they lack. */
  readonly unchecked: readonly { readonly rule: 'constraint' | 'plausible'; readonly missing: readonly string[] }[];
  /** The choices offered; `null` when the question has no list. */
  readonly choices: readonly Choice[] | null;
  /** A default, for the worker to accept: it counts for nothing until she does. */
  readonly proposed: Value;
};

/** A question to the worker about an answer that counts. `confirmed` once she has said that it is right. */
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

/** Whether an item is asked, and what would tell when nobody knows. */
export type Relevance = { readonly holds: Ternary; readonly missing: readonly string[] };
