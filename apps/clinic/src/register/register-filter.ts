/** Which lines of the register are looked at. */
import type { RegisterRow } from '@denba/protocols/care/register-row';

export type RegisterFilter = {
  readonly status: 'all' | 'inCare' | 'exited';
  /** Code of an outcome (`R1`…); `null`: any. */
  readonly outcome: string | null;
  /** `2026-03`; `null`: any. */
  readonly enrolledIn: string | null;
  readonly village: string | null;
  readonly classCode: string | null;
};

export const everyLine: RegisterFilter = {
  status: 'all',
  outcome: null,
  enrolledIn: null,
  village: null,
  classCode: null,
};

export const filterRegister = (lines: readonly RegisterRow[], filter: RegisterFilter): readonly RegisterRow[] =>
  lines.filter(
    (line) =>
      (filter.status === 'all' || (line.status === 'exited') === (filter.status === 'exited')) &&
      (filter.outcome === null || line.exitCode === filter.outcome) &&
      (filter.enrolledIn === null || line.enrolledOn.startsWith(filter.enrolledIn)) &&
      (filter.village === null || line.village === filter.village) &&
      (filter.classCode === null || line.lastClass?.code === filter.classCode),
  );

/** What occurs in the register, to choose from: months newest first, villages by name. */
export const registerChoices = (lines: readonly RegisterRow[]) => ({
  months: [...new Set(lines.map(({ enrolledOn }) => enrolledOn.slice(0, 7)))].sort().reverse(),
  villages: [...new Set(lines.flatMap(({ village }) => village ?? []))].sort((a, b) => a.localeCompare(b)),
  outcomes: [...new Set(lines.flatMap(({ exitCode }) => exitCode ?? []))].sort(),
});
