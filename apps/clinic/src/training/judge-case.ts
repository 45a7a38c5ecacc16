/**
 * Compares a learner's answer with the protocol's own assessment, made at this moment. Three questions, one point each:
 * the class of the pair, where it is cared for, and what is done now. Nobody is graded by it: it says what the protocol
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

/** The learner may ask for the answer once the first two questions have one; "nothing of this" is an answer to the third. */
export const isAnswered = ({ pairClass, setting }: CaseAnswer): boolean => pairClass !== null && setting !== null;

export type CaseJudgement = {
  readonly pairClass: Judged;
  readonly setting: Judged;
  readonly actions: readonly { readonly code: string; readonly chosen: boolean; readonly asked: boolean }[];
  readonly actionsRight: boolean;
  readonly points: number;
  readonly outOf: number;
  /** The rows behind the class, in the order in which they were found. */
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

/** The codes that a table may conclude: what there is to choose among. */
export const possibleCodes = (protocol: CompiledProtocol, table: string, output: string): readonly string[] =>
  protocol.outputs.find((candidate) => candidate.table === table && candidate.name === output)?.values ?? [];

const textOf = (value: Value | undefined): string | null => (typeof value === 'string' ? value : null);

const textsOf = (value: Value | undefined): readonly string[] =>
  value !== undefined && isList(value) ? value.filter((item): item is string => typeof item === 'string') : [];
