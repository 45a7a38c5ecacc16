/**
 * A protocol ready to run: plain JSON in which every expression is a tree. No parser, no sheet reader and no grammar is
 * needed to evaluate it, so this is what a phone carries.
 */

import type { Expression } from '@denba/decisions/expression';
import type { DecisionTable } from '@denba/decisions/tables/decision-table';
import type { SourceStatus, Text } from '@denba/quantities/text';
import type { DataElement, Limits } from '@denba/questionnaires/data-element';
import type { Form } from '@denba/questionnaires/form';
import type { Schedule } from '@denba/schedules/schedule';
import type { Approval, CitedSource } from '../read/protocol-head.ts';
import type { ValueType } from './value-type.ts';

/** What every sourced piece of content says of itself. */
export type Provenance = { readonly status: SourceStatus; readonly source: string };

export type Parameter = Provenance & {
  readonly name: string;
  readonly value: number | boolean | string;
  readonly type: ValueType;
  readonly unit: string | null;
  readonly limits: Limits;
  readonly title: Text;
  readonly note: string;
};

/** One thing that is asked, observed or measured, with where its limits come from. */
export type Element = DataElement &
  Provenance & {
    /** An answer stands until another is given: what a family is asked once. */
    readonly lasting: boolean;
    /** Told in confidence: never on a paper that the family carries, never where others can read it. */
    readonly private: boolean;
  };

export type Derived = Provenance & {
  readonly name: string;
  readonly type: ValueType;
  readonly unit: string | null;
  readonly values: readonly string[];
  readonly limits: Limits;
  readonly expression: Expression;
  readonly label: Text;
};

export type TableOutput = {
  readonly table: string;
  readonly name: string;
  readonly type: ValueType;
  readonly unit: string | null;
  readonly values: readonly string[];
  readonly limits: Limits;
  readonly label: Text;
};

/** What part of an assessment a table speaks about. */
export const tableParts = [
  ...(['infant', 'nutrition', 'growth', 'feeding', 'mother', 'mood', 'risk', 'screen'] as const),
  /** The class of the pair, which rests on the others. */
  'pair',
] as const;

export type TablePart = (typeof tableParts)[number];

/** `now`: before anything else. `today`: before she leaves. */
export const urgencies = ['now', 'today'] as const;

export type Action = Provenance & {
  readonly code: string;
  readonly kind: string;
  /** `null`: in its time. */
  readonly urgency: (typeof urgencies)[number] | null;
  readonly title: Text;
  readonly text: Text;
  readonly doseRule: string;
  readonly drugForm: string;
};

export type Card = Provenance & {
  readonly id: string;
  readonly title: Text;
  readonly audience: string;
  readonly picture: string;
  readonly audio: string;
  readonly trigger: Text;
  readonly text: Text;
};

/** A named list of choices, for forms and for showing a code in words. */
export type ChoiceLabels = Readonly<Record<string, Readonly<Record<string, Text>>>>;

/** Raised when the shape of a compiled protocol changes. */
export const PROTOCOL_FORMAT = 2;

export type CompiledProtocol = {
  readonly format: typeof PROTOCOL_FORMAT;
  readonly id: string;
  readonly version: string;
  readonly title: Text;
  readonly appliesTo: Text;
  readonly sources: readonly CitedSource[];
  readonly approval: Approval;
  readonly overlays: readonly { readonly id: string; readonly title: Text }[];
  readonly parameters: readonly Parameter[];
  readonly elements: readonly Element[];
  readonly derived: readonly Derived[];
  readonly tables: readonly DecisionTable[];
  readonly outputs: readonly TableOutput[];
  /** By name of the table; tables that speak about no part (plans, checks) are not here. */
  readonly parts: Readonly<Record<string, TablePart>>;
  readonly forms: readonly Form[];
  readonly schedule: Schedule;
  readonly actions: readonly Action[];
  readonly cards: readonly Card[];
  readonly choices: ChoiceLabels;
  /** Name of the pack that it was read from. Not part of its content; absent when it was compiled from sheets. */
  readonly pack?: string;
};
