/**
 * The definition of an indicator, as content: which facts it is about, which of them count, how to read the figure.
 * Plain data without a parser: a phone and a server run the same (`count/count-facts.ts`).
 *
 * Every share is over one kind of fact: the numerator is those of the denominator for which `when` holds, so that no
 * numerator can be larger than its denominator, and the list behind a figure is the list of its facts.
 */
import type { Expression, UnaryTests } from '@denba/decisions/expression';
import type { SourceStatus, Text } from '@denba/quantities/text';

export type IndicatorKind =
  /** `when` among `among`. */
  | 'share'
  /** How many. */
  | 'count'
  /** Of the number `value`. */
  | 'mean'
  | 'median'
  /** How many of each code of `value`, as shares of all. */
  | 'spread'
  /** In care at the end of the period: what came in less what went out, from the first month on. */
  | 'stock'
  /** How many, of the people who live there (`population`). */
  | 'coverage';

export type Indicator = {
  /** `MAMI.IND.08`, as in the specification, on screens and in files. */
  readonly code: string;
  readonly theme: string;
  readonly name: Text;
  readonly kind: IndicatorKind;
  /** Kind of fact (`facts/counted-fact.ts`); `null` when not yet fed. */
  readonly fact: string | null;
  readonly among: Expression | null;
  readonly when: Expression | null;
  /** Attribute of the fact. */
  readonly value: string | null;
  readonly population: PopulationGroup | null;
  readonly unit: Unit;
  /** Names of dimensions. */
  readonly by: readonly string[];
  readonly source: string;
  readonly status: SourceStatus;
  /** What it says and how to read it. */
  readonly reading: Text;
  /** Known traps. */
  readonly trap: Text | null;
  readonly numerator: Text;
  readonly denominator: Text | null;
  /** Facts that are not recorded yet: the indicator is shown as not yet fed and says which they are. */
  readonly needs: Text | null;
  /** Only for those who may read the register: what a mother told in confidence. */
  readonly restricted: boolean;
  /** Which way is better; `null`: neither, or it depends. */
  readonly better: 'up' | 'down' | null;
};

export const units = ['n', '%', '‰', 'g/d', 'g/kg/d', 'd', 'z', 'mm'] as const;
export type Unit = (typeof units)[number];

export const populationGroups = [
  'population',
  'live_births',
  'deliveries',
  'pregnancies',
  'infants_0_5_months',
] as const;
export type PopulationGroup = (typeof populationGroups)[number];

/** A way to break figures down: the first value whose test holds of the attribute. What fits none is `unknown`. */
export type Dimension = {
  readonly name: string;
  readonly label: Text;
  readonly attribute: string;
  readonly values: readonly { readonly value: string; readonly test: UnaryTests; readonly label: Text }[];
};

export type IndicatorSet = {
  readonly indicators: readonly Indicator[];
  readonly dimensions: readonly Dimension[];
  /** Words of the codes of a spread. */
  readonly labels: readonly { readonly attribute: string; readonly code: string; readonly label: Text }[];
};
