/**
 * Orders steps so that each comes after everything it reads, and after the instances of the repeats around it.
 * Otherwise the order of the form is kept.
 */
import { err, ok, type Result } from '@denba/quantities/result';
import { type Step, stepId } from './form-plan.ts';

/** The error is one cycle: names of items, each reading the next, with the first repeated at the end. */
export const orderSteps = (steps: readonly Step[]): Result<readonly Step[], readonly string[]> => {
  const byId = new Map(steps.map((step) => [stepId(step), step]));
  const ordered = new Set<Step>();
  const path: Step[] = [];
  const visit = (step: Step): readonly string[] | null => {
    if (ordered.has(step)) return null;
    if (path.includes(step)) return circle([...path.slice(path.indexOf(step)), step]);
    path.push(step);
    const instances = step.repeats.map((name) => ({ kind: 'instances', name }) as const);
    for (const read of [...instances, ...step.reads]) {
      const target = byId.get(stepId(read));
      const found = target === undefined ? null : visit(target);
      if (found !== null) return found;
    }
    path.pop();
    ordered.add(step);
    return null;
  };
  for (const step of steps) {
    const found = visit(step);
    if (found !== null) return err(found);
  }
  return ok([...ordered]);
};

/** Consecutive steps of the same item are shown as one name. */
const circle = (steps: readonly Step[]): readonly string[] => {
  const names = steps.map((step) => step.name).filter((name, index, all) => index === 0 || name !== all[index - 1]);
  return names.length === 1 ? [...names, ...names] : names;
};
