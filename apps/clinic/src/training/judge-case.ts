/**
 * Compares a learner's answer with the protocol's assessment, computed at that moment. Three questions, one point each:
 * the class of the pair, the place of care, and the actions now. The result is no grade: it shows what the protocol
 * says, and why.
 */
import { isList, type Value } from '@denba/decisions/value';
import type { Assessment, TraceEntry } from '@denba/protocols/assess/assessment';
import { namesBehind } from '@denba/protocols/assess/names-behind';
import { valueAt } from '@denba/protocols/assess/trace';
import type { CompiledProtocol } from '@denba/protocols/compile/compiled-protocol';
import type { TrainingCase } from './training-case.ts';

export type CaseAnswer = {
  readonly pairClass: string | null;
  readonly setting: string | null;
  readonly actions: readonly string[];
};

export const noAnswer: CaseAnswer = { pairClass: null, setting: null, actions: [] };

/** Whether the answer may be shown: the first two questions need an answer; choosing no action answers the third. */
export const isAnswered = ({ pairClass, setting }: CaseAnswer): boolean => pairClass !== null && setting !== null;

export type CaseJudgement = {
  readonly pairClass: Judged;
  readonly setting: Judged;
  readonly actions: readonly { readonly code: string; readonly chosen: boolean; readonly asked: boolean }[];
  readonly actionsRight: boolean;
  readonly points: number;
  readonly outOf: number;
  /** The rows that led to the class, in the order of the trace. */
  readonly reasons: readonly TraceEntry[];
};

export type Judged = { readonly chosen: string | null; readonly right: string | null };

export const judgeCase = (
  { choose }: Pick<TrainingCase, 'choose'>,
  answer: CaseAnswer,
  assessment: Assessment,
  protocol: CompiledProtocol,
): CaseJudgement => {
  const pairClass = { chosen: answer.pairClass, right: textOf(assessment.values['pair_class']) };
  const setting = { chosen: answer.setting, right: textOf(valueAt(assessment.values, 'care.setting')) };
  const asked = textsOf(assessment.values['actions']);
  const actions = choose.map((code) => ({
    code,
    chosen: answer.actions.includes(code),
    asked: asked.includes(code),
  }));
  const actionsRight = actions.every((action) => action.chosen === action.asked);
  const behind = namesBehind(protocol, ['pair_class']);
  return {
    pairClass,
    setting,
    actions,
    actionsRight,
    points: [isRight(pairClass), isRight(setting), actionsRight].filter(Boolean).length,
    outOf: 3,
    reasons: assessment.trace.filter(({ table }) => behind.has(table)),
  };
};

export const isRight = ({ chosen, right }: Judged): boolean => chosen !== null && chosen === right;

/** The codes that a table may conclude, from which the learner chooses. */
export const possibleCodes = (protocol: CompiledProtocol, table: string, output: string): readonly string[] =>
  protocol.outputs.find((candidate) => candidate.table === table && candidate.name === output)?.values ?? [];

const textOf = (value: Value | undefined): string | null => (typeof value === 'string' ? value : null);

const textsOf = (value: Value | undefined): readonly string[] =>
  value !== undefined && isList(value) ? value.filter((item): item is string => typeof item === 'string') : [];
