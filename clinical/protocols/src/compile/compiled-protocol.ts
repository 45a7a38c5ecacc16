/**
 * A protocol ready to run: plain JSON in which every expression is a tree. Evaluating it needs no parser, sheet reader
 * or grammar, so this is the form that phones receive.
 */

import type { Expression } from '@denba/decisions/expression';
import type { DecisionTable } from '@denba/decisions/tables/decision-table';
import type { SourceStatus, Text } from '@denba/quantities/text';
import type { DataElement, Limits } from '@denba/questionnaires/data-element';
import type { Form } from '@denba/questionnaires/form';
import type { Schedule } from '@denba/schedules/schedule';
import type { Approval, CitedSource } from '../read/protocol-head.ts';
import type { ValueType } from './value-type.ts';

/** Status and source of a piece of content. */
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

/** One thing that is asked, observed or measured, with the source of its limits. */
export type Element = DataElement &
  Provenance & {
    /** True when an answer stays valid until a new one is given: what a family is asked only once. */
    readonly lasting: boolean;
    /** True when told in confidence: never on a paper that the family carries, nor where others can read it. */
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

/** The parts of an assessment to which a table can belong. */
export const tableParts = [
  ...(['infant', 'nutrition', 'growth', 'feeding', 'mother', 'mood', 'risk', 'screen'] as const),
  /** The class of the pair, which depends on the other parts. */
  'pair',
] as const;

export type TablePart = (typeof tableParts)[number];

/** `now`: before anything else. `today`: before the patient leaves. */
export const urgencies = ['now', 'today'] as const;

export type Action = Provenance & {
  readonly code: string;
  readonly kind: string;
  /** `null`: not urgent, done in the course of care. */
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

/** Lists of choices by name, each with its codes in words: for forms, and for showing a code in words. */
export type ChoiceLabels = Readonly<Record<string, Readonly<Record<string, Text>>>>;

/** Increased when the shape of a compiled protocol changes. */
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
  /** The part that each table belongs to, by table name; tables of no part (plans, checks) are absent. */
  readonly parts: Readonly<Record<string, TablePart>>;
  readonly forms: readonly Form[];
  readonly schedule: Schedule;
  readonly actions: readonly Action[];
  readonly cards: readonly Card[];
  readonly choices: ChoiceLabels;
  /**
   * Name of the pack that the protocol was read from; absent when it was compiled from sheets. Not part of its content.
   */
  readonly pack?: string;
};
