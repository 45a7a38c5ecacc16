/** Infants weighed on any days, with any weights, and thresholds that nobody would set. */
import fc from 'fast-check';
import type { GrowthHistory, GrowthLimits } from '../src/growth-judgement/growth-history.ts';

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

export const anyHistory: fc.Arbitrary<GrowthHistory> = fc.record({
  sex: maybe(fc.constantFrom('F' as const, 'M' as const)),
  gestationalAgeDays: maybe(within(200, 290)),
  birthWeightG: maybe(within(1200, 4200)),
  visits: fc
    .array(anyVisit, { minLength: 1, maxLength: 6 })
    .map((visits) => visits.toSorted((a, b) => a.ageDays - b.ageDays)),
  reweighed: maybe(fc.boolean()),
  muacRemeasured: maybe(fc.boolean()),
});

export const anyLimits: fc.Arbitrary<GrowthLimits> = fc.record({
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
