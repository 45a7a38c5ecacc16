import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { sizeForGestation } from '@denba/growth/intergrowth/size-for-gestation';
import { weightForAge } from '@denba/growth/who/weight-for-age';
import { acceptedZ } from '@denba/growth/z-score';
import { describe, expect, it } from 'vitest';
import { simulateCohort, visitRows } from './simulate-cohort.ts';
import { allBirths, type SimulationSettings, smallNewborns } from './simulation-settings.ts';
import { VISIT_WEEKS, type VisitRow, visitHeader, visitLine } from './visit-rows.ts';

const csv = (seed: string, infants: number, settings?: SimulationSettings): string =>
  [...visitRows(simulateCohort(seed, { infants }, settings))].map(visitLine).join('\n');

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const share = <T>(items: readonly T[], is: (item: T) => boolean): number => items.filter(is).length / items.length;
const known = (values: readonly (number | null)[]): readonly number[] => values.filter((value) => value !== null);

const families = [...simulateCohort('shares', { infants: 4000 })];
const infants = families.flatMap((family) => family.infants);
const rows = [...visitRows(families)];
const attended = rows.filter((row) => row.attended === 1);
const at = (week: number): readonly VisitRow[] => attended.filter((row) => row.visit_week === week);

describe('a simulated cohort', () => {
  it('is the same to the byte for the same seed, and another for another seed', () => {
    expect(csv('denba', 40)).toBe(csv('denba', 40));
    expect(csv('denba', 40)).not.toBe(csv('denba2', 40));
  });

  it('is made family by family: a longer cohort begins with the shorter one', () => {
    expect(csv('denba', 60).startsWith(csv('denba', 40))).toBe(true);
    const stream = simulateCohort('denba', { families: 1_000_000_000 });
    expect(stream.next().value).toMatchObject({ mother: 1 });
  });

  it('has one row per infant and scheduled visit, numbered from 1', () => {
    expect(rows).toHaveLength(infants.length * VISIT_WEEKS.length);
    expect(infants.map((infant) => infant.infant)).toEqual(infants.map((_, index) => index + 1));
    expect(visitHeader.split(',')).toHaveLength(13);
    expect(visitLine({ ...(rows[0] as VisitRow), attended: 0, weight_g: null }).split(',')).toHaveLength(13);
  });

  it('has the shares that were set', () => {
    const single = families.filter((family) => family.infants.length === 1);
    const preterm = single.filter((family) => (family.infants[0]?.birth.gestationalAgeDays ?? 0) < 259);
    expect(1 - single.length / families.length).toBeCloseTo(allBirths.twinShare, 1.9);
    expect(preterm.length / single.length).toBeCloseTo(allBirths.pretermShare, 1.6);
    expect(share(infants, (infant) => infant.diedOnDay !== null)).toBeCloseTo(allBirths.deathShare, 1.9);
    expect(share(infants, (infant) => infant.defaultedFromWeek !== null)).toBeCloseTo(allBirths.defaultShare, 1.7);
    expect(share(infants, (infant) => infant.falters)).toBeCloseTo(allBirths.falteringShare, 1.7);
    expect(share(attended, (row) => row.weight_g === null)).toBeCloseTo(allBirths.missingValueShare, 1.9);
    const sized = infants.map(({ birth }) => sizeForGestation(birth));
    const small = share(sized, (size) => size.kind === 'classified' && size.size === 'SGA');
    expect(small).toBeCloseTo(allBirths.smallForGestationShare, 1.5);
  });

  it('gives twins one mother and two orders, and single births order 1', () => {
    const twins = families.filter((family) => family.infants.length === 2);
    expect(twins.length).toBeGreaterThan(20);
    for (const { infants: pair, mother } of twins) {
      expect(pair.map(({ birth }) => [birth.birthCount, birth.birthOrder])).toEqual([
        [2, 1],
        [2, 2],
      ]);
      expect(new Set(pair.flatMap(({ visits }) => visits.map(({ row }) => row.mother)))).toEqual(new Set([mother]));
      expect(pair[0]?.birth.gestationalAgeDays).toBe(pair[1]?.birth.gestationalAgeDays);
    }
  });

  it('grows plausibly: mean z near the target at six months, most infants within ±2, lengths that do not shrink', () => {
    const term = infants.filter(({ birth, falters }) => birth.gestationalAgeDays >= 259 && !falters);
    const last = term.flatMap(({ birth, visits }) => {
      const { row, size } = visits.at(-1) ?? {};
      if (!row?.age_days || !size) return [];
      return known([acceptedZ(weightForAge({ sex: birth.sex, ageDays: row.age_days, weightKg: size.weightKg }))]);
    });
    expect(mean(last)).toBeGreaterThan(-0.9);
    expect(mean(last)).toBeLessThan(0);
    expect(share(last, (z) => Math.abs(z) < 2)).toBeGreaterThan(0.9);
    const steps = infants.flatMap(({ visits }) => {
      const lengths = visits.flatMap(({ size }) => (size ? [size.lengthCm] : []));
      return lengths.slice(1).map((length, index) => length - (lengths[index] ?? length));
    });
    expect(Math.min(...steps)).toBeGreaterThan(-1.5);
  });

  it('loses weight in the first days and has regained it by six weeks', () => {
    const third = infants.flatMap(({ birth, visits }) => {
      const first = visits[0];
      return first?.row.age_days === 3 && first.size ? [first.size.weightKg / birth.weightKg] : [];
    });
    expect(mean(third)).toBeLessThan(0.99);
    const sixth = infants.flatMap(({ birth, visits }) =>
      visits[4]?.size ? [visits[4].size.weightKg / birth.weightKg] : [],
    );
    expect(Math.min(...sixth)).toBeGreaterThan(1);
  });

  it('stops after death and default, and misses other visits as often as set', () => {
    const seen = infants.flatMap((infant) => infant.visits.map(({ row }) => ({ ...infant, row })));
    const late = seen.filter(
      ({ row, diedOnDay, defaultedFromWeek }) =>
        row.attended === 1 &&
        ((diedOnDay !== null && (row.age_days ?? 0) >= diedOnDay) ||
          (defaultedFromWeek !== null && row.visit_week >= defaultedFromWeek)),
    );
    expect(late).toEqual([]);
    const empty = { age_days: null, weight_g: null, length_cm: null, head_circumference_cm: null, muac_mm: null };
    const missed = rows.filter((row) => row.attended === 0);
    expect(missed.filter((row) => Object.keys(empty).some((column) => row[column as keyof VisitRow] !== null))).toEqual(
      [],
    );
    const stayed = infants.filter(
      ({ diedOnDay, defaultedFromWeek }) => diedOnDay === null && defaultedFromWeek === null,
    );
    const later = stayed.flatMap(({ visits }) => visits.slice(1));
    expect(share(later, ({ row }) => row.attended === 0)).toBeCloseTo(allBirths.missedVisitShare, 1.9);
  });

  it('has the faults of real registers: round numbers and wrong units, as rare as set', () => {
    const weights = known(attended.map((row) => row.weight_g)).filter((weight) => weight > 500 && weight < 12_000);
    expect(share(weights, (weight) => weight % 100 === 0)).toBeGreaterThan(allBirths.roundedShare);
    expect(share(weights, (weight) => weight % 100 === 0)).toBeLessThan(allBirths.roundedShare + 0.15);
    const muacs = known(at(26).map((row) => row.muac_mm));
    expect(share(muacs, (muac) => muac % 5 === 0)).toBeGreaterThan(0.25);
    const typed = known(attended.map((row) => row.weight_g)).filter((weight) => weight < 400 || weight > 13_000);
    expect(typed.length).toBeGreaterThan(0);
    expect(typed.length / attended.length).toBeLessThan(allBirths.typoShare);
    const clean = { ...allBirths, typoShare: 0, missingValueShare: 0 };
    for (const row of visitRows(simulateCohort('clean', { infants: 200 }, clean))) {
      if (row.attended === 1) expect(row.weight_g).toBeGreaterThan(500);
    }
  });

  it('follows only the birth weights that it is asked to', () => {
    for (const { infants: small } of simulateCohort('small', { families: 300 }, smallNewborns)) {
      for (const { birth } of small) {
        expect(birth.weightKg).toBeGreaterThanOrEqual(1.5);
        expect(birth.weightKg).toBeLessThan(2.5);
      }
    }
  });
});

