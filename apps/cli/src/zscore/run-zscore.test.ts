import { readFileSync } from 'node:fs';
import { bmiForAge } from '@denba/growth/who/bmi-for-age';
import { headCircumferenceForAge } from '@denba/growth/who/head-circumference-for-age';
import { lengthForAge } from '@denba/growth/who/length-for-age';
import { muacForAge } from '@denba/growth/who/muac-for-age';
import { subscapularForAge } from '@denba/growth/who/subscapular-for-age';
import { tricepsForAge } from '@denba/growth/who/triceps-for-age';
import { weightForAge } from '@denba/growth/who/weight-for-age';
import { weightForLength } from '@denba/growth/who/weight-for-length';
import { computedZ } from '@denba/growth/z-score';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowsOf, runHere, temporaryFile } from '../../test/run-denba.ts';

const zscores = async (csv: string, ...options: string[]) => {
  const ran = await runHere(['zscore', '-', ...options], { stdin: csv });
  return { ...ran, rows: rowsOf(ran.out, csv.split('\n')[0]?.includes(';') ? ';' : ',') };
};

const header =
  'sex,age_days,weight_kg,length_cm,measured,head_circumference_cm,muac_mm,triceps_mm,subscapular_mm,oedema';

describe('z-scores of a file', () => {
  it('are those of each child alone, in every index', async () => {
    const child = fc.record({
      sex: fc.constantFrom('M', 'F'),
      ageDays: fc.integer({ min: 0, max: 1900 }),
      weight: fc.integer({ min: 150, max: 3000 }).map((value) => value / 100),
      length: fc.integer({ min: 400, max: 1250 }).map((value) => value / 10),
      measured: fc.constantFrom('l', 'h', ''),
      head: fc.integer({ min: 300, max: 560 }).map((value) => value / 10),
      muac: fc.integer({ min: 70, max: 220 }),
      skinfold: fc.integer({ min: 30, max: 200 }).map((value) => value / 10),
      oedema: fc.constantFrom('n', 'n', 'n', 'y'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(child, { minLength: 1, maxLength: 20 }), async (children) => {
        const lines = children.map((c) =>
          [c.sex, c.ageDays, c.weight, c.length, c.measured, c.head, c.muac, c.skinfold, c.skinfold, c.oedema].join(),
        );
        const { rows } = await zscores(`${header}\n${lines.join('\n')}\n`);
        expect(rows).toHaveLength(children.length);
        children.forEach((c, index) => {
          const sex = c.sex === 'M' ? 'M' : 'F';
          const measured = c.measured === 'l' ? 'lying' : c.measured === 'h' ? 'standing' : null;
          const oedema = c.oedema === 'y';
          const who = { sex, ageDays: c.ageDays, weightKg: c.weight, lengthCm: c.length, measured, oedema } as const;
          const expected = {
            waz: weightForAge(who),
            lhaz: lengthForAge(who),
            wlz: weightForLength(who),
            bmiz: bmiForAge(who),
            hcz: headCircumferenceForAge({ ...who, headCircumferenceCm: c.head }),
            muacz: muacForAge({ ...who, muacCm: c.muac / 10 }),
            tsz: tricepsForAge({ ...who, tricepsMm: c.skinfold }),
            ssz: subscapularForAge({ ...who, subscapularMm: c.skinfold }),
          };
          for (const [name, score] of Object.entries(expected)) {
            expect([name, rows[index]?.[name]]).toEqual([name, computedZ(score)?.toFixed(2) ?? '']);
            const flagged = rows[index]?.['flags']?.split(' ').includes(`${name}:flagged`);
            expect([name, flagged]).toEqual([name, score.kind === 'flagged']);
          }
        });
      }),
      { numRuns: 30 },
    );
  });

  it('match worked cases of WHO anthro', async () => {
    const { rows } = await zscores(
      'sex,age_days,weight_kg,length_cm,measured\nF,1522,17,,\nM,987,,72.86,l\nF,731,,77.5,h\n1,44,,50,l\n',
    );
    expect(rows.map(({ waz, lhaz }) => waz || lhaz)).toEqual(['0.24', '-6.09', '-2.55', '-3.29']);
    expect(rows[1]?.['flags']).toBe('lhaz:flagged');
  });

  it('are given in full with --raw', async () => {
    const { rows } = await zscores('sex,age_days,weight_kg\nF,1522,17\n', '--raw');
    expect(rows[0]?.['waz']).toMatch(/^0\.2\d{6,}$/);
    expect(Number(rows[0]?.['waz'])).toBeCloseTo(0.24, 2);
  });

  it('keep every column and row, in their order', async () => {
    const { rows, out } = await zscores('note,weight_kg,sex,x,age_days\n"a ""b"", c",3,F,,0\n,,,,\nz,3,M,1,0\n');
    expect(out.split('\n')[0]).toMatch(/^note,weight_kg,sex,x,age_days,waz,/);
    expect(out.split('\n')[1]).toMatch(/^"a ""b"", c",3,F,,0,/);
    expect(rows).toHaveLength(3);
  });

  it('leave a column of the file that has one of their names, and say so', async () => {
    const { rows, err } = await zscores('sex,age_days,weight_kg,waz\nF,0,3.2,mine\n');
    expect(rows[0]).toMatchObject({ waz: 'mine', denba_waz: '-0.07' });
    expect(err).toContain('denba_');
  });
});

describe('ages', () => {
  it('come from two dates, in ISO or as day/month/year', async () => {
    const { rows, code } = await zscores(
      'sex,birth_date,date,weight_kg\nF,2026-01-01,2026-01-31,4\nF,01/01/2026,31/01/2026,4\n',
    );
    expect(code).toBe(0);
    const expected = computedZ(weightForAge({ sex: 'F', ageDays: 30, weightKg: 4 }))?.toFixed(2);
    expect(rows.map(({ waz }) => waz)).toEqual([expected, expected]);
  });

  it('that contradict the dates are reported; the written age is used', async () => {
    const { rows, code, err } = await zscores('sex,age_days,birth_date,date,weight_kg\nF,10,2026-01-01,2026-01-31,4\n');
    expect(code).toBe(1);
    expect(rows[0]?.['flags']).toBe('age_days:conflict');
    expect(rows[0]?.['waz']).toBe(computedZ(weightForAge({ sex: 'F', ageDays: 10, weightKg: 4 }))?.toFixed(2));
    expect(err).toContain('stdin:2 [age_days] « 10 »');
  });

  it('before birth, unreadable or absent give no z', async () => {
    const { rows } = await zscores('sex,age_days,weight_kg\nF,-1,3\nF,soon,3\nF,,3\n');
    expect(rows.map(({ waz }) => waz)).toEqual(['', '', '']);
    expect(rows.map(({ flags }) => flags)).toEqual([
      'age_days:negative',
      'age_days:not_a_number age:missing',
      'age:missing',
    ]);
  });
});

describe('two writings of one measurement', () => {
  it('agree in silence, and are reported when they do not', async () => {
    const { rows, code } = await zscores(
      'sex,age_days,weight_kg,weight_g,muac_mm,muac_cm\nF,100,5.2,5200,130,13\nF,100,5.2,5500,130,12\nF,100,,5200,,13\n',
    );
    expect(rows.map(({ flags }) => flags)).toEqual(['', 'weight_g:conflict muac_cm:conflict', '']);
    expect(new Set(rows.map(({ waz }) => waz)).size).toBe(1);
    expect(new Set(rows.map(({ muacz }) => muacz)).size).toBe(1);
    expect(code).toBe(1);
  });
});

describe('flags', () => {
  it('name what cannot be read, keep the row and count it', async () => {
    const { rows, code, err } = await zscores(
      `${header}\nF,100,abc,60,l,40,130,8,6,n\nX,100,5,60,z,40,130,8,6,maybe\nF,100,0,-3,l,40,130,8,6,n\n`,
    );
    expect(code).toBe(1);
    expect(rows.map(({ flags }) => flags)).toEqual([
      'weight_kg:not_a_number',
      'sex:unknown_code measured:unknown_code oedema:unknown_code',
      'weight_kg:implausible length_cm:implausible',
    ]);
    expect(rows[0]).toMatchObject({ waz: '', lhaz: expect.stringMatching(/\d/) });
    expect(err).toContain('À revoir : 6.');
    expect(err).toContain("stdin:2 [weight_kg] « abc » n'est pas un nombre");
  });

  it('say why there is no z where the cells do not: age, length, oedema, standing too young', async () => {
    const { rows, code } = await zscores(
      `${header}\nF,30,3.5,44,h,36,90,8,6,n\nF,2000,15,100,h,50,150,8,6,n\nF,100,5,60,l,40,130,8,6,y\n`,
    );
    expect(code).toBe(0);
    expect(rows[0]?.['flags']).toContain('wlz:length_out_of_range');
    expect(rows[0]?.['flags']).toContain('muacz:age_out_of_range');
    expect(rows[0]?.['flags']?.endsWith('c9mo')).toBe(true);
    expect(rows[1]?.['flags']).toContain('waz:age_out_of_range');
    expect(rows[2]?.['flags']).toBe('waz:oedema wlz:oedema bmiz:oedema');
  });

  it('mark rows with too few or too many cells, which are kept whole and not computed', async () => {
    const { out, code } = await zscores('sex,age_days,weight_kg\nF,0\nF,0,3,5\nF,0,3.5\n');
    expect(code).toBe(1);
    const [, few, many, fine] = out.split('\n');
    expect(few).toBe('F,0,,,,,,,,,,row:too_few_cells');
    expect(many).toBe('F,0,3,,,,,,,,,row:too_many_cells,5');
    expect(fine).toMatch(/^F,0,3\.5,0\.\d\d,/);
  });

  it('a huge number is no measurement', async () => {
    const { rows } = await zscores('sex,age_days,weight_kg\nF,0,1e300\nF,0,99999999999999999999\n');
    expect(rows.map(({ waz, flags }) => [waz, flags])).toEqual([
      ['', 'weight_kg:implausible'],
      ['', 'weight_kg:implausible'],
    ]);
  });
});

describe('a French spreadsheet', () => {
  it('gets back its semicolons, decimal commas, mark and line ends, and is told', async () => {
    const { out, err, rows, code } = await zscores('\uFEFFSexe;Sex;Age days;WEIGHT_KG\r\nfille;F;1522;17,0\r\n');
    expect(code).toBe(0);
    expect(out.startsWith('\uFEFFSexe;Sex;Age days;WEIGHT_KG;waz;')).toBe(true);
    expect(out.endsWith('\r\n')).toBe(true);
    expect(rows[0]?.['waz']).toBe('0,24');
    expect(err).toContain('points-virgules');
    expect(err).toContain('virgule (3,25)');
  });
});

describe('life-course columns', () => {
  const life = 'id,sex,age_days,weight_kg,length_cm,gestational_age_days';

  it('are there only when the file has a gestational age', async () => {
    expect((await zscores('sex,age_days,weight_kg\nF,0,3\n')).out).not.toContain('standard');
    expect((await zscores(`${life}\n1,F,0,3,49,280\n`)).out).toContain('flags,standard,waz_life,lhaz_life,wlz_life');
  });

  it('name the standard by gestation and age', async () => {
    const { rows } = await zscores(
      `${life}\na,F,0,2.2,45,250\na,F,30,3,48,250\na,F,400,8,72,250\nb,M,1,3.2,50,280\nb,M,30,4,54,280\nc,M,0,3.2,50,\nd,M,0,0.9,33,160\n`,
    );
    expect(rows.map(({ standard }) => standard)).toEqual(['IG-NBS', 'IG-PNG', 'WHO', 'IG-NBS', 'WHO', 'WHO', '']);
    expect(rows[0]).toMatchObject({ svn: 'preterm-AGA', wlz_life: '' });
    expect(rows[1]).toMatchObject({ svn: '', sfga_centile: '' });
    expect(rows[5]?.['flags']).toBe('gestational_age_days:missing');
    expect(rows[6]?.['flags']).toContain('standard:born_before_24_weeks');
  });

  it('take the earliest measure under three days as the birth measure, whatever the order of the rows', async () => {
    const { rows } = await zscores(`${life}\na,F,2,2.2,45,280\na,F,0,2.3,45,280\nb,F,2,2.3,45,280\n`);
    expect(rows.map(({ standard }) => standard)).toEqual(['WHO', 'IG-NBS', 'IG-NBS']);
  });

  it('without an id, judge every measure under three days as a birth measure', async () => {
    const { rows } = await zscores(
      'sex,age_days,weight_kg,gestational_age_days\nF,2,2.2,280\nF,0,2.3,280\nF,3,2.3,280\n',
    );
    expect(rows.map(({ standard }) => standard)).toEqual(['IG-NBS', 'IG-NBS', 'WHO']);
  });

  it('tell of a birth measure that comes too late to be set right', async () => {
    const filler = Array.from({ length: 9000 }, (_, index) => `x${index},F,40,4,53,280`).join('\n');
    const { rows, code, err } = await zscores(`${life}\na,F,2,2.2,45,280\n${filler}\na,F,0,2.3,45,280\n`);
    expect(code).toBe(1);
    expect(rows.at(-1)?.['flags']).toBe('age_days:out_of_order');
    expect(err).toContain('triez le fichier par âge');
  });
});

describe('a file that cannot be used', () => {
  it('names the missing columns and what it found', async () => {
    const { code, err, out } = await zscores('sexe,age,poids\nF,1,2\n');
    expect([code, out]).toEqual([3, '']);
    expect(err).toContain(
      'stdin:1 : il manque les colonnes sex, age_days, weight_kg. Colonnes trouvées : sexe, age, poids.',
    );
  });

  it('names a column that appears twice', async () => {
    const { code, err } = await zscores('sex,age_days,weight_kg,Sex\nF,1,2,F\n');
    expect(code).toBe(3);
    expect(err).toContain('stdin:1 [Sex] : cette colonne figure deux fois');
  });

  it('hints at a misspelt heading', async () => {
    const { err } = await zscores('sex,age_days,weight_kg,lenght_cm\nF,1,2,50\n');
    expect(err).toContain('vouliez-vous écrire « length_cm »');
  });

  it('a header alone gives a header, and says so', async () => {
    const { code, out, err } = await zscores('sex,age_days,weight_kg\n');
    expect([code, out.split('\n').length]).toEqual([0, 2]);
    expect(err).toContain("n'y a que la ligne de titres");
  });

  it('leaves the old result in place when it fails half way', async () => {
    const result = temporaryFile('out.csv', 'old');
    const { code, err } = await runHere(['zscore', '-', '-o', result], {
      stdin: 'sex,age_days,weight_kg\nF,0,3\n"F,0,3\n',
    });
    expect(code).toBe(3);
    expect(err).toContain('stdin:3');
    expect(readFileSync(result, 'utf8')).toBe('old');
  });
});
