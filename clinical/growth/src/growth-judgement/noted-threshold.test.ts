import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyHistory, anyLimits } from '../../test/random-histories.ts';
import { growthFacts } from './growth-facts.ts';
import type { GrowthHistory, GrowthLimits } from './growth-history.ts';
import { judgeGrowth } from './judge-growth.ts';
import { NotedThreshold } from './noted-threshold.ts';
import { asNumber, isAbove, isAtLeast, isAtMost, isBelow, type Threshold } from './threshold.ts';

type Rules = Readonly<Record<string, Readonly<Record<string, Threshold>>>>;

/** Each threshold of the limits, replaced. */
const replaced = (
  limits: GrowthLimits,
  other: (rule: string, name: string, value: Threshold) => Threshold,
): GrowthLimits =>
  Object.fromEntries(
    Object.entries(limits as Rules).map(([rule, numbers]) => [
      rule,
      Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, other(rule, name, value)])),
    ]),
  ) as unknown as GrowthLimits;

const valueIn = (limits: GrowthLimits, rule: string, name: string): number =>
  asNumber((limits as Rules)[rule]?.[name] ?? Number.NaN);

const judged = (history: GrowthHistory, limits: GrowthLimits): string =>
  JSON.stringify(growthFacts(judgeGrowth(history, limits)));

describe('a judgement of growth with thresholds that note what they are compared with', () => {
  it('says what it says with plain numbers, and the same when all move together as far as was noted', () => {
    const moves = { free: 0, held: 0 };
    const otherwise = new Set<string>();
    fc.assert(
      fc.property(anyHistory, anyLimits, anyLimits, (history, limits, others) => {
        const noting = replaced(limits, (_, __, value) => new NotedThreshold(asNumber(value)));
        const before = judged(history, noting);
        expect(before).toBe(judged(history, limits));
        const held: [string, string, number][] = [];
        const moved = replaced(noting, (rule, name, threshold) => {
          const other = valueIn(others, rule, name);
          if (typeof threshold === 'number' || other === threshold.value) return other;
          const free = threshold.mayBe(other);
          moves[free ? 'free' : 'held'] += 1;
          if (!free) held.push([rule, name, other]);
          return free ? other : threshold.value;
        });
        expect(judged(history, moved)).toBe(before);
        for (const [rule, name, other] of held) {
          const alone = replaced(limits, (of, called, value) => (of === rule && called === name ? other : value));
          if (judged(history, alone) !== before) otherwise.add(`${rule} ${name}`);
        }
      }),
      { numRuns: 1_000 },
    );
    // Both happen, and what was noted is not idle: most thresholds make another judgement where they move further.
    expect(moves.free).toBeGreaterThan(10_000);
    expect(moves.held).toBeGreaterThan(500);
    expect(otherwise.size).toBeGreaterThan(20);
  });

  it('keeps no note of the judgement before', () => {
    const threshold = new NotedThreshold(20);
    isBelow(22, threshold);
    expect(threshold.mayBe(23)).toBe(false);
    threshold.forget();
    expect(threshold.mayBe(23)).toBe(true);
  });
});

describe('a threshold', () => {
  const comparisons = { isBelow, isAtLeast, isAbove, isAtMost };
  const few = fc.integer({ min: -4, max: 4 });

  it('may be what leaves every comparison as it was, and nothing else', () => {
    fc.assert(
      fc.property(
        few,
        fc.array(fc.tuple(fc.constantFrom(...Object.values(comparisons)), few), { maxLength: 4 }),
        few,
        (value, asked, other) => {
          const threshold = new NotedThreshold(value);
          const same = asked.every(([compare, with_]) => compare(with_, threshold) === compare(with_, other));
          for (const [compare, with_] of asked) compare(with_, threshold);
          expect(threshold.mayBe(other)).toBe(same);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('may not be any other number once it was reckoned with', () => {
    const threshold = new NotedThreshold(2);
    expect(1 / asNumber(threshold)).toBe(0.5);
    expect([1.99, 2, 2.01].map((other) => threshold.mayBe(other))).toEqual([false, true, false]);
  });
});
