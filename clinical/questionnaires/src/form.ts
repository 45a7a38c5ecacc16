/**
 * A compiled form, as JSON: what the sheets of a protocol become once their expressions are parsed. The words are
 * those of XLSForm (https://xlsform.org): relevant, required, constraint, calculation, choice filter, group, repeat.
 *
 * Names. A question is named after the datum it asks for, and a name is used once in a form, so that groups never
 * enter a name. Inside a repeat a name means "of this instance" (`weight_g` of this twin); outside, the repeat's name
 * is the list of its instances (`twins[1].weight_g`, FEEL counts from 1).
 *
 * What expressions see: the form's own names, `value` (the answer being checked, in `constraint` and `plausible`),
 * `choice` (the columns of the choice being filtered, in `choiceFilter`), `position` (1-based, inside a repeat), and
 * the facts handed in from outside (`given`: parameters as `p.x`, the record, earlier visits).
 */
import type { Expression } from '@denba/decisions/expression';
import type { Text } from '@denba/quantities/text';
import type { Input } from './answers.ts';
import type { DataElement } from './data-element.ts';

export type Form = {
  readonly id: string;
  readonly title: Text;
  readonly items: readonly FormItem[];
  /** Choices by list name. */
  readonly choices: Readonly<Record<string, readonly Choice[]>>;
  /** Facts by datum name. A question whose name is absent has a type and no limits. */
  readonly elements: Readonly<Record<string, DataElement>>;
};

export type FormItem = Group | Repeat | Question | Note | Calculation;

/** How a screen may show an item. Names only: what they look like is the screen's. */
export type Appearance = {
  /** A picture that shows what is meant (`attachment-chin`). */
  readonly picture: string | null;
  /** Another way of entering than the type's own (`breaths`, `weight`, `private`). */
  readonly widget: string | null;
};

/** Items under one heading. When the group is not relevant, nothing in it is. */
export type Group = Appearance & {
  readonly kind: 'group';
  readonly name: string;
  readonly label: Text;
  readonly relevant: Expression | null;
  readonly items: readonly FormItem[];
};

/** Items asked once for each instance: each twin, each vaccine given. */
export type Repeat = {
  readonly kind: 'repeat';
  readonly name: string;
  readonly label: Text;
  readonly relevant: Expression | null;
  /** How many instances (`birth_order_multiple`). Without it the worker adds and removes them. */
  readonly count: Expression | null;
  readonly items: readonly FormItem[];
};

export type QuestionType = 'integer' | 'number' | 'boolean' | 'code' | 'codes' | 'date' | 'text';

export type Question = Appearance & {
  readonly kind: 'question';
  readonly name: string;
  readonly type: QuestionType;
  readonly label: Text;
  readonly hint: Text | null;
  readonly relevant: Expression | null;
  /** Unknown counts as required: what may be needed is asked for. */
  readonly required: boolean | Expression;
  /** False refuses the answer. Unknown refuses nothing: it is said to be unchecked. */
  readonly constraint: Expression | null;
  readonly constraintMessage: Text | null;
  /** False questions the answer, which stands once confirmed (a fall of weight above 10 %). */
  readonly plausible: Expression | null;
  readonly plausibleMessage: Text | null;
  /** Name of a list in `Form.choices`. */
  readonly choices: string | null;
  /** A choice is offered unless this is false: an unknown never hides an answer. */
  readonly choiceFilter: Expression | null;
  /** Proposed to the worker, and counted only once she has answered: a default is not an observation. */
  readonly default: Expression | null;
  /** Measured twice, and a third time when the two differ by more than this, in the datum's unit. */
  readonly readings: { readonly maxDifference: number | Expression } | null;
  /**
   * The answer that means "looked for and not there". Only questions that have one may be answered together, by one act
   * for the whole group (`sweep`); `null` where absence must be asked one by one.
   */
  readonly well: Input | null;
};

/** Text to read; asks nothing. */
export type Note = {
  readonly kind: 'note';
  readonly name: string;
  readonly label: Text;
  readonly relevant: Expression | null;
};

/** A value worked out from others; shown when it has a label. */
export type Calculation = {
  readonly kind: 'calculation';
  readonly name: string;
  readonly label: Text | null;
  readonly relevant: Expression | null;
  readonly calculation: Expression;
};

export type Choice = {
  readonly name: string;
  readonly label: Text;
  /** The other columns of the choice sheet, read as `choice.<column>`. */
  readonly columns: Readonly<Record<string, string>>;
};
