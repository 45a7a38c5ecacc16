/** Which steps to check again when one has changed, computed once per form. Steps are identified by their index. */
import { type Rule, type Step, type StepKind, stepId } from './form-plan.ts';

export type FormWiring = {
  /** For each step, the steps that read it. */
  readonly readers: readonly (readonly number[])[];
  /** For each step that computes the instances of a repeat, all steps inside that repeat; empty for other steps. */
  readonly inside: readonly (readonly number[])[];
  /** For each item name, the steps that read its answer or its list of instances. */
  readonly ofName: ReadonlyMap<string, readonly number[]>;
  /** For each fact given from outside, by name, the steps whose rules read it. */
  readonly ofGiven: ReadonlyMap<string, ReadonlySet<number>>;
};

export const wireSteps = (steps: readonly Step[]): FormWiring => {
  const indexes = steps.map((_, index) => index);
  const indexOf = new Map(steps.map((step, index) => [stepId(step), index]));
  const readers: number[][] = steps.map(() => []);
  const inside: number[][] = steps.map(() => []);
  const ofName = new Map<string, number[]>();
  const ofGiven = new Map<string, Set<number>>();
  for (const [index, step] of steps.entries()) {
    for (const read of step.reads) readers[indexOf.get(stepId(read)) ?? -1]?.push(index);
    if (readsAnswers.includes(step.kind)) ofName.set(step.name, [...(ofName.get(step.name) ?? []), index]);
    for (const root of rulesOf(step).flatMap(givenIn)) ofGiven.set(root, (ofGiven.get(root) ?? new Set()).add(index));
    if (step.kind === 'instances') {
      inside[index] = indexes.filter((other) => steps[other]?.repeats.includes(step.name));
    }
  }
  return { readers, inside, ofName, ofGiven };
};

const rulesOf = (step: Step): readonly Rule[] => {
  const parts: readonly unknown[] = Object.values(step);
  return parts.filter((part): part is Rule => typeof part === 'object' && part !== null && 'inputs' in part);
};

const givenIn = ({ inputs }: Rule): readonly string[] =>
  inputs.flatMap((input) => (input.from === 'given' ? [input.root] : []));

const readsAnswers: readonly StepKind[] = ['entered', 'verdict', 'instances'];
