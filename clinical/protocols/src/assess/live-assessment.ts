/**
 * An assessment that keeps the graph state that it was made from, so that `reassess` runs only what a change affects.
 * Parts that few callers need (all values by name, the sentences of the trace) are computed lazily and cached.
 */
import type { GraphState, RunState } from '@denba/decisions/graph/decision-graph';
import type { TableResult } from '@denba/decisions/tables/table-result';
import type { Value } from '@denba/decisions/value';
import type { Assessment } from './assessment.ts';
import type { InputProblem } from './input-problem.ts';

type State = RunState<TableResult>;

/** Computes the trace and the missing elements of a state. */
export type Teller = {
  /** The trace of `tables` only, or of all tables when they are not given. */
  readonly trace: (state: State, tables?: ReadonlySet<string>) => Assessment['trace'];
  readonly missing: (state: State) => Assessment['missing'];
};

export class LiveAssessment implements Assessment {
  readonly protocol: Assessment['protocol'];
  readonly notAssessed: readonly string[];
  readonly problems: readonly InputProblem[];
  readonly #state: State;
  readonly #teller: Teller;
  #trace: Assessment['trace'] | null = null;
  #missing: Assessment['missing'] | null = null;

  constructor(
    protocol: Assessment['protocol'],
    state: State,
    teller: Teller,
    notAssessed: readonly string[],
    problems: readonly InputProblem[],
  ) {
    this.protocol = protocol;
    this.notAssessed = notAssessed;
    this.problems = problems;
    this.#state = state;
    this.#teller = teller;
  }

  /** One value by its name. */
  value(name: string): Value {
    return this.#state.value(name);
  }

  get values(): Assessment['values'] {
    return this.#state.values;
  }

  get tables(): Assessment['tables'] {
    return this.#state.details;
  }

  get trace(): Assessment['trace'] {
    this.#trace ??= this.#teller.trace(this.#state);
    return this.#trace;
  }

  /** The trace of these tables only; no sentences are made for other tables. */
  traceOf(tables: ReadonlySet<string>): Assessment['trace'] {
    return this.#trace === null ? this.#teller.trace(this.#state, tables) : ofTables(this.#trace, tables);
  }

  get missing(): Assessment['missing'] {
    this.#missing ??= this.#teller.missing(this.#state);
    return this.#missing;
  }

  /** The assessment as plain records, as it is stored. */
  toJSON(): Assessment {
    const { protocol, values, tables, trace, missing, notAssessed, problems } = this;
    return { protocol, values, tables, trace, missing, notAssessed, problems };
  }

  /** The graph state of an assessment. For one that was read from storage, it is rebuilt from its records. */
  static stateOf(assessment: Assessment): GraphState<TableResult> {
    return assessment instanceof LiveAssessment
      ? assessment.#state
      : { values: assessment.values, details: assessment.tables, ran: [] };
  }
}

/** One value of an assessment. When the assessment is live, the other values are not computed. */
export const valueIn = (assessment: Assessment, name: string): Value =>
  (assessment instanceof LiveAssessment ? assessment.value(name) : assessment.values[name]) ?? null;

/** The trace of some tables. When the assessment is live, no sentences are made for other tables. */
export const traceOf = (assessment: Assessment, tables: ReadonlySet<string>): Assessment['trace'] =>
  assessment instanceof LiveAssessment ? assessment.traceOf(tables) : ofTables(assessment.trace, tables);

const ofTables = (trace: Assessment['trace'], tables: ReadonlySet<string>): Assessment['trace'] =>
  trace.filter(({ table }) => tables.has(table));
