/**
 * A compiled form, as JSON: what the sheets of a protocol become once their expressions are parsed. The terms are those
 * of XLSForm (https://xlsform.org): relevant, required, constraint, calculation, choice filter, group, repeat.
 *
 * Names: a question is named after the datum it asks for, and a name is used only once per form, so groups are not part
 * of names. Inside a repeat a name means "of this instance" (`weight_g` of this twin); outside, the repeat's name is
 * the list of its instances (`twins[1].weight_g`; FEEL counts from 1).
 *
 * What expressions can read: the form's own names, `value` (the answer being checked, in `constraint` and `plausible`),
 * `choice` (the columns of the choice being filtered, in `choiceFilter`), `position` (1-based, inside a repeat), and
 * facts from outside (`given`: parameters as `p.x`, the record, earlier visits).
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
  /** Data elements by name. A question without a data element has only its type, and no limits. */
  readonly elements: Readonly<Record<string, DataElement>>;
};

export type FormItem = Group | Repeat | Question | Note | Calculation;

/** How a screen may show an item. These are only names; the screen decides what they look like. */
export type Appearance = {
  /** Name of a picture that illustrates the item (`attachment-chin`). */
  readonly picture: string | null;
  /** Name of a special input instead of the type's own (`breaths`, `weight`, `private`). */
  readonly widget: string | null;
};

/** Items under one heading. When the group is not relevant, none of its items is. */
export type Group = Appearance & {
  readonly kind: 'group';
  readonly name: string;
  readonly label: Text;
  readonly relevant: Expression | null;
  readonly items: readonly FormItem[];
};

/** Items asked once per instance: for each twin, each vaccine given. */
export type Repeat = {
  readonly kind: 'repeat';
  readonly name: string;
  readonly label: Text;
  readonly relevant: Expression | null;
  /** The number of instances (`birth_order_multiple`). When `null`, the worker adds and removes them. */
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
  /** An unknown result counts as required. */
  readonly required: boolean | Expression;
  /** False refuses the answer. An unknown result refuses nothing and is reported as unchecked. */
  readonly constraint: Expression | null;
  readonly constraintMessage: Text | null;
  /** False gives a warning, which the worker can confirm (a fall of weight above 10 %). */
  readonly plausible: Expression | null;
  readonly plausibleMessage: Text | null;
  /** Name of a list in `Form.choices`. */
  readonly choices: string | null;
  /** A choice is offered unless this is false: an unknown result hides nothing. */
  readonly choiceFilter: Expression | null;
  /** Proposed to the worker, and used only once she has accepted it: a default is not an observation. */
  readonly default: Expression | null;
  /** The measurement is taken twice, and a third time when the two differ by more than this, in the datum's unit. */
  readonly readings: { readonly maxDifference: number | Expression } | null;
  /**
   * The answer that means "looked for and not there". Only questions that have one can be answered together by one act
   * for the whole group (`sweep`); `null` where absence must be asked question by question.
   */
  readonly well: Input | null;
};

/** A text to read; it has no answer. */
export type Note = {
  readonly kind: 'note';
  readonly name: string;
  readonly label: Text;
  readonly relevant: Expression | null;
};

/** A value computed from others; it is shown when it has a label. */
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
  /** The other columns of the choice sheet, which expressions read as `choice.<column>`. */
  readonly columns: Readonly<Record<string, string>>;
};
