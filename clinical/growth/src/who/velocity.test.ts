import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zOfCentile } from '../normal-distribution.ts';
import { headCircumferenceVelocity, headCircumferenceVelocityMeasure } from './head-circumference-velocity.ts';
import { lengthVelocity, lengthVelocityMeasure } from './length-velocity.ts';
import { gainAtZ, type VelocityMeasure, zOfGain } from './velocity.ts';
import { weightVelocity, weightVelocityMeasure } from './weight-velocity.ts';

const MONTH = 30.4375;
const measures: readonly (readonly [string, VelocityMeasure, number])[] = [
  ['weight', weightVelocityMeasure, 97],
  ['length', lengthVelocityMeasure, 85],
  ['head circumference', headCircumferenceVelocityMeasure, 61],
];

describe('monthly weight increments', () => {
  it.each([
    [0, '-160 321 460 1023', '123 358 446 879'],
    [1, '354 615 713 1196', '251 490 578 1011'],
    [2, '178 372 446 815', '105 297 369 718'],
    [3, '44 219 285 617', '14 192 259 585'],
    [4, '-45 128 194 522', '-62 108 172 489'],
    [5, '-128 40 103 422', '-132 31 93 401'],
  ])('of window %i are, at −3, −2, the 5th centile and the median, %s g (boys), %s g (girls)', (at, boys, girls) => {
    const grams = (sex: 'M' | 'F') => {
      const window = weightVelocityMeasure.table[sex][0]?.windows[at];
      if (window === undefined) throw new Error('no window');
      return [-3, -2, zOfCentile(5), 0].map((z) => Math.round(gainAtZ('weight', window, z))).join(' ');
    };
    expect([grams('M'), grams('F')]).toEqual([boys, girls]);
  });
});

describe.each(measures)('velocity of %s', (_, { table, kind }, windowsPerSex) => {
  it('has every window of the published sheets', () => {
    for (const sex of ['M', 'F'] as const) {
      expect(table[sex].reduce((sum, { windows }) => sum + windows.length, 0)).toBe(windowsPerSex);
    }
  });

  it('gives back the z whose gain it gave, in every window', () => {
    for (const sex of ['M', 'F'] as const) {
      for (const { windows } of table[sex]) {
        for (const window of windows) {
          for (const z of [-3, -2, -1, 0, 1, 2, 3]) {
            if (1 + window.l * window.s * z <= 0) continue;
            expect(zOfGain(kind, window, gainAtZ(kind, window, z))).toBeCloseTo(z, 9);
          }
        }
      }
    }
  });
});

