/** The base and several drafts side by side: the classes, visits, children found and costs of each. */
import type { Baseline } from '../replay/baseline.ts';
import type { Replay } from '../replay/replay.ts';
import { type Caught, caught, type KnownOutcomes, type RiskSign } from './caught.ts';
import { costOf, type UnitCosts } from './cost.ts';
import { compareMonths, type MonthComparison, type MonthCounts } from './month-comparison.ts';

export type VersionFigures = MonthCounts & {
  /** Number of assessments whose class differs from the base; 0 for the base itself. */
  readonly changed: number;
  readonly caught: Caught | null;
  readonly cost: number | null;
};

export type SideBySide = {
  readonly assessments: number;
  readonly base: VersionFigures;
  readonly drafts: readonly VersionFigures[];
};

export type Asked = {
  readonly outcomes?: KnownOutcomes;
  readonly risk?: RiskSign;
  readonly unitCosts?: UnitCosts;
};

/** `replays`: replays of drafts over this baseline. */
export const sideBySide = (baseline: Baseline, replays: readonly Replay[], asked: Asked = {}): SideBySide => {
  const { outcomes, risk, unitCosts } = asked;
  const figures = (replay: Replay, version: 'base' | 'draft'): VersionFigures => {
    const months = compareMonths(baseline, replay);
    return {
      ...summed(months, version),
      changed: version === 'base' ? 0 : (replay.changes['pair_class']?.index.length ?? 0),
      caught: outcomes === undefined ? null : caught(baseline, version === 'base' ? null : replay, outcomes, risk),
      cost: unitCosts === undefined ? null : costOf(months, unitCosts)[version],
    };
  };
  return {
    assessments: baseline.columns.count,
    base: figures(unchanged(baseline), 'base'),
    drafts: replays.map((replay) => figures(replay, 'draft')),
  };
};

const unchanged = ({ protocol }: Baseline): Replay => ({ draft: protocol, changes: {}, asked: [], differing: [] });

const summed = (months: readonly MonthComparison[], version: 'base' | 'draft'): MonthCounts => {
  const classes: Record<string, number> = {};
  let [enrolled, referred, visits] = [0, 0, 0];
  for (const { [version]: counts } of months) {
    for (const [code, count] of Object.entries(counts.classes)) classes[code] = (classes[code] ?? 0) + count;
    enrolled += counts.enrolled;
    referred += counts.referred;
    visits += counts.visits;
  }
  return { classes, enrolled, referred, visits };
};
