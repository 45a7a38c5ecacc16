/** Whole histories: the worked cases of mami.md appendix A.4, and further cases that a clinician would check. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weightForAge } from '../who/weight-for-age.ts';
import { computedZ } from '../z-score.ts';
import { growthFacts } from './growth-facts.ts';
import type { GrowthHistory, GrowthLimits, GrowthVisit } from './growth-history.ts';
import { judgeGrowth } from './judge-growth.ts';

/** Thresholds as a protocol would set them (mami.md §6, §10). */
const limits: GrowthLimits = {
  lossFromBirth: { maxAgeDays: 14, counselPct: 7, assessPct: 10 },
  regain: { expectedByDays: 14, overdueFromDays: 21 },
  gain: { minDays: 5 },
  dailyGain: { minGPerDay: 20, startAgeDays: 14, belowAgeDays: 91, minDays: 7, maxDays: 21 },
  gainPerKilogram: { minGPerKgPerDay: 15, startAgeDays: 5, minDays: 5, maxPostMenstrualDays: 280 },
  staticWeight: { startAgeDays: 14, minDays: 7, toleranceG: 0 },
  loss: { minDays: 5, physiologicDays: 14 },
  velocity: { minDays: 21, maxDays: 35, minZ: -2, alertZ: -1.645 },
  zFall: { minDays: 28, alertFall: 0.67, strongFall: 1 },
  centileSpaces: {
    spaceZ: 0.67,
    smallBelow: 9,
    largeAbove: 91,
    spacesIfSmall: 1,
    spacesIfMiddle: 2,
    spacesIfLarge: 3,
    floorCentile: 2,
  },
  severe: { cut: -3 },
  muacFall: { fallMm: 5 },
  twoVisits: { minDays: 5 },
};

const visit = (ageDays: number, weightG: number | null, more: Partial<GrowthVisit> = {}): GrowthVisit => ({
  ageDays,
  weightG,
  lengthCm: null,
  measured: null,
  muacMm: null,
  oedema: false,
  ...more,
});

const history = (visits: readonly GrowthVisit[], more: Partial<GrowthHistory> = {}): GrowthHistory => ({
  sex: 'M',
  gestationalAgeDays: 275,
  birthWeightG: 3000,
  visits,
  reweighed: null,
  muacRemeasured: null,
  ...more,
});

const judge = (visits: readonly GrowthVisit[], more?: Partial<GrowthHistory>) =>
  judgeGrowth(history(visits, more), limits);

