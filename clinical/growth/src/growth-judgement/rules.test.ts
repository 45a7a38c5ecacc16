/** Each rule on its own, on both sides of its thresholds, which are those of mami.md §6, passed as a protocol would. */
import { describe, expect, it } from 'vitest';
import { zOfCentile } from '../normal-distribution.ts';
import { atTwoVisits } from './at-two-visits.ts';
import { birthWeightRegain } from './birth-weight-regain.ts';
import { centileSpaces } from './centile-spaces.ts';
import { crossedBelow } from './crossed-below.ts';
import { dailyGain } from './daily-gain.ts';
import { gainPerKilogram } from './gain-per-kilogram.ts';
import { lossFromBirthWeight } from './loss-from-birth-weight.ts';
import { lossSinceLastVisit } from './loss-since-last-visit.ts';
import { monthlyVelocity } from './monthly-velocity.ts';
import { muacFall } from './muac-fall.ts';
import { staticWeight } from './static-weight.ts';
import { weightGain } from './weight-gain.ts';
import { zFall } from './z-fall.ts';

const weighing = (ageDays: number, weightG: number) => ({ ageDays, weightG });
const reason = (reason: string) => ({ kind: 'cannotJudge', reason });

describe('loss from birth weight', () => {
  const limits = { maxAgeDays: 14, counselPct: 7, assessPct: 10 };
  const loss = (weightG: number | null, ageDays = 5, birthWeightG: number | null = 3000) =>
    lossFromBirthWeight({ birthWeightG, weightG, ageDays }, limits);

  it('of 11.7 % at five days asks for an assessment', () => {
    const answer = loss(2650);
    expect(answer).toMatchObject({ kind: 'judged', level: 'assess' });
    expect(answer.kind === 'judged' && answer.lossPct).toBeCloseTo(11.667, 3);
  });

  it.each([
    [2791, 'none'],
    [2790, 'counsel'],
    [2700, 'counsel'],
    [2699, 'assess'],
    [3100, 'none'],
  ])('at %i g of 3000 is: %s', (weightG, level) => {
    expect(loss(weightG)).toMatchObject({ level });
  });

  it('is for the first days, and needs both weights', () => {
    expect(loss(2650, 14)).toMatchObject({ kind: 'judged' });
    expect(loss(2650, 15)).toEqual(reason('tooOld'));
    expect(loss(null)).toEqual(reason('noWeight'));
    expect(loss(2650, 5, null)).toEqual(reason('noBirthWeight'));
  });
});

describe('regain of birth weight', () => {
  const limits = { expectedByDays: 14, overdueFromDays: 21 };
  const regain = (ageDays: number, weightG: number) =>
    birthWeightRegain({ birthWeightG: 3000, weightG, ageDays }, limits);

  it('is late at two weeks and overdue at three', () => {
    expect(regain(14, 2990)).toMatchObject({ level: 'late', belowBirthG: 10 });
    expect(regain(20, 2800)).toMatchObject({ level: 'late', belowBirthG: 200 });
    expect(regain(21, 2800)).toMatchObject({ level: 'overdue' });
    expect(regain(21, 3000)).toMatchObject({ level: 'regained' });
  });

  it('cannot be judged before two weeks, unless it has happened', () => {
    expect(regain(13, 2990)).toEqual(reason('tooYoung'));
    expect(regain(8, 3001)).toMatchObject({ level: 'regained' });
  });
});

describe('gain between two weighings', () => {
  it('is grams a day, and grams per kilogram of the mean weight and day', () => {
    const answer = weightGain(weighing(20, 2900), weighing(30, 3100), { minDays: 5 });
    if (answer.kind !== 'judged') throw new Error(answer.reason);
    expect(answer).toMatchObject({ gainG: 200, days: 10, gPerDay: 20, displayOnly: false });
    expect(answer.gPerKgPerDay).toBeCloseTo(20 / 3, 9);
  });

  it('is for display only under five days, and none on one day', () => {
    const over = (days: number) => weightGain(weighing(20, 2900), weighing(20 + days, 3000), { minDays: 5 });
    expect(over(4)).toMatchObject({ displayOnly: true });
    expect(over(5)).toMatchObject({ displayOnly: false });
    expect(over(0)).toEqual(reason('intervalTooShort'));
  });
});

describe('grams a day', () => {
  const limits = { minGPerDay: 20, startAgeDays: 14, belowAgeDays: 91, minDays: 7, maxDays: 21 };
  const gain = (from: number, to: number, gainG: number) =>
    dailyGain(weighing(from, 3000), weighing(to, 3000 + gainG), limits);

  it('is poor under 20, and not at 20', () => {
    expect(gain(30, 40, 199)).toMatchObject({ poor: true });
    expect(gain(30, 40, 200)).toMatchObject({ poor: false, gPerDay: 20 });
  });

  it('is judged over 7 to 21 days, under three months, not from the first days', () => {
    expect([gain(30, 36, 0), gain(30, 52, 0)]).toEqual([reason('intervalTooShort'), reason('intervalTooLong')]);
    expect([gain(30, 37, 0).kind, gain(30, 51, 0).kind]).toEqual(['judged', 'judged']);
    expect([gain(81, 91, 0), gain(13, 25, 0)]).toEqual([reason('tooOld'), reason('tooYoung')]);
  });
});

