import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PaperTable, tableOf } from '../../samples/sample-table.ts';
import { compileTable } from '../tables/evaluate-table.ts';
import { checkTable, type Domains } from './check-table.ts';

const codes = new Set(['low', 'high', 'm', 'f']);

const domains: Domains = {
  age_days: { kind: 'number', min: 0, max: 365, integer: true },
  waz: { kind: 'number', min: -6, max: 6 },
  sex: { kind: 'code', values: ['m', 'f'] },
  danger: { kind: 'boolean' },
  seen: { kind: 'date' },
  signs: { kind: 'any' },
};

const constants = { p: { waz_cut: -2, severe: -3 } };

const check = (paper: PaperTable) => checkTable(tableOf(paper, { codes }), domains, constants);

const kinds = (paper: PaperTable) => check(paper).map((problem) => problem.kind);

const unique = (when: readonly string[], ...rows: string[]): PaperTable => ({
  hitPolicy: 'U',
  when,
  gives: [{ name: 'level', type: 'code', values: ['low', 'high'] }],
  rows,
});

describe('gaps', () => {
  it('a table that answers every known input is clean', () => {
    expect(check(unique(['waz'], '< p.waz_cut | high', '>= p.waz_cut | low'))).toEqual([]);
  });

  it('closed ranges that leave an open stretch between them are a gap, with a value inside it', () => {
    const [problem] = check(unique(['waz'], '[-6..-2] | high', '[-1.9..6] | low'));
    expect(problem?.kind).toBe('gap');
    expect(problem?.example?.['waz']).toBeGreaterThan(-2);
    expect(problem?.example?.['waz']).toBeLessThan(-1.9);
  });

  it('the same ranges leave none between whole numbers', () => {
    expect(kinds(unique(['age_days'], '[0..59] | high', '[60..365] | low'))).toEqual([]);
    expect(kinds(unique(['age_days'], '< 60.5 | high', '> 60.5 | low'))).toEqual([]);
    expect(check(unique(['age_days'], '< 60.5 | high', '> 61 | low'))[0]?.example).toEqual({ age_days: 61 });
  });

  it('a boundary that belongs to no row is a gap at that very value', () => {
    const [problem] = check(unique(['waz'], '< p.waz_cut | high', '> p.waz_cut | low'));
    expect(problem).toMatchObject({ kind: 'gap', severity: 'error', example: { waz: -2 } });
    expect(problem?.message).toEqual({ fr: 'Aucune ligne ne répond à : waz = -2.', en: 'No row answers: waz = -2.' });
  });

  it('the example names only the inputs that matter', () => {
    const [problem] = check(unique(['sex', 'danger', 'waz'], 'm ; - ; - | high', 'f ; true ; - | high'));
    expect(problem?.example).toEqual({ sex: 'f', danger: false });
  });

  it('a missing code and a missing truth value are gaps', () => {
    expect(check(unique(['sex'], 'm | low'))[0]?.example).toEqual({ sex: 'f' });
    expect(check(unique(['danger'], 'true | high'))[0]?.example).toEqual({ danger: false });
  });

  it('dates are split at the day', () => {
    const [problem] = check(unique(['seen'], '< date("2026-03-01") | low', '> date("2026-03-01") | high'));
    expect(problem?.example).toEqual({ seen: { kind: 'date', day: 20_513 } });
  });

  it('an unknown input is no gap, unless the table asks about null', () => {
    expect(kinds(unique(['danger'], 'true | high', 'false | low'))).toEqual([]);
    expect(kinds(unique(['danger', 'waz'], 'null ; < 0 | high', 'true ; - | high', 'false ; - | low'))).toEqual([
      'gap',
    ]);
    expect(kinds(unique(['danger'], 'null | high', 'true | high', 'false | low'))).toEqual([]);
  });

  it('a default fills every gap, and a collecting table has none', () => {
    const half = { hitPolicy: 'U', when: ['danger'], rows: ['true | high'] } as const;
    expect(kinds({ ...half, gives: [{ name: 'level', default: '"low"' }] })).toEqual([]);
    expect(kinds({ ...half, hitPolicy: 'C', gives: [{ name: 'level' }] })).toEqual([]);
  });

  it('conditions over computed quantities are analysed by their own cuts', () => {
    expect(kinds(unique(['count(signs)'], '0 | low', '> 0 | high'))).toEqual([]);
    expect(kinds(unique(['list contains(signs, "fever")'], 'true | high', 'false | low'))).toEqual([]);
    expect(kinds(unique(['waz < p.waz_cut and danger'], 'true | high', 'false | low'))).toEqual([]);
  });

  it('agrees with the engine: whatever example it gives, no row holds there', () => {
    const cut = fc.integer({ min: -3, max: 3 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cut, fc.nat(3), fc.boolean(), fc.boolean(), fc.constantFrom('m', 'f', '-')), {
          maxLength: 4,
        }),
        (parts) => {
          const rows = parts.map(
            ([from, length, a, b, sex]) => `${a ? '[' : '('}${from}..${from + length}${b ? ']' : ')'} ; ${sex} | high`,
          );
          const table = tableOf({ ...unique(['waz', 'sex']), rows }, { codes });
          const run = compileTable(table);
          for (const problem of checkTable(table, domains)) {
            if (problem.kind !== 'gap') continue;
            const result = run({ waz: 0, sex: 'm', ...problem.example });
            expect(result).toMatchObject({ hit: [], undecided: [] });
          }
          const clean = !checkTable(table, domains).some((problem) => problem.kind === 'gap');
          const answered = Array.from({ length: 49 }, (_, n) => n / 4 - 6).every((waz) =>
            ['m', 'f'].every((sex) => run({ waz, sex }).hit.length > 0),
          );
          if (clean) expect(answered).toBe(true);
        },
      ),
      { seed: 7, numRuns: 200 },
    );
  });
});

