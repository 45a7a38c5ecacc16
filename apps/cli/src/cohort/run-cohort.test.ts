import { describe, expect, it } from 'vitest';
import { runHere } from '../../test/run-denba.ts';

const header =
  'infant,mother,birth_count,birth_order,sex,gestational_age_days,visit_week,attended,age_days,weight_g,length_cm,head_circumference_cm,muac_mm';

const visits = `${header}
1,1,2,1,F,250,0,1,1,2300,45,31,80
1,1,2,1,F,250,2,1,14,2250,46,32,84
1,1,2,1,F,250,26,1,182,5600,62,41,118
2,1,2,2,M,250,0,1,1,2200,44.8,31,79
2,1,2,2,M,250,2,1,15,2500,46,32,85
2,1,2,2,M,250,26,1,183,7400,66.5,42,132
3,2,1,1,M,275,0,1,1,2450,46,32,88
3,2,1,1,M,275,2,0,,,,,
3,2,1,1,M,275,26,1,180,,64,42,
4,,1,1,F,,0,1,0,2100,44,30.5,78
4,,1,1,F,,26,1,182,50000,61,41,120
`;

const cohort = async (csv: string, ...options: string[]) => runHere(['cohort', '-', ...options], { stdin: csv });
const json = async (csv: string, ...options: string[]) =>
  JSON.parse((await cohort(csv, '--format', 'json', ...options)).out);

/** The report without further options, made once because many tests read it. */
let plainReport: Promise<ReturnType<typeof JSON.parse>> | null = null;
const plain = () => {
  plainReport ??= json(visits);
  return plainReport;
};

describe('the cohort report', () => {
  it('counts twins as one family, an infant without a known mother as its own', async () => {
    const report = await plain();
    expect(report).toMatchObject({ infants: 4, mothers: 2, familiesWithTwins: 1, rows: 11, visitsAttended: 10 });
    expect(report.measured).toEqual({ weight: 9, length: 10, headCircumference: 10, muac: 9 });
  });

  it('compares the weights of week 2 and week 0 of those who have both', async () => {
    expect((await plain()).belowFirstWeightAtTwoWeeks).toMatchObject({ n: 1, of: 2, pct: 50 });
  });

  it('leaves flagged z-scores out at six months and counts them; the unweighed are not counted as well', async () => {
    const { chronological } = (await plain()).atSixMonths;
    expect(chronological.underweight).toMatchObject({ n: 1, of: 2, flagged: 1, notComputed: 1 });
    expect(chronological.stunted).toMatchObject({ of: 4, flagged: 0, notComputed: 0 });
  });

  it('corrects the age of preterm infants only', async () => {
    const { byBirthType, chronological, corrected } = (await plain()).atSixMonths;
    expect(corrected.underweight.n).toBeLessThanOrEqual(chronological.underweight.n);
    const term = byBirthType.find(({ birthType }: { birthType: string }) => birthType.startsWith('term'));
    expect(term.corrected).toEqual(term.chronological);
    expect(byBirthType.map(({ birthType }: { birthType: string }) => birthType)).toContain('unknown');
  });

  it('never calls a pair low: most answers are not known', async () => {
    const { risk } = await plain();
    expect(risk.classes).not.toContain('low');
    expect(risk.weeks.map(({ week }: { week: number }) => week)).toEqual([0, 2, 26]);
  });

  it('tells what the protocol refused, and counts it as unknown', async () => {
    expect((await plain()).dataQuality.refused.weight_g).toMatchObject({ n: 1, of: 10 });
  });

  it('does not depend on the order of the rows', async () => {
    const [head, ...lines] = visits.trimEnd().split('\n');
    const shuffled = [head, ...lines.toReversed()].join('\n');
    const [one, other] = [await plain(), await json(shuffled)];
    expect(other).toEqual(one);
  });

  it('follows the overlay', async () => {
    const usual = await plain();
    const adapted = await json(visits, '--overlay', 'muac-115');
    expect(adapted.protocol.overlays).toEqual(['muac-115']);
    expect(adapted.atSixMonths).toEqual(usual.atSixMonths);
  });

  it('is written in French and in English, in aligned tables', async () => {
    const french = await cohort(visits);
    const english = await cohort(visits, '--lang', 'en');
    expect(french.out).toContain('4 nourrissons de 2 mères');
    expect(french.out).toContain('intervalle à 95 %');
    expect(english.out).toContain('4 infants of 2 mothers');
    expect(english.out).toContain('Wilson 95 % intervals');
    expect(french.out.split('\n').some((line) => / $/.test(line))).toBe(false);
  });
});

describe('bad rows', () => {
  it('are reported and counted, never dropped in silence, never the end of the run', async () => {
    const bad = `${visits}5,3,1,1,F,260,0,1,1,2.3kg,45,31,80\n,3,1,1,F,260,1,1,7,2300,45,31,80\n5,3,1,1,M,260,1,1,-7,2300,45,31,80\n5,3,1,1,F,260,0,1,1,2300,45,31,80\n6,3,1\n`;
    const { code, err, out } = await cohort(bad);
    expect(code).toBe(1);
    expect(out).toContain('5 nourrissons');
    expect(err).toContain("stdin:13 [weight_g] « 2.3kg » n'est pas un nombre");
    expect(err).toContain('stdin:14 [infant]');
    expect(err).toContain('stdin:15 [age_days] « -7 » est avant la naissance');
    expect(err).toContain('stdin:15 [sex] « M »');
    expect(err).toContain('stdin:16 [visit_week] « 0 »');
    expect(err).toContain('stdin:17 [row]');
  });

  it('missing columns are named', async () => {
    const { code, err } = await cohort('infant,sex,week\n1,F,0\n');
    expect(code).toBe(3);
    expect(err).toContain('visit_week, age_days, weight_g');
  });

  it('an unknown protocol or overlay suggests the nearest', async () => {
    expect((await cohort(visits, '--protocol', 'mani')).err).toContain('« mami »');
    expect((await cohort(visits, '--overlay', 'muac115')).err).toContain('« muac-115 »');
  });
});