const study = fileURLToPath(new URL('../../../../shared/data/life6mo-visits.csv', import.meta.url));
const studyIsHere = existsSync(study);
if (!studyIsHere) console.log('not compared: the visits of the low-birth-weight study are not on this machine');

describe.runIf(studyIsHere)('beside the real visits of a low-birth-weight study', () => {
  const [header, ...lines] = studyIsHere ? readFileSync(study, 'utf8').trim().split(/\r?\n/) : [''];
  const real = lines.map((line) => line.split(','));
  const simulated = [...visitRows(simulateCohort('beside', { infants: 2000 }, smallNewborns))];

  it('has the same columns', () => expect(visitHeader).toBe(header));

  it.each([
    ['weight_g', 0.08],
    ['length_cm', 0.04],
    ['head_circumference_cm', 0.04],
    ['muac_mm', 0.1],
  ] as const)('has a mean %s within %d of theirs at every visit', (column, tolerance) => {
    const index = header?.split(',').indexOf(column) ?? -1;
    for (const week of VISIT_WEEKS) {
      const theirs = real
        .filter((row) => row[6] === String(week) && row[index] !== '')
        .map((row) => Number(row[index]));
      const typical = mean(theirs);
      const ours = known(simulated.filter((row) => row.visit_week === week).map((row) => row[column]));
      const plausible = ours.filter((value) => value > typical / 3 && value < typical * 3);
      expect(Math.abs(mean(plausible) / typical - 1), `week ${week}`).toBeLessThan(tolerance);
    }
  });
});
