import fc from 'fast-check';
import { expect, test } from 'vitest';
import { atTwoVisits } from './at-two-visits.ts';
import { type GrowthRule, rulesBehind } from './facts-and-rules.ts';
import { growthFactNames, growthFacts } from './growth-facts.ts';
import type { GrowthHistory, GrowthLimits } from './growth-history.ts';
import { type GrowthJudgement, judgeGrowth } from './judge-growth.ts';
import { factOf } from './judgement.ts';

const within = (min: number, max: number) => fc.integer({ min, max });
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { freq: 5, nil: null });

const anyVisit = fc.record({
  ageDays: within(0, 180),
  weightG: maybe(within(1500, 8000)),
  lengthCm: maybe(within(45, 70)),
  measured: maybe(fc.constantFrom('lying' as const, 'standing' as const)),
  muacMm: maybe(within(90, 140)),
  oedema: maybe(fc.boolean()),
});

const anyHistory: fc.Arbitrary<GrowthHistory> = fc.record({
  sex: maybe(fc.constantFrom('F' as const, 'M' as const)),
  gestationalAgeDays: maybe(within(200, 290)),
  birthWeightG: maybe(within(1200, 4200)),
  visits: fc
    .array(anyVisit, { minLength: 1, maxLength: 6 })
    .map((visits) => visits.toSorted((a, b) => a.ageDays - b.ageDays)),
  reweighed: maybe(fc.boolean()),
  muacRemeasured: maybe(fc.boolean()),
});

const anyLimits: fc.Arbitrary<GrowthLimits> = fc.record({
  lossFromBirth: fc.record({ maxAgeDays: within(5, 30), counselPct: within(3, 8), assessPct: within(8, 12) }),
  regain: fc.record({ expectedByDays: within(7, 20), overdueFromDays: within(15, 40) }),
  gain: fc.record({ minDays: within(1, 10) }),
  dailyGain: fc.record({
    minGPerDay: within(5, 60),
    startAgeDays: within(0, 14),
    belowAgeDays: within(60, 200),
    minDays: within(1, 10),
    maxDays: within(11, 60),
  }),
  gainPerKilogram: fc.record({
    minGPerKgPerDay: within(5, 25),
    startAgeDays: within(0, 14),
    minDays: within(1, 10),
    maxPostMenstrualDays: within(250, 400),
  }),
  staticWeight: fc.record({ startAgeDays: within(0, 14), minDays: within(1, 14), toleranceG: within(0, 200) }),
  loss: fc.record({ minDays: within(1, 10), physiologicDays: within(3, 20) }),
  velocity: fc.record({
    minDays: within(10, 25),
    maxDays: within(26, 50),
    minZ: within(-2, 0),
    alertZ: within(-3, -1),
  }),
  zFall: fc.record({ minDays: within(1, 14), alertFall: within(0, 1), strongFall: within(1, 2) }),
  centileSpaces: fc.record({
    spaceZ: fc.constantFrom(0.5, 0.67, 1),
    smallBelow: within(5, 12),
    largeAbove: within(85, 95),
    spacesIfSmall: within(1, 2),
    spacesIfMiddle: within(1, 3),
    spacesIfLarge: within(2, 4),
    floorCentile: within(1, 5),
  }),
  severe: fc.record({ cut: within(-3, -1) }),
  muacFall: fc.record({ fallMm: within(1, 10) }),
  twoVisits: fc.record({ minDays: within(1, 14) }),
});

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
    { numRuns: 200 },
  );
  // The changed thresholds must reach the facts: otherwise the property would also hold for thresholds that nothing
  // reads.
  expect(moved).toContain('daily_gain_poor by dailyGain');
  expect(moved).toContain('poor_gain_twice by velocity');
  expect(moved.size).toBeGreaterThan(30);
});

test('a fact is the same whether it is asked for alone or with all others', () => {
  fc.assert(
    fc.property(anyHistory, anyLimits, fc.constantFrom(...growthFactNames), (history, limits, fact) => {
      const judged = judgeGrowth(history, limits);
      expect(growthFacts(judgeGrowth(history, limits), [fact])).toEqual({ [fact]: growthFacts(judged)[fact] });
    }),
  );
});

test('poor gain is what its rules say, and twice what they say of each visit, though few of them are asked', () => {
  const met = new Set<unknown>();
  fc.assert(
    fc.property(anyHistory, anyLimits, (history, limits) => {
      const upTo = (at: number) => judgeGrowth({ ...history, visits: history.visits.slice(0, at + 1) }, limits);
      const visits = history.visits.map(({ ageDays }, at) => ({ ageDays, verdict: plainPoorGain(upTo(at)) }));
      const growth = judgeGrowth(history, limits);
      expect(growth.poorGain).toBe(visits.at(-1)?.verdict);
      expect(growthFacts(growth, ['poor_gain'])).toEqual({ poor_gain: visits.at(-1)?.verdict });
      expect(growth.poorGainTwice).toEqual(atTwoVisits(visits, limits.twoVisits));
      met.add(growthFacts(growth)['poor_gain_twice']);
    }),
    { numRuns: 300 },
  );
  expect(met).toEqual(new Set([true, false, null]));
});

/** Poor gain computed by evaluating every rule, without stopping early. */
const plainPoorGain = (growth: GrowthJudgement): boolean | null => {
  const preterm = growth.reference === 'INTERGROWTH';
  const rates = [
    factOf(growth.velocity, ({ poor }) => poor),
    preterm ? null : factOf(growth.dailyGain, ({ poor }) => poor),
    factOf(growth.gainPerKilogram, ({ poor }) => poor),
    preterm ? factOf(growth.zFall, ({ level }) => level !== 'none') : null,
  ];
  const others = [
    factOf(growth.staticWeight, ({ failsToGain }) => failsToGain),
    factOf(growth.regain, ({ level }) => level !== 'regained'),
  ];
  if ([...rates, ...others].includes(true)) return true;
  return rates.includes(false) ? false : null;
};

test('a name that is no fact has no rules, and no value', () => {
  expect(rulesBehind('weight')).toBeNull();
  const history = { sex: null, gestationalAgeDays: null, birthWeightG: null, visits: [], reweighed: null };
  const [limits] = fc.sample(anyLimits, 1);
  if (limits === undefined) throw new Error('no sample');
  expect(growthFacts(judgeGrowth({ ...history, muacRemeasured: null }, limits), ['constructor'])).toEqual({
    constructor: null,
  });
});