describe('growth at a visit', () => {
  it('of a boy of 20 days at 2,800 g, born at 3,000 g, is poor: birth weight not regained', () => {
    const growth = judge([visit(20, 2800)]);
    expect(growth).toMatchObject({ poorGain: true, regain: { level: 'late' }, lossFromBirth: { reason: 'tooOld' } });
    expect(growth.because).toContain('regain');
    expect(judge([visit(21, 2800)]).regain).toMatchObject({ level: 'overdue' });
  });

  it('of a girl of 5 days at 2,650 g, born at 3,000 g, asks for an assessment, not for a verdict on gain', () => {
    const growth = judge([visit(5, 2650)], { sex: 'F' });
    expect(growth).toMatchObject({ lossFromBirth: { level: 'assess' }, poorGain: null });
  });

  it('of a girl of 150 days who gained nothing in 14 days is a failure to gain, twice at the second visit', () => {
    const first = [visit(122, 5600), visit(136, 5900), visit(150, 5900)];
    const once = judge(first, { sex: 'F' });
    expect(once.staticWeight).toMatchObject({ failsToGain: true });
    expect(once.poorGain).toBe(true);
    expect(once.poorGainTwice.kind === 'judged' && once.poorGainTwice.atBoth).toBe(false);
    const again = judge([...first, visit(164, 5900)], { sex: 'F' });
    expect(again.poorGainTwice).toMatchObject({ kind: 'judged', atBoth: true });
    expect(again.noGainTwice).toMatchObject({ kind: 'judged', atBoth: true });
  });

  it('with one weight says that there is no previous one, and never that gain is fine', () => {
    const growth = judge([visit(60, 4800)]);
    expect(growth).toMatchObject({
      gain: { kind: 'cannotJudge', reason: 'noPreviousWeight' },
      dailyGain: { kind: 'cannotJudge', reason: 'noPreviousWeight' },
      loss: { kind: 'cannotJudge', reason: 'noPreviousWeight' },
      staticWeight: { kind: 'cannotJudge', reason: 'noPreviousWeight' },
      poorGain: null,
      poorGainTwice: { kind: 'cannotJudge', reason: 'noTwoJudgedVisits' },
    });
  });

  it('compares with a weighing far enough back, so that a recheck two days ago hides nothing', () => {
    const growth = judge([visit(30, 3900), visit(58, 4900), visit(60, 4950)]);
    expect(growth.gain).toMatchObject({ kind: 'judged', days: 30, gainG: 1050 });
    expect(growth.velocity).toMatchObject({ kind: 'judged', poor: false });
    expect(growth.poorGain).toBe(false);
    const onlyRecheck = judge([visit(58, 4900), visit(60, 4950)], { birthWeightG: null });
    expect(onlyRecheck.gain).toMatchObject({ kind: 'judged', displayOnly: true });
    expect(onlyRecheck.loss).toEqual({ kind: 'cannotJudge', reason: 'intervalTooShort' });
    expect(onlyRecheck.poorGain).toBeNull();
  });

  it('does not call a weight that moved a little adequate when no rule of rate could be judged', () => {
    const growth = judge([visit(120, 6000), visit(134, 6010)]);
    expect(growth.staticWeight).toMatchObject({ failsToGain: false });
    expect(growth.poorGain).toBeNull();
  });

  it('of an infant born preterm is judged by INTERGROWTH and g/kg/day, never by WHO velocity or g/day', () => {
    const preterm = { gestationalAgeDays: 224, birthWeightG: 1700 };
    const growth = judge([visit(28, 2000), visit(42, 2100), visit(56, 2200)], preterm);
    expect(growth.reference).toBe('INTERGROWTH');
    expect(growth.velocity).toEqual({ kind: 'cannotJudge', reason: 'pretermUsesIntergrowth' });
    expect(growth.gainPerKilogram).toMatchObject({ kind: 'judged', poor: true });
    expect(growth.zFall).toMatchObject({ kind: 'judged', level: 'strong' });
    expect(growth.because).toEqual(['gainPerKilogram', 'zFall']);
    const after = judge([visit(70, 3000), visit(98, 3600)], preterm);
    expect(after.gainPerKilogram).toEqual({ kind: 'cannotJudge', reason: 'tooOld' });
    expect(after.zFall.kind).toBe('judged');
  });

  it('judges no weight with oedema, and passes over weights that had it', () => {
    const swollen = judge([visit(30, 3900), visit(60, 5200, { oedema: true })]);
    for (const rule of [swollen.gain, swollen.loss, swollen.velocity, swollen.dailyGain, swollen.lossFromBirth]) {
      expect(rule).toEqual({ kind: 'cannotJudge', reason: 'oedema' });
    }
    expect(swollen.poorGain).toBeNull();
    const drained = judge([visit(30, 3900), visit(45, 5200, { oedema: true }), visit(60, 4900)]);
    expect(drained.gain).toMatchObject({ gainG: 1000, days: 30 });
    expect(drained.loss).toMatchObject({ lost: false });
  });

  it('sees the severe line crossed, a MUAC that fell, a loss to confirm', () => {
    const lying = { measured: 'lying', lengthCm: 60 } as const;
    const growth = judge([visit(100, 5000, { ...lying, muacMm: 124 }), visit(114, 4650, { ...lying, muacMm: 118 })], {
      muacRemeasured: true,
    });
    expect(growth.severeWeightForAge).toMatchObject({ crossed: true });
    expect(growth.severeWeightForLength).toMatchObject({ crossed: true });
    expect(growth.muacFall).toMatchObject({ fallMm: 6, fell: true, confirmed: true });
    expect(growth.loss).toMatchObject({ lost: true, lossG: 350, confirmed: null });
  });

  it('measures centile spaces from the size at birth for gestation', () => {
    const growth = judge([visit(150, 5600)], { birthWeightG: 3300 });
    expect(growth.centileSpaces).toMatchObject({ kind: 'judged', falters: true, belowFloor: true });
    expect(judge([visit(150, 5600)], { birthWeightG: null }).centileSpaces).toEqual({
      kind: 'cannotJudge',
      reason: 'noBirthWeight',
    });
  });

  it('refuses visits that are not in order', () => {
    expect(() => judge([visit(60, 5000), visit(30, 4000)])).toThrow('ordered by age');
  });

  it('judges nothing, and says so, when there is no visit at all', () => {
    const growth = judge([]);
    expect(growth.poorGain).toBeNull();
    expect(growth.gain).toEqual({ kind: 'cannotJudge', reason: 'noWeight' });
  });
});