describe('grams per kilogram and day of a preterm infant', () => {
  const limits = { minGPerKgPerDay: 15, startAgeDays: 5, minDays: 5, maxPostMenstrualDays: 280 };
  const gain = (gestationalAgeDays: number | null, gainG: number, to = 30) =>
    gainPerKilogram(gestationalAgeDays, weighing(20, 2000), weighing(to, 2000 + gainG), limits);

  it('is poor under 15', () => {
    expect(gain(224, 300)).toMatchObject({ poor: true });
    expect(gain(224, 330)).toMatchObject({ poor: false });
  });

  it('is for those born preterm, until term, over five days or more', () => {
    expect([gain(null, 300), gain(259, 300)]).toEqual([reason('noGestationalAge'), reason('bornAtTerm')]);
    expect(gain(251, 300)).toEqual(reason('tooOld'));
    expect(gain(224, 50, 24)).toEqual(reason('intervalTooShort'));
    const fromBirth = (ageDays: number) =>
      gainPerKilogram(224, weighing(ageDays, 2000), weighing(ageDays + 7, 1980), limits);
    expect([fromBirth(4), fromBirth(5).kind]).toEqual([reason('tooYoung'), 'judged']);
  });
});

describe('weight that does not move', () => {
  const limits = { startAgeDays: 14, minDays: 7, toleranceG: 0 };
  const over = (days: number, gainG: number) =>
    staticWeight(weighing(136, 5000), weighing(136 + days, 5000 + gainG), limits);

  it('fails to gain from seven days on', () => {
    expect(over(14, 0)).toMatchObject({ failsToGain: true });
    expect(over(7, 0)).toMatchObject({ failsToGain: true });
    expect(over(7, 1)).toMatchObject({ failsToGain: false });
    expect(over(7, -1)).toMatchObject({ failsToGain: true });
    expect(over(6, 0)).toEqual(reason('intervalTooShort'));
  });
});

describe('weight lost since the last visit', () => {
  const limits = { minDays: 5, physiologicDays: 14 };
  const loss = (from: number, to: number, lossG: number, reweighed: boolean | null) =>
    lossSinceLastVisit(weighing(from, 4000), weighing(to, 4000 - lossG), reweighed, limits);

  it('is confirmed once weighed again, and unknown until then', () => {
    expect(loss(40, 50, 60, true)).toMatchObject({ lost: true, lossG: 60, confirmed: true });
    expect(loss(40, 50, 60, false)).toMatchObject({ lost: true, confirmed: null });
    expect(loss(40, 50, 60, null)).toMatchObject({ lost: true, confirmed: null });
    expect(loss(40, 50, 0, null)).toMatchObject({ lost: false, confirmed: false });
  });

  it('cannot be judged in the first days, nor over less than five', () => {
    expect(loss(5, 14, 60, true)).toEqual(reason('tooYoung'));
    expect(loss(5, 15, 60, true)).toMatchObject({ kind: 'judged' });
    expect(loss(40, 44, 60, true)).toEqual(reason('intervalTooShort'));
  });
});

describe('monthly velocity', () => {
  const limits = { minDays: 21, maxDays: 35, minZ: -2, alertZ: zOfCentile(5) };
  const infant = { sex: 'M', gestationalAgeDays: 275 } as const;
  const velocity = (gainG: number, days = 28, who: Parameters<typeof monthlyVelocity>[0] = infant) =>
    monthlyVelocity(who, weighing(0, 3000), weighing(days, 3000 + gainG), limits);

  it('of a boy from birth to 28 days is poor under 321 g, an alert under 460 g', () => {
    expect(velocity(310)).toMatchObject({ poor: true, alert: true });
    expect(velocity(321)).toMatchObject({ z: -2, poor: false, alert: true });
    expect(velocity(465)).toMatchObject({ poor: false, alert: false });
  });

  it('is judged over 21 to 35 days', () => {
    expect([velocity(500, 20), velocity(500, 36)]).toEqual([reason('intervalTooShort'), reason('intervalTooLong')]);
    expect([velocity(500, 21).kind, velocity(500, 35).kind]).toEqual(['judged', 'judged']);
  });

  it('is not for infants born preterm; unknown gestation is read as term', () => {
    expect(velocity(310, 28, { sex: 'M', gestationalAgeDays: 258 })).toEqual(reason('pretermUsesIntergrowth'));
    expect(velocity(310, 28, { sex: 'M', gestationalAgeDays: null })).toMatchObject({ poor: true });
    expect(velocity(310, 28, { sex: null, gestationalAgeDays: 275 })).toEqual(reason('noSex'));
  });

  it('ends where the monthly table ends, at one year', () => {
    const late = monthlyVelocity(infant, weighing(500, 9000), weighing(530, 9200), limits);
    expect(late).toEqual(reason('outOfStandard'));
  });
});

