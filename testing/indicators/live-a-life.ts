/**
 * The notation of the worked examples: a family's life as a list of steps. Each step is a method of `FamilyLife` under
 * its own name, with the answers that matter (`on`, `child`, `as`, `recorded_on` as there). Answers that are not given
 * are those of a family in which nothing is wrong. The mother is registered on the day of the first step unless the
 * first step registers her.
 */
import { type FamilyLife, family, type Step } from '@denba/scenario/family-life';

type TakeStep = (life: FamilyLife, said: Step) => FamilyLife;

const steps = {
  mother: (life, said) => life.mother(said),
  /** Twins are two births with `birth_count: 2`. */
  bears: (life, said) => life.bears(said),
  screened: (life, said) => life.screened(said),
  assessed: (life, said) => life.assessed(said),
  visit: (life, said) => life.visit(said),
  weighed: (life, said) => life.weighed(said),
  /** `exit_code`: R1 … R6. */
  exits: (life, said) => life.exits(word(said, 'exit_code'), said),
  /** `transfer`: temporary or permanent. */
  transferred: (life, said) => life.transferred(word(said, 'transfer') as 'temporary' | 'permanent', said),
  /** `entry_type`: return, transfer_in or post_inpatient. */
  returns: (life, said) => life.returns(word(said, 'entry_type') as 'return', said),
  counter_referred: (life, said) => life.counterReferred(said),
  /** `tracing_result`: found, not_found, not_done … */
  traced: (life, said) => life.traced(word(said, 'tracing_result'), said),
  child_dies: (life, said) => life.childDies(said),
  mother_dies: (life, said) => life.motherDies(said),
  /** `step`: the name (`as`) of the step that was wrong; `set`: the right answers; `occurred_on`: the right day. */
  corrects: (life, { step, set, ...said }) => life.corrects(String(step), (set ?? {}) as Step, 'read again', said),
  withdraws: (life, { step, ...said }) => life.withdraws(String(step), 'made by mistake', said),
} as const satisfies Record<string, TakeStep>;

export const stepNames = Object.keys(steps) as readonly (keyof typeof steps)[];

export type ToldStep = { readonly [name in keyof typeof steps]?: Step };

/** Throws on a step that the record refuses, with the message of the record. */
export const liveALife = (name: string, told: readonly ToldStep[]): FamilyLife => {
  const named = told.map((one) => Object.entries(one)[0] as [keyof typeof steps, Step]);
  const [first] = named;
  const on = first?.[1].on;
  const begun = first?.[0] === 'mother' ? family(name) : family(name).mother(on === undefined ? {} : { on });
  return named.reduce((life, [step, said]) => steps[step](life, said), begun);
};

const word = (said: Step, name: string): string => {
  const value = said[name];
  if (typeof value !== 'string') throw new Error(`the step must say ${name}`);
  return value;
};
