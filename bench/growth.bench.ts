/**
 * WHO z-scores on one thread: 1 million seeded children × 8 indices in the column form, and the same 8 indices in the
 * single-child form. Children are scattered around the medians (z from −4 to +4, so that the slower restricted form
 * beyond ±3 is measured too), 0 to 1826 days old.
 */
import { type ChildColumns, createZScoreColumn } from '@denba/growth/columns';
import { growthFacts } from '@denba/growth/growth-judgement/growth-facts';
import type { GrowthHistory, GrowthLimits } from '@denba/growth/growth-judgement/growth-history';
import { judgeGrowth } from '@denba/growth/growth-judgement/judge-growth';
import { type AgeIndex, valueAtAge } from '@denba/growth/who/age-index';
import { scoreColumnByAge } from '@denba/growth/who/age-index-column';
import { bmiForAge } from '@denba/growth/who/bmi-for-age';
import { bmiForAgeColumn } from '@denba/growth/who/bmi-for-age-column';
import { headCircumferenceForAge, headCircumferenceForAgeIndex } from '@denba/growth/who/head-circumference-for-age';
import { lengthForAge, lengthForAgeIndex } from '@denba/growth/who/length-for-age';
import { lengthForAgeColumn } from '@denba/growth/who/length-for-age-column';
import { muacForAge, muacForAgeIndex } from '@denba/growth/who/muac-for-age';
import { subscapularForAge, subscapularForAgeIndex } from '@denba/growth/who/subscapular-for-age';
import { tricepsForAge, tricepsForAgeIndex } from '@denba/growth/who/triceps-for-age';
import { weightForAge, weightForAgeIndex } from '@denba/growth/who/weight-for-age';
import { weightForLength } from '@denba/growth/who/weight-for-length';
import { weightForLengthColumn } from '@denba/growth/who/weight-for-length-column';
import type { Bench } from './bench-figure.ts';

const CHILDREN = 1_000_000;
const SINGLE_CHILDREN = 100_000;
const ROUNDS = 5;

export const bench: Bench = {
  name: 'Growth: WHO z-scores',
  run: () => {
    const children = simulate(CHILDREN);
    const into = createZScoreColumn(CHILDREN);
    let withZ = 0;
    const columns = medianSeconds(() => {
      withZ = 0;
      for (const score of indices(children)) withZ += score(into);
    });
    const single = medianSeconds(() => singly(children, SINGLE_CHILDREN));
    const note = `1 M children × 8 indices, one thread, ${((withZ / CHILDREN / 8) * 100).toFixed(0)} % in the domain`;
    return [
      { what: 'column form', value: (CHILDREN * 8) / columns / 1e6, unit: 'M z-scores/s', note },
      { what: 'column form, z-scores in the domain', value: withZ / columns / 1e6, unit: 'M z-scores/s' },
      {
        what: 'single-child form',
        value: (single / SINGLE_CHILDREN) * 1e6,
        unit: 'µs per child',
        note: '8 indices, objects in and out',
      },
      {
        what: 'growth judgement at a fourth visit',
        value: (medianSeconds(judgeMany) / JUDGEMENTS) * 1e6,
        unit: 'µs',
        note: 'every rule of growth in care, with its facts for expressions',
      },
    ];
  },
};

const JUDGEMENTS = 20_000;

const judgeMany = (): void => {
  for (let count = 0; count < JUDGEMENTS; count++) growthFacts(judgeGrowth(fourVisits, limits));
};

const fourVisits: GrowthHistory = {
  sex: 'F',
  gestationalAgeDays: 275,
  birthWeightG: 2900,
  reweighed: null,
  muacRemeasured: null,
  visits: [7, 21, 35, 49].map((ageDays) => ({
    ageDays,
    weightG: 2900 + 28 * (ageDays - 7),
    lengthCm: 48 + ageDays / 10,
    measured: 'lying',
    muacMm: 105,
    oedema: false,
  })),
};

