/**
 * Scores the visits of 1,114 real low-birth-weight infants (LIFE study) with every standard. The data file is not part
 * of the project: without it the test prints a message and is skipped.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { sizeForGestation } from './intergrowth/size-for-gestation.ts';
import { headCircumferenceForLife, lengthForLife, weightForLengthForLife, weightForLife } from './life-course.ts';
import { isBirthMeasure } from './life-course-standard.ts';
import type { Sex } from './sex.ts';
import { muacForAge } from './who/muac-for-age.ts';

const file = fileURLToPath(new URL('../../../../shared/data/life6mo-visits.csv', import.meta.url));
const present = existsSync(file);
if (!present) console.log(`skipped: no LIFE visits in ${file}`);

const numberOf = (text: string | undefined): number | null => (text === undefined || text === '' ? null : Number(text));

const sexOf = (text: string | undefined): Sex | null => (text === 'M' || text === 'F' ? text : null);

const readVisits = () => {
  const rows: Record<string, string>[] = parse(readFileSync(file), { columns: true });
  return rows.map((row) => ({
    infant: row['infant'] ?? '',
    sex: sexOf(row['sex']),
    gestationalAgeDays: numberOf(row['gestational_age_days']),
    week: Number(row['visit_week']),
    attended: row['attended'] === '1',
    ageDays: numberOf(row['age_days']),
    weightG: numberOf(row['weight_g']),
    lengthCm: numberOf(row['length_cm']),
    headCircumferenceCm: numberOf(row['head_circumference_cm']),
    muacMm: numberOf(row['muac_mm']),
  }));
};

describe.runIf(present)('the visits of the LIFE study', () => {
  const visits = present ? readVisits().filter(({ attended }) => attended) : [];
  const agesOf = new Map<string, number[]>();
  for (const { infant, ageDays } of visits) {
    agesOf.set(infant, [...(agesOf.get(infant) ?? []), ...(ageDays === null ? [] : [ageDays])]);
  }
  const scored = visits.map((visit) => {
    const ages = agesOf.get(visit.infant) ?? [];
    const birthMeasure = visit.ageDays !== null && isBirthMeasure(visit.ageDays, ages);
    const weightKg = visit.weightG === null ? null : visit.weightG / 1000;
    const child = { ...visit, birthMeasure, weightKg, measured: 'lying' } as const;
    return {
      visit,
      weight: weightForLife(child),
      length: lengthForLife(child),
      head: headCircumferenceForLife(child),
      weightForLength: weightForLengthForLife(child),
      muac: muacForAge({ ...child, muacCm: visit.muacMm === null ? null : visit.muacMm / 10 }),
    };
  });

  it('are 9,210 of 1,114 infants, of whom all but 785 were weighed', () => {
    expect([visits.length, agesOf.size]).toEqual([9210, 1114]);
    expect(scored.filter(({ weight }) => weight.score.kind === 'missing')).toHaveLength(785);
  });

  it('have a z-score or a reason in every measure, never NaN', () => {
    for (const { weight, length, head, weightForLength, muac } of scored) {
      for (const score of [weight.score, length.score, head.score, weightForLength.score, muac]) {
        if ('z' in score) expect(Number.isFinite(score.z) && Number.isFinite(score.raw)).toBe(true);
      }
    }
  });

  it('stay on INTERGROWTH through six months for infants born preterm', () => {
    const preterm = scored.filter(
      ({ visit }) => (visit.gestationalAgeDays ?? 280) < 259 && (visit.ageDays ?? 0) <= 182,
    );
    const standards = new Set(preterm.map(({ weight: { standard } }) => 'standard' in standard && standard.standard));
    expect(preterm.length).toBeGreaterThan(3000);
    expect(standards.has('WHO')).toBe(false);
  });

  it('show infants born small: most term ones under the 10th centile, few weights flagged', () => {
    const births = scored.filter(({ visit, weight }) => visit.week === 0 && weight.score.kind === 'scored');
    const sizes = births.map(({ visit }) =>
      sizeForGestation({ ...visit, weightKg: visit.weightG === null ? null : visit.weightG / 1000 }),
    );
    const term = sizes.filter((size) => size.kind === 'classified' && size.type.startsWith('term'));
    const small = term.filter((size) => size.kind === 'classified' && size.size === 'SGA');
    expect(small.length / term.length).toBeGreaterThan(0.8);
    const flagged = scored.filter(({ weight }) => weight.score.kind === 'flagged').length;
    expect(flagged / scored.length).toBeLessThan(0.01);
  });
});
