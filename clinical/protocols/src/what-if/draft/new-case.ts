/**
 * Turns a case that somebody tried by hand on a draft into a worked case: the given inputs, and what the draft
 * concludes from them today. Whoever keeps the case has seen these conclusions and says that they are right.
 */
import type { Value } from '@denba/decisions/value';
import { createAssessor } from '../../assess/create-assessor.ts';
import type { Inputs } from '../../assess/read-inputs.ts';
import { valueAt } from '../../assess/trace.ts';
import { toldConclusions } from '../../booklet/try-case.ts';
import type { CompiledProtocol } from '../../compile/compiled-protocol.ts';
import { asWritten } from '../../vignettes/run-vignettes.ts';

export type NewCase = {
  readonly given: Inputs;
  /** The known ones among the usual conclusions, and the draft's own rules that fired. */
  readonly expect: Readonly<Record<string, unknown>>;
  readonly reached: readonly string[];
};

/** `own`: ids of the rules that the draft adds or changes. Throws like `createAssessor`. */
export const createNewCase = (protocol: CompiledProtocol, own: ReadonlySet<string>): ((inputs: Inputs) => NewCase) => {
  const { assess } = createAssessor(protocol);
  return (inputs) => {
    const { values, trace } = assess(inputs);
    const reached = [...new Set(trace.map(({ row }) => row))].filter((row) => own.has(row));
    const told = toldConclusions.flatMap((name) => {
      const value = asWritten(valueAt(values, name));
      return value === null ? [] : [[name, value] as const];
    });
    const given = Object.entries(inputs).flatMap(([name, value]) =>
      value === null || value === undefined ? [] : [[name, asWritten(value as Value)] as const],
    );
    return {
      // `visit_date` is given as null when it is unknown; otherwise `givenInputs` would fill in the default day of
      // cases.
      given: { visit_date: null, ...Object.fromEntries(given) },
      expect: { ...Object.fromEntries(told), ...(reached.length === 0 ? {} : { rows: reached }) },
      reached,
    };
  };
};
