import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyHistory, anyLimits } from '../../test/random-histories.ts';
import { type GrowthRule, rulesBehind } from './facts-and-rules.ts';
import { growthFactNames, growthFacts } from './growth-facts.ts';
import { judgeGrowth } from './judge-growth.ts';

test('a fact stays as it is when only the numbers of rules that are not behind it change', () => {
  const moved = new Set<string>();
  fc.assert(
    fc.property(anyHistory, anyLimits, anyLimits, (history, limits, others) => {
      const before = growthFacts(judgeGrowth(history, limits));
      const wrong: string[] = [];
      for (const rule of Object.keys(limits) as GrowthRule[]) {
        const after = growthFacts(judgeGrowth(history, { ...limits, [rule]: others[rule] }));
        for (const fact of growthFactNames) {
          if (JSON.stringify(after[fact]) === JSON.stringify(before[fact])) continue;
          if (rulesBehind(fact)?.includes(rule)) moved.add(`${fact} by ${rule}`);
          else wrong.push(`${fact} by ${rule}`);
        }
      }
      expect(wrong).toEqual([]);
    }),
    { numRuns: 1_000 },
  );
  // The changed thresholds must reach the facts: otherwise the property would also hold for thresholds that nothing
  // reads.
  expect(moved).toContain('daily_gain_poor by dailyGain');
  expect(moved).toContain('poor_gain_twice by velocity');
  expect(moved.size).toBeGreaterThan(30);
});

test('a name that is no fact has no rules', () => {
  expect(rulesBehind('weight')).toBeNull();
});