describe('velocity between two visits', () => {
  const boy = { sex: 'M', tolerance: 0.25 } as const;

  it("is the window's own z at the window's own ends", () => {
    const score = weightVelocity({ ...boy, fromAgeDays: 2 * MONTH, toAgeDays: 3 * MONTH, gainG: 815 });
    expect(score).toMatchObject({ kind: 'scored', z: 0, months: 1 });
    expect(score.kind === 'scored' && score.windows).toHaveLength(1);
    expect(weightVelocity({ ...boy, fromAgeDays: 0, toAgeDays: 28, gainG: 321 })).toMatchObject({ z: -2 });
  });

  it('lies between two windows by exact days', () => {
    const at = (start: number) => {
      const score = weightVelocity({ ...boy, fromAgeDays: start, toAgeDays: start + MONTH, gainG: 700 });
      return score.kind === 'scored' ? score.raw : Number.NaN;
    };
    const [two, middle, three] = [at(2 * MONTH), at(2.5 * MONTH), at(3 * MONTH)];
    expect(middle).toBeCloseTo((two + three) / 2, 9);
  });

  it('prorates a gain made in a few days more or less', () => {
    const exact = weightVelocity({ ...boy, fromAgeDays: 3 * MONTH, toAgeDays: 4 * MONTH, gainG: 609 });
    const longer = weightVelocity({
      ...boy,
      fromAgeDays: 3.5 * MONTH - 18,
      toAgeDays: 3.5 * MONTH + 18,
      gainG: (609 * 36) / MONTH,
    });
    if (exact.kind !== 'scored' || longer.kind !== 'scored') throw new Error('no score');
    expect(longer.raw).toBeCloseTo(exact.raw, 9);
  });

  it('never reads six weeks in a one-month table, nor a fortnight', () => {
    const over = (days: number, months?: number) => {
      const score = weightVelocity({
        ...boy,
        fromAgeDays: 60,
        toAgeDays: 60 + days,
        gainG: 800,
        ...(months === undefined ? {} : { months }),
      });
      return score.kind === 'scored' ? score.months : score.reason;
    };
    expect([over(14), over(30), over(42), over(60), over(91), over(122), over(183)]).toEqual([
      'intervalTooShort',
      1,
      'intervalBetweenTables',
      2,
      3,
      4,
      6,
    ]);
    expect([over(42, 1), over(300)]).toEqual(['intervalTooLong', 'intervalTooLong']);
  });

  it('says why it cannot judge', () => {
    const visit = { ...boy, fromAgeDays: 60, toAgeDays: 90, gainG: 700 };
    const reason = (change: Partial<Parameters<typeof weightVelocity>[0]>) => {
      const score = weightVelocity({ ...visit, ...change });
      return score.kind === 'scored' ? score.z : score.reason;
    };
    expect(reason({ sex: null })).toBe('noSex');
    expect(reason({ fromAgeDays: null })).toBe('noAge');
    expect(reason({ gainG: null })).toBe('noGain');
    expect(reason({ toAgeDays: 60 })).toBe('intervalTooShort');
    expect(reason({ fromAgeDays: 1000, toAgeDays: 1030 })).toBe('ageOutOfRange');
    expect(reason({ fromAgeDays: 500, toAgeDays: 530 })).toBe('intervalTooShort');
    expect(lengthVelocity({ sex: 'M', fromAgeDays: 0, toAgeDays: 60, gainCm: -1, tolerance: 0.25 })).toEqual({
      kind: 'cannotJudge',
      reason: 'gainImplausible',
    });
    expect(
      headCircumferenceVelocity({ sex: 'F', fromAgeDays: 0, toAgeDays: 61, gainCm: 4.3539, tolerance: 0.25 }),
    ).toMatchObject({ kind: 'scored', months: 2 });
  });

  it('scores a loss heavier than the constant added, far below −3, and never says NaN', () => {
    const lost = weightVelocity({ ...boy, fromAgeDays: 60, toAgeDays: 90, gainG: -900 });
    expect(lost.kind === 'scored' && lost.z < -5).toBe(true);
    const days = fc.oneof(fc.double({ min: -10, max: 300 }), fc.double({ min: 0, max: 1e-9 }));
    const input = fc.tuple(fc.double({ min: 0, max: 760 }), days, fc.double(), fc.constantFrom(0.25, 1, 2));
    fc.assert(
      fc.property(input, ([fromAgeDays, days, gainG, tolerance]) => {
        const score = weightVelocity({ sex: 'M', tolerance, fromAgeDays, toAgeDays: fromAgeDays + days, gainG });
        if (score.kind === 'scored') expect(Number.isFinite(score.raw) && Number.isFinite(score.z)).toBe(true);
      }),
    );
  });

  it('grows with the gain', () => {
    const z = (gainG: number) => {
      const score = weightVelocity({ sex: 'F', tolerance: 0.25, fromAgeDays: 45, toAgeDays: 75, gainG });
      return score.kind === 'scored' ? score.raw : Number.NaN;
    };
    fc.assert(
      fc.property(fc.integer({ min: -2000, max: 3000 }), (gain) => {
        expect(z(gain + 1)).toBeGreaterThan(z(gain));
      }),
    );
  });
});
