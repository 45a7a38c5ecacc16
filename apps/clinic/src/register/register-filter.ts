/** Filters the lines of the register. */
import type { RegisterRow } from '@denba/protocols/care/lists/register-row';
import type { PersonId } from '@denba/records/ids';

export const situations = ['inCare', 'late', 'exited', 'all'] as const;
export type Situation = (typeof situations)[number];

export type RegisterFilter = {
  /** `inCare` includes children in hospital. `late`: children in care who did not come on their day. */
  readonly situation: Situation;
  /** Code of an outcome (`R1`…); `null` for any. */
  readonly outcome: string | null;
  /** Month such as `2026-03`; `null` for any. */
  readonly enrolledIn: string | null;
  readonly village: string | null;
  readonly classCode: string | null;
};

export const everyLine: RegisterFilter = {
  situation: 'all',
  outcome: null,
  enrolledIn: null,
  village: null,
  classCode: null,
};

/** `late`: children who are late or must be traced, by today's list. */
export const filterRegister = (
  lines: readonly RegisterRow[],
  filter: RegisterFilter,
  late: ReadonlySet<PersonId>,
): readonly RegisterRow[] =>
  lines.filter(
    (line) =>
      isIn(filter.situation, line, late) &&
      (filter.outcome === null || line.exitCode === filter.outcome) &&
      (filter.enrolledIn === null || line.enrolledOn.startsWith(filter.enrolledIn)) &&
      (filter.village === null || line.village === filter.village) &&
      (filter.classCode === null || line.lastClass?.code === filter.classCode),
  );

const isIn = (situation: Situation, { status, child }: RegisterRow, late: ReadonlySet<PersonId>): boolean => {
  switch (situation) {
    case 'all':
      return true;
    case 'exited':
      return status === 'exited';
    case 'inCare':
      return status !== 'exited';
    case 'late':
      return status !== 'exited' && late.has(child);
  }
};

/** The number of filters in use besides the situation. */
export const closerQuestions = ({ outcome, enrolledIn, village, classCode }: RegisterFilter): number =>
  [outcome, enrolledIn, village, classCode].filter((asked) => asked !== null).length;

export type RegisterChoices = {
  readonly months: readonly string[];
  readonly villages: readonly string[];
  readonly outcomes: readonly string[];
  readonly classes: readonly string[];
};

const classOrder = ['high', 'indepth', 'moderate', 'low', 'incomplete', 'review'];

/**
 * The values that occur in the register, to choose from: months newest first, villages by name, classes in a fixed
 * order that begins with the most severe.
 */
export const registerChoices = (lines: readonly RegisterRow[]): RegisterChoices => {
  const classes = new Set(lines.flatMap(({ lastClass }) => lastClass?.code ?? []));
  return {
    months: [...new Set(lines.map(({ enrolledOn }) => enrolledOn.slice(0, 7)))].sort().reverse(),
    villages: [...new Set(lines.flatMap(({ village }) => village ?? []))].sort((a, b) => a.localeCompare(b)),
    outcomes: [...new Set(lines.flatMap(({ exitCode }) => exitCode ?? []))].sort(),
    classes: [...classes].sort((a, b) => classOrder.indexOf(a) - classOrder.indexOf(b)),
  };
};
