/**
 * Who is at risk at each visit, by the protocol's reasons for enrolment, and who enters and leaves risk.
 *
 * Reasons that are fixed at birth (risk factors) are counted, but do not make anybody enter or leave: "at risk" here
 * means that a visit shows at least one other reason. An infant without such a reason is not at risk only if it was
 * weighed; else its state is unknown, and the next known state is compared with the last known one.
 */
import type { AssessedVisit } from './assess-visits.ts';
import { type Share, shareOf } from './share.ts';

export type RiskState = 'atRisk' | 'notAtRisk' | 'unknown';

export type WeekRisk = {
  readonly week: number;
  readonly attended: number;
  readonly weighed: number;
  /** Number of visits that show each reason, by reason code. */
  readonly byReason: Readonly<Record<string, number>>;
  /** Visits with at least one reason that is not fixed at birth, as a share of visits whose state is known. */
  readonly any: Share;
  readonly unknown: number;
  /**
   * Changes since the infant's last known state. `entered`: of those who were not at risk; `left`: of those who were.
   */
  readonly entered: Share;
  readonly left: Share;
  readonly byClass: Readonly<Record<string, number>>;
};

export type Risk = {
  /** Reason codes that occur, in the order of the protocol. */
  readonly reasons: readonly string[];
  readonly classes: readonly string[];
  readonly weeks: readonly WeekRisk[];
  /** Infants at risk at any visit of the follow-up, of those whose state is known at least once. */
  readonly everAtRisk: Share;
  readonly enteredAfterFirstVisit: Share;
  readonly leftAndStayedOut: Share;
};

const FIXED_AT_BIRTH = 'risk_factor';

export const riskOf = (
  infants: readonly (readonly AssessedVisit[])[],
  order: { readonly reasons: readonly string[]; readonly classes: readonly string[] },
): Risk => {
  const weeks = new Map<number, MutableWeek>();
  const reasons = new Set<string>();
  const classes = new Set<string>();
  let known = 0;
  let ever = 0;
  let startedWell = 0;
  let enteredLater = 0;
  let leftForGood = 0;
  for (const visits of infants) {
    let last: RiskState = 'unknown';
    const states: RiskState[] = [];
    for (const assessed of visits) {
      const week = weekOf(weeks, assessed.visit.week);
      const state = stateOf(assessed);
      week.attended += 1;
      if (assessed.visit.weightG !== null) week.weighed += 1;
      for (const reason of assessed.reasons) {
        reasons.add(reason);
        add(week.byReason, reason);
      }
      classes.add(assessed.pairClass);
      add(week.byClass, assessed.pairClass);
      add(week.states, state);
      if (state === 'unknown') continue;
      if (last !== 'unknown') add(week.moves, `${last}>${state}`);
      last = state;
      states.push(state);
    }
    if (states.length === 0) continue;
    known += 1;
    if (states.includes('atRisk')) ever += 1;
    if (states[0] === 'notAtRisk') {
      startedWell += 1;
      if (states.includes('atRisk')) enteredLater += 1;
    }
    if (states.includes('atRisk') && states.at(-1) === 'notAtRisk') leftForGood += 1;
  }
  return {
    reasons: inOrder(reasons, order.reasons),
    classes: inOrder(classes, order.classes),
    weeks: [...weeks.entries()].sort(([a], [b]) => a - b).map(([week, counts]) => finished(week, counts)),
    everAtRisk: shareOf(ever, known),
    enteredAfterFirstVisit: shareOf(enteredLater, startedWell),
    leftAndStayedOut: shareOf(leftForGood, ever),
  };
};

export const stateOf = ({ reasons, visit }: AssessedVisit): RiskState =>
  reasons.some((reason) => reason !== FIXED_AT_BIRTH)
    ? 'atRisk'
    : visit.weightG === null || visit.ageDays === null
      ? 'unknown'
      : 'notAtRisk';

/** The codes that occur: known ones in the given order, then the others sorted alphabetically. */
const inOrder = (found: ReadonlySet<string>, order: readonly string[]): readonly string[] => [
  ...order.filter((code) => found.has(code)),
  ...[...found].filter((code) => !order.includes(code)).sort(),
];

type Counts = Record<string, number>;
type MutableWeek = {
  attended: number;
  weighed: number;
  readonly byReason: Counts;
  readonly byClass: Counts;
  readonly states: Counts;
  readonly moves: Counts;
};

const weekOf = (weeks: Map<number, MutableWeek>, week: number): MutableWeek => {
  const found = weeks.get(week) ?? { attended: 0, weighed: 0, byReason: {}, byClass: {}, states: {}, moves: {} };
  weeks.set(week, found);
  return found;
};

const add = (counts: Counts, key: string): void => {
  counts[key] = (counts[key] ?? 0) + 1;
};

const finished = (week: number, { attended, weighed, byReason, byClass, states, moves }: MutableWeek): WeekRisk => {
  const at = states['atRisk'] ?? 0;
  const not = states['notAtRisk'] ?? 0;
  const move = (from: RiskState, to: RiskState): number => moves[`${from}>${to}`] ?? 0;
  const entered = move('notAtRisk', 'atRisk');
  const left = move('atRisk', 'notAtRisk');
  return {
    week,
    attended,
    weighed,
    byReason,
    any: shareOf(at, at + not),
    unknown: states['unknown'] ?? 0,
    entered: shareOf(entered, entered + move('notAtRisk', 'notAtRisk')),
    left: shareOf(left, left + move('atRisk', 'atRisk')),
    byClass,
  };
};