describe('the fall of a z-score', () => {
  const limits = { minDays: 28, alertFall: 0.67, strongFall: 1 };
  const fall = (to: number, days = 28, standard: 'WHO' | 'IG-PNG' = 'WHO') =>
    zFall({ ageDays: 30, z: -0.5, standard: 'WHO' }, { ageDays: 30 + days, z: to, standard }, limits);

  it('alerts at one centile space and alerts strongly at one', () => {
    expect([fall(-1.16), fall(-1.17), fall(-1.49), fall(-1.5), fall(0)].map((a) => 'level' in a && a.level)).toEqual([
      'none',
      'alert',
      'alert',
      'strong',
      'none',
    ]);
  });

  it('needs 28 days and one standard', () => {
    expect(fall(-2, 27)).toEqual(reason('intervalTooShort'));
    expect(fall(-2, 28, 'IG-PNG')).toEqual(reason('differentStandards'));
  });
});

describe('centile spaces fallen since birth', () => {
  const limits = {
    spaceZ: 2 / 3,
    smallBelow: 9,
    largeAbove: 91,
    spacesIfSmall: 1,
    spacesIfMiddle: 2,
    spacesIfLarge: 3,
    floorCentile: 2,
  };
  const falters = (birthCentile: number, spaces: number) => {
    const birthZ = zOfCentile(birthCentile);
    const answer = centileSpaces(birthZ, birthZ - (spaces + 1e-9) * limits.spaceZ, limits);
    return answer.kind === 'judged' && answer.falters;
  };

  it('count as faltering from one (born small), two (middle) or three (large)', () => {
    expect([falters(5, 0.9), falters(5, 1)]).toEqual([false, true]);
    expect([falters(50, 1.9), falters(50, 2)]).toEqual([false, true]);
    expect([falters(95, 2.9), falters(95, 3)]).toEqual([false, true]);
  });

  it('do not matter below the floor, which is a concern by itself', () => {
    expect(centileSpaces(-2.1, -2.1, limits)).toMatchObject({ falters: false, belowFloor: true });
    expect(centileSpaces(null, -1, limits)).toEqual(reason('noBirthWeight'));
    expect(centileSpaces(0, null, limits)).toEqual(reason('noZ'));
  });
});

describe('a fall across the severe line', () => {
  const across = (before: number | null, now: number | null) => crossedBelow(before, now, { cut: -3 });

  it('was not below it before, and is now', () => {
    expect([across(-3, -3.01), across(-3.01, -3.2), across(-2, -3)].map((a) => 'crossed' in a && a.crossed)).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('cannot be said without the z before, unless it is not below now', () => {
    expect(across(null, -3.01)).toEqual(reason('noPreviousZ'));
    expect(across(null, -2.9)).toMatchObject({ crossed: false });
    expect(across(-2, null)).toEqual(reason('noZ'));
  });
});

describe('a fall of MUAC', () => {
  it('counts from 5 mm, and is confirmed when measured again', () => {
    const fall = (now: number, again: boolean | null) => muacFall(120, now, again, { fallMm: 5 });
    expect(fall(116, true)).toMatchObject({ fell: false, confirmed: false });
    expect(fall(115, true)).toMatchObject({ fell: true, confirmed: true });
    expect(fall(115, null)).toMatchObject({ fell: true, confirmed: null });
    expect(muacFall(null, 115, true, { fallMm: 5 })).toEqual(reason('noPreviousMuac'));
    expect(muacFall(120, null, true, { fallMm: 5 })).toEqual(reason('noMuac'));
  });
});

describe('the same finding at two visits', () => {
  const two = (...visits: readonly (readonly [number, boolean | null])[]) =>
    atTwoVisits(
      visits.map(([ageDays, verdict]) => ({ ageDays, verdict })),
      { minDays: 7 },
    );

  it('holds at both, or not at one', () => {
    expect(two([30, true], [44, true])).toMatchObject({ atBoth: true });
    expect(two([30, false], [44, true])).toMatchObject({ atBoth: false });
    expect(two([30, true], [44, false])).toMatchObject({ atBoth: false });
    expect(two([44, false])).toMatchObject({ atBoth: false });
  });

  it('passes over visits that could not be judged and reweighings within the week', () => {
    expect(two([30, true], [37, null], [44, true])).toMatchObject({ atBoth: true });
    expect(two([30, false], [42, true], [44, true])).toMatchObject({ atBoth: false });
  });

  it('cannot be judged on one visit, nor on an unknown one', () => {
    for (const answer of [two([44, true]), two([30, true], [44, null]), two([42, true], [44, true]), two()]) {
      expect(answer).toEqual(reason('noTwoJudgedVisits'));
    }
  });
});
