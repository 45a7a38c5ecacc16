/**
 * The definition of an indicator, as content: which facts it is about, which of them count, how to read the figure.
 * Plain data without a parser: phone and server evaluate the same definition (`count/count-facts.ts`).
 *
 * Every share is over one set of facts: its numerator is the facts of the denominator for which `when` holds, so that
 * no numerator can be larger than its denominator, and the list behind a figure is the list of its facts.
 */
import type { Expression, UnaryTests } from '@denba/decisions/expression';
import type { SourceStatus, Text } from '@denba/quantities/text';

export type IndicatorKind =
  /** Facts for which `when` holds, as a share of those for which `among` holds. */
  | 'share'
  /** Number of facts. */
  | 'count'
  /** Mean of the attribute `value`. */
  | 'mean'
  | 'median'
  /** Number of facts per code of the attribute `value`, as shares of all. */
  | 'spread'
  /** Number in care at the end of the period: arrivals minus departures since the first month. */
  | 'stock'
  /** Number of facts as a share of the people who live there (`population`). */
  | 'coverage';

export type Indicator = {
  /** Code such as `MAMI.IND.08`, as in the specification, on screens and in files. */
  readonly code: string;
  readonly theme: string;
  readonly name: Text;
  readonly kind: IndicatorKind;
  /** Kinds of fact (`facts/counted-fact.ts`), separated by spaces; `null` when they are not recorded yet (`needs`). */
  readonly fact: string | null;
  readonly among: Expression | null;
  readonly when: Expression | null;
  /** Attribute of the fact that the kinds `mean`, `median` and `spread` are about. */
  readonly value: string | null;
  readonly population: PopulationGroup | null;
  readonly unit: Unit;
  /** Names of the dimensions by which the figure is broken down. */
  readonly by: readonly string[];
  readonly source: string;
  readonly status: SourceStatus;
  /** What the figure says and how to read it. */
  readonly reading: Text;
  /** Known pitfalls of interpretation. */
  readonly trap: Text | null;
  readonly numerator: Text;
  readonly denominator: Text | null;
  /** Facts that are not recorded yet: the indicator is shown as "not yet fed" together with this text. */
  readonly needs: Text | null;
  /** Shown only to readers who may read the register: it is about what a mother told in confidence. */
  readonly restricted: boolean;
  /** Which direction is better; `null`: neither, or it depends. */
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

/**
 * A way to break figures down. A fact falls under the first value whose test holds for the attribute, and under unknown
 * (`?`) when none holds.
 */
export type Dimension = {
  readonly name: string;
  readonly label: Text;
  readonly attribute: string;
  readonly values: readonly { readonly value: string; readonly test: UnaryTests; readonly label: Text }[];
};

export type IndicatorSet = {
  readonly indicators: readonly Indicator[];
  readonly dimensions: readonly Dimension[];
  /** Display texts for the codes of a spread. */
  readonly labels: readonly { readonly attribute: string; readonly code: string; readonly label: Text }[];
};