/** Thresholds of mami.md §6, as a protocol gives them. */
const limits: GrowthLimits = {
  lossFromBirth: { maxAgeDays: 14, counselPct: 7, assessPct: 10 },
  regain: { expectedByDays: 14, overdueFromDays: 21 },
  gain: { minDays: 5 },
  dailyGain: { minGPerDay: 20, startAgeDays: 5, belowAgeDays: 91, minDays: 7, maxDays: 21 },
  gainPerKilogram: { minGPerKgPerDay: 15, startAgeDays: 5, minDays: 5, maxPostMenstrualDays: 280 },
  staticWeight: { startAgeDays: 5, minDays: 7, toleranceG: 0 },
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

type Into = ReturnType<typeof createZScoreColumn>;

/** One function per index, which scores all children and returns how many got a z-score. */
const indices = (children: ChildColumns): readonly ((into: Into) => number)[] =>
  [
    (into: Into) => scoreColumnByAge(weightForAgeIndex, children, children.weightKg, into),
    (into: Into) => lengthForAgeColumn(children, into),
    (into: Into) => weightForLengthColumn(children, into),
    (into: Into) => bmiForAgeColumn(children, into),
    (into: Into) => scoreColumnByAge(headCircumferenceForAgeIndex, children, children.headCircumferenceCm, into),
    (into: Into) => scoreColumnByAge(muacForAgeIndex, children, children.muacCm, into),
    (into: Into) => scoreColumnByAge(tricepsForAgeIndex, children, children.tricepsMm, into),
    (into: Into) => scoreColumnByAge(subscapularForAgeIndex, children, children.subscapularMm, into),
  ].map((score) => (into) => {
    const { reason } = score(into);
    let count = 0;
    for (let row = 0; row < reason.length; row++) if ((reason[row] ?? 2) < 2) count++;
    return count;
  });

const singly = (children: ChildColumns, count: number): number => {
  let scored = 0;
  for (let row = 0; row < count; row++) {
    const sex = children.sex[row] === 1 ? 'M' : 'F';
    const ageDays = children.ageDays[row] ?? 0;
    const weightKg = children.weightKg[row] ?? 0;
    const lengthCm = children.lengthCm[row] ?? 0;
    const measured = children.measured[row] === 1 ? 'lying' : 'standing';
    const answers = [
      weightForAge({ sex, ageDays, weightKg, oedema: false }),
      lengthForAge({ sex, ageDays, lengthCm, measured }),
      weightForLength({ sex, ageDays, weightKg, lengthCm, measured, oedema: false }),
      bmiForAge({ sex, ageDays, weightKg, lengthCm, measured, oedema: false }),
      headCircumferenceForAge({ sex, ageDays, headCircumferenceCm: children.headCircumferenceCm[row] ?? 0 }),
      muacForAge({ sex, ageDays, muacCm: children.muacCm[row] ?? 0 }),
      tricepsForAge({ sex, ageDays, tricepsMm: children.tricepsMm[row] ?? 0 }),
      subscapularForAge({ sex, ageDays, subscapularMm: children.subscapularMm[row] ?? 0 }),
    ];
    for (const answer of answers) if (answer.kind === 'scored') scored++;
  }
  return scored;
};

/** The median of `ROUNDS` rounds, in seconds, after one round as a warm-up. */
const medianSeconds = (work: () => unknown): number => {
  work();
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    work();
    return (performance.now() - start) / 1000;
  }).sort((a, b) => a - b);
  return times[(ROUNDS - 1) / 2] ?? 0;
};

const simulate = (count: number): ChildColumns => {
  const random = createRandom(20061127);
  const column = () => new Float64Array(count);
  const children = {
    sex: new Uint8Array(count),
    ageDays: column(),
    weightKg: column(),
    lengthCm: column(),
    measured: new Uint8Array(count),
    oedema: new Uint8Array(count),
    headCircumferenceCm: column(),
    muacCm: column(),
    tricepsMm: column(),
    subscapularMm: column(),
  };
  const around = (index: AgeIndex, sex: 'M' | 'F', ageDays: number): number => {
    const z = ((random() + random() + random()) / 1.5 - 1) * 4;
    const value = valueAtAge(index, sex, Math.max(ageDays, 91), z);
    return value.kind === 'value' ? Math.round(value.value * 100) / 100 : 1;
  };
  for (let row = 0; row < count; row++) {
    const sex = random() < 0.5 ? 'M' : 'F';
    const ageDays = Math.floor(random() * 1827);
    children.sex[row] = sex === 'M' ? 1 : 2;
    children.ageDays[row] = ageDays;
    children.measured[row] = ageDays < 731 ? 1 : 2;
    children.oedema[row] = random() < 0.01 ? 1 : 0;
    children.weightKg[row] = around(weightForAgeIndex, sex, ageDays);
    children.lengthCm[row] = Math.round(around(lengthForAgeIndex, sex, ageDays) * 10) / 10;
    children.headCircumferenceCm[row] = around(headCircumferenceForAgeIndex, sex, ageDays);
    children.muacCm[row] = around(muacForAgeIndex, sex, ageDays);
    children.tricepsMm[row] = around(tricepsForAgeIndex, sex, ageDays);
    children.subscapularMm[row] = around(subscapularForAgeIndex, sex, ageDays);
  }
  return children;
};

/** A small seeded generator (mulberry32), uniform in [0, 1). */
const createRandom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};
