import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyHistory, anyLimits } from '../../test/random-histories.ts';
import { atTwoVisits } from './at-two-visits.ts';
import { growthFactNames, growthFacts } from './growth-facts.ts';
import { type GrowthJudgement, judgeGrowth } from './judge-growth.ts';
import { factOf } from './judgement.ts';

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

/** Every rule asked, none passed over. */
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

test('a name that is no fact has no value', () => {
  const history = { sex: null, gestationalAgeDays: null, birthWeightG: null, visits: [], reweighed: null };
  const [limits] = fc.sample(anyLimits, 1);
  if (limits === undefined) throw new Error('no sample');
  expect(growthFacts(judgeGrowth({ ...history, muacRemeasured: null }, limits), ['constructor'])).toEqual({
    constructor: null,
  });
});
