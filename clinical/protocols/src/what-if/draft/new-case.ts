/**
 * A case that somebody tried by hand on a draft, as a worked case to keep: what was given, and what the draft concludes
 * from it today. Whoever keeps it has seen that conclusion and says that it is right.
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
  /** Conclusions that were told, as far as they are known, and the rules of the draft that speak. */
  readonly expect: Readonly<Record<string, unknown>>;
  readonly reached: readonly string[];
};

/** `own`: ids of the rules that the draft adds or changes. Throws where `createAssessor` does. */
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
      // Without its day a case happens on the day of all cases (`givenInputs`): unknown stays unknown.
      given: { visit_date: null, ...Object.fromEntries(given) },
      expect: { ...Object.fromEntries(told), ...(reached.length === 0 ? {} : { rows: reached }) },
      reached,
    };
  };
};