const anyVisits = fc
  .array(
    fc.tuple(
      fc.integer({ min: 0, max: 183 }),
      fc.oneof(fc.integer({ min: 1200, max: 9000 }), fc.constantFrom(null, 0, -5)),
      fc.constantFrom(true, false, false, false, null),
    ),
    { maxLength: 8 },
  )
  .map((visits) =>
    visits.toSorted(([a], [b]) => a - b).map(([ageDays, weightG, oedema]) => visit(ageDays, weightG, { oedema })),
  );

const anyHistory: fc.Arbitrary<GrowthHistory> = fc.record({
  sex: fc.constantFrom('M', 'F', null),
  gestationalAgeDays: fc.option(fc.integer({ min: 150, max: 305 }), { nil: null }),
  birthWeightG: fc.oneof(fc.integer({ min: 800, max: 4500 }), fc.constantFrom(null, 0, -5)),
  visits: anyVisits,
  reweighed: fc.constantFrom(true, false, null),
  muacRemeasured: fc.constantFrom(true, false, null),
});

describe('growth as facts for a protocol', () => {
  it('never holds NaN, and says why where it holds nothing', () => {
    fc.assert(
      fc.property(anyHistory, (infant) => {
        const facts = growthFacts(judgeGrowth(infant, limits));
        for (const value of Object.values(facts)) expect(Number.isNaN(value)).toBe(false);
        expect(facts['gain_g'] === null).toBe(facts['gain_cannot_judge'] !== null);
        expect(facts['poor_gain'] === null).toBe(facts['cannot_judge'] !== null);
        expect(facts['velocity_z'] === null).toBe(facts['velocity_cannot_judge'] !== null);
        expect(facts['weight_lost'] === null).toBe(facts['loss_cannot_judge'] !== null);
      }),
    );
  });

  it('has poor gain only with a rule that says so, and good gain only with a rate that was judged', () => {
    fc.assert(
      fc.property(anyHistory, (infant) => {
        const growth = judgeGrowth(infant, limits);
        expect(growth.poorGain === true).toBe(growth.because.length > 0);
        if (growth.poorGain === false) {
          const rates = [growth.velocity, growth.dailyGain, growth.gainPerKilogram, growth.zFall];
          expect(rates.some(({ kind }) => kind === 'judged')).toBe(true);
        }
      }),
    );
  });

  it('a heavier infant today is never judged worse', () => {
    fc.assert(
      fc.property(anyHistory, fc.integer({ min: 1, max: 800 }), (infant, extraG) => {
        const last = infant.visits.at(-1);
        fc.pre(last !== undefined && (last.weightG ?? 0) > 0);
        const heavier = {
          ...infant,
          visits: [...infant.visits.slice(0, -1), { ...last, weightG: (last.weightG ?? 0) + extraG }],
        };
        const before = judgeGrowth(infant, limits);
        const after = judgeGrowth(heavier, limits);
        if (before.poorGain === false) expect(after.poorGain).not.toBe(true);
        if (before.loss.kind === 'judged' && after.loss.kind === 'judged') {
          expect(after.loss.lossG).toBeLessThanOrEqual(before.loss.lossG);
        }
      }),
    );
  });

  it('names the standard that z fell in', () => {
    const fell = [visit(30, 4500), visit(60, 4700)];
    const [before, now] = [
      computedZ(weightForAge({ sex: 'M', ageDays: 30, weightKg: 4.5 })),
      computedZ(weightForAge({ sex: 'M', ageDays: 60, weightKg: 4.7 })),
    ];
    const term = growthFacts(judge(fell));
    expect(term['waz_fall']).toBeCloseTo((before ?? 0) - (now ?? 0), 9);
    expect(term['ig_waz_fall']).toBeNull();
    const preterm = growthFacts(judge(fell, { gestationalAgeDays: 240 }));
    expect(preterm['waz_fall']).toBeNull();
    expect(preterm['ig_waz_fall']).toBeGreaterThan(1);
  });

  it('says why gain is unknown', () => {
    expect(growthFacts(judge([visit(60, 4800)]))).toMatchObject({ cannot_judge: 'noPreviousWeight' });
    expect(growthFacts(judge([visit(58, 4900), visit(60, 4950)], { birthWeightG: null }))).toMatchObject({
      cannot_judge: 'intervalTooShort',
    });
  });

  it('is written for a settled case', () => {
    const facts = growthFacts(judge([visit(30, 3900), visit(44, 4200)]));
    expect(facts).toMatchObject({
      gain_g: 300,
      interval_days: 14,
      gain_g_day: 21.43,
      gain_g_kg_day: 5.29,
      weight_lost: false,
      weight_loss_confirmed: false,
      daily_gain_poor: false,
      static: false,
      below_birth_weight: false,
      cannot_judge: null,
      birth_weight_regain: 'regained',
      poor_gain: false,
      reference: 'WHO',
    });
  });
});