describe('overlaps', () => {
  it('two rows that hold together are an error where one may hold', () => {
    const [problem] = check(unique(['waz'], '<= p.waz_cut | high', '>= p.waz_cut | low'));
    expect(problem).toMatchObject({ kind: 'overlap', severity: 'error', row: 'T.01.02', example: { waz: -2 } });
  });

  it('under A they may, when they say the same', () => {
    const rows = ['<= 0 | high', '>= 0 | high'];
    expect(kinds({ ...unique(['waz']), hitPolicy: 'A', rows })).toEqual([]);
    expect(check({ ...unique(['waz']), hitPolicy: 'A', rows: ['<= 0 | high', '>= 0 | low'] })).toMatchObject([
      { kind: 'overlap', severity: 'warning' },
    ]);
  });

  it('columns that read the same quantity are not moved apart: the checker says that it cannot tell', () => {
    const paper = unique(
      ['count(signs)', 'list contains(signs, "fever")'],
      '0 ; - | low',
      '- ; true | high',
      '> 0 ; false | low',
    );
    expect(check(paper)).toMatchObject([{ kind: 'notAnalysed', severity: 'warning' }]);
  });

  it('two columns on one name are one quantity', () => {
    expect(kinds(unique(['waz', 'waz'], '< 0 ; - | high', '- ; >= 0 | low'))).toEqual([]);
  });
});

describe('rows that never count', () => {
  it('a row that earlier rows cover together is named with them', () => {
    const [problem] = check({ ...unique(['waz']), hitPolicy: 'F', rows: ['<= 0 | high', '> 0 | low', '> 3 | high'] });
    expect(problem).toMatchObject({ kind: 'unreachable', row: 'T.01.03' });
    expect(problem?.message.en).toBe('The row never counts: T.01.02 answers before it.');
  });

  it('under P the rows of a higher priority hide it, wherever they stand', () => {
    const gives = [{ name: 'level', values: ['high', 'low'] }];
    expect(check({ hitPolicy: 'P', when: ['waz'], gives, rows: ['< 0 | low', '- | high'] })).toMatchObject([
      { kind: 'unreachable', row: 'T.01.01' },
    ]);
  });

  it('reversed bounds and bounds outside the domain are found, with their column', () => {
    const found = check({
      ...unique(['waz', 'age_days']),
      hitPolicy: 'C',
      rows: ['[3..1] ; - | high', '- ; > 400 | low'],
    });
    expect(found).toMatchObject([
      { kind: 'unreachable', row: 'T.01.01', column: 'waz' },
      { kind: 'unreachable', row: 'T.01.02', column: 'age_days' },
    ]);
  });
});

describe('names, types and codes', () => {
  it('an unknown name is reported with its near matches', () => {
    const [problem] = check(unique(['age_day'], '- | low'));
    expect(problem).toMatchObject({ kind: 'unknownName', column: 'age_day', row: null });
    expect(problem?.cure.en).toBe('Did you mean age_days?');
    expect(check(unique(['waz'], '< p.waz_cot | high', '- | low'))[0]).toMatchObject({ row: 'T.01.01', column: 'waz' });
  });

  it('a number compared with a text, and a code that does not exist, are errors of their cell', () => {
    const found = check({
      ...unique(['waz', 'sex']),
      hitPolicy: 'C',
      rows: ['"a" ; - | high', '- ; "x" | high', '- ; - | "medium"'],
    });
    expect(found.filter(({ kind }) => kind !== 'unreachable')).toMatchObject([
      { kind: 'typeMismatch', row: 'T.01.01', column: 'waz' },
      { kind: 'unknownCode', row: 'T.01.02', column: 'sex' },
      { kind: 'unknownCode', row: 'T.01.03', column: 'level' },
    ]);
  });

  it('a column that is a constant reads nothing', () => {
    expect(check({ ...unique(['"sex"']), rows: ['- | low'] })).toMatchObject([{ kind: 'malformed', column: '"sex"' }]);
  });

  it('a priority without an order, a row of the wrong width and a repeated id are errors of form', () => {
    expect(kinds({ hitPolicy: 'P', when: ['waz'], gives: [{ name: 'level' }], rows: ['- | high'] })).toEqual([
      'noPriority',
    ]);
    expect(kinds({ hitPolicy: 'C', when: ['waz'], gives: [{ name: 'level' }], rows: ['- ; - | high'] })).toEqual([
      'malformed',
    ]);
  });
});
