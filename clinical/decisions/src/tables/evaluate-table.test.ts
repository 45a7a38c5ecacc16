import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PaperTable, tableOf } from '../../samples/sample-table.ts';
import type { Scope, Value } from '../value.ts';
import { compileTable } from './evaluate-table.ts';

const codes = new Set(['high', 'moderate', 'low']);
const levels = { name: 'level', values: ['high', 'moderate', 'low'] };

const run = (paper: PaperTable, scope: Scope) => compileTable(tableOf(paper, { codes }))(scope);

const danger: PaperTable = {
  id: 'MAMI.DT.01',
  hitPolicy: 'P',
  when: ['convulsions', 'temperature'],
  gives: [levels],
  rows: ['true ; - | high', '- ; >= p.fever | moderate', '- ; < p.fever | low'],
};

const p = { fever: 37.5 };
const rows = (result: { hit: readonly { row: string }[] }) => result.hit.map(({ row }) => row);

describe('a row', () => {
  it('that holds is traced with every value it read, its source and its status', () => {
    expect(run(danger, { convulsions: false, temperature: 38, p }).hit).toEqual([
      {
        row: 'MAMI.DT.01.02',
        values: { temperature: 38, 'p.fever': 37.5 },
        missing: [],
        source: 'sample',
        status: 'default',
      },
    ]);
  });

  it('with an unknown cell is undecided, and says what is missing', () => {
    const result = run(danger, { convulsions: false, temperature: null, p });
    expect(result).toMatchObject({ outputs: { level: null }, hit: [], defaulted: false });
    expect(result.undecided).toMatchObject([
      { row: 'MAMI.DT.01.02', missing: ['temperature'] },
      { row: 'MAMI.DT.01.03', missing: ['temperature'] },
    ]);
  });

  it('with an unknown and a failing cell fails', () => {
    const both = { ...danger, rows: ['true ; > p.fever | high'] };
    expect(run(both, { temperature: 37, p })).toMatchObject({ hit: [], undecided: [] });
  });

  it('that holds is not cancelled by an undecided one, which is reported when it could change the answer', () => {
    const result = run(danger, { convulsions: null, temperature: 38, p });
    expect(result.outputs).toEqual({ level: 'moderate' });
    expect(result.undecided.map(({ row }) => row)).toEqual(['MAMI.DT.01.01']);
    expect(run(danger, { convulsions: true, temperature: null, p }).undecided).toEqual([]);
  });

  it('that asks about null is decided by the unknown itself', () => {
    const asks = { ...danger, rows: ['null ; - | high', 'not(null) ; - | low'] };
    expect(run(asks, {})).toMatchObject({ outputs: { level: 'high' }, undecided: [] });
    expect(run(asks, { convulsions: false }).outputs).toEqual({ level: 'low' });
  });

  it('left open by an unknown inside a known list still names what it read', () => {
    const inside: PaperTable = {
      hitPolicy: 'F',
      when: ['list contains(signs, "fever")'],
      gives: [levels],
      rows: ['true | high'],
    };
    expect(run(inside, { signs: ['cough', null] }).undecided).toMatchObject([{ missing: ['signs'] }]);
  });
});

const numbered = (hitPolicy: PaperTable['hitPolicy'], ...lines: string[]): PaperTable => ({
  hitPolicy,
  when: ['x'],
  gives: [{ name: 'points' }],
  rows: lines,
});

describe('a row that is for somebody', () => {
  const table = tableOf({ ...danger, hitPolicy: 'F', rows: ['- ; - | high', '- ; - | low'] });
  const [first, last] = table.rows;
  const forMothers = { ...table, rows: [{ ...first, for: ['mother_alive', 'breastfed'] }, last] as typeof table.rows };
  const given = (scope: Scope) => rows(compileTable(forMothers)({ p, ...scope }));

  it('is passed over where that is surely not so, and only there', () => {
    expect(given({ mother_alive: true, breastfed: true })).toEqual(['MAMI.DT.01.01']);
    expect(given({ mother_alive: true, breastfed: null })).toEqual(['MAMI.DT.01.01']);
    expect(given({ mother_alive: true, breastfed: false })).toEqual(['MAMI.DT.01.02']);
    expect(given({ mother_alive: false })).toEqual(['MAMI.DT.01.02']);
  });

  it('is not undecided there either: it asks for nothing', () => {
    const asks = tableOf({ ...danger, hitPolicy: 'C', rows: ['true ; - | high'] });
    const asked = { ...asks, rows: asks.rows.map((row) => ({ ...row, for: ['mother_alive'] })) };
    expect(compileTable(asked)({ p, mother_alive: false })).toMatchObject({ undecided: [], missing: [] });
    expect(compileTable(asked)({ p, mother_alive: true }).missing).toEqual(['convulsions']);
  });
});

describe('hit policies', () => {
  it('U: one row, and more than one is a violation without an answer', () => {
    expect(run(numbered('U', '< 0 | 1', '>= 0 | 2'), { x: 3 })).toMatchObject({ outputs: { points: 2 } });
    const result = run(numbered('U', '> 0 | 1', '> 1 | 2'), { x: 3 });
    expect(result).toMatchObject({
      outputs: { points: null },
      violation: { kind: 'severalRowsHold', rows: ['T.01.01', 'T.01.02'] },
    });
  });

  it('A: rows that agree give their answer, rows that differ a violation', () => {
    expect(run(numbered('A', '> 0 | 1', '> 1 | 1'), { x: 3 })).toMatchObject({ outputs: { points: 1 } });
    expect(run(numbered('A', '> 0 | 1', '> 1 | 2'), { x: 3 }).violation?.kind).toBe('outputsDiffer');
  });

  it('P: the value that stands first in the list of the output, wherever its row stands', () => {
    const table: PaperTable = {
      hitPolicy: 'P',
      when: ['x'],
      gives: [levels],
      rows: ['> 0 | low', '> 1 | high', '> 2 | moderate'],
    };
    expect(run(table, { x: 3 })).toMatchObject({ outputs: { level: 'high' }, hit: [{ row: 'T.01.02' }] });
  });

  it('F: the first row, and only undecided rows before it are reported', () => {
    const table: PaperTable = {
      hitPolicy: 'F',
      when: ['x', 'y'],
      gives: [levels],
      rows: ['- ; 1 | high', '> 0 ; - | low', '- ; 2 | moderate'],
    };
    const result = run(table, { x: 3 });
    expect(result).toMatchObject({ outputs: { level: 'low' }, undecided: [{ row: 'T.01.01' }] });
  });

  it('R and C: every row in the order of the table; O: in the order of the values; blank cells leave nothing', () => {
    const table = (hitPolicy: PaperTable['hitPolicy']): PaperTable => ({
      hitPolicy,
      when: ['x'],
      gives: [levels],
      rows: ['> 0 | low', '> 1 |', '> 2 | high'],
    });
    expect(run(table('R'), { x: 3 }).outputs).toEqual({ level: ['low', 'high'] });
    expect(run(table('C'), { x: 3 }).outputs).toEqual({ level: ['low', 'high'] });
    expect(run(table('O'), { x: 3 }).outputs).toEqual({ level: ['high', 'low'] });
    expect(rows(run(table('C'), { x: 3 }))).toEqual(['T.01.01', 'T.01.02', 'T.01.03']);
  });

  it('C+ C< C> C#: sum, least, greatest and count of the rows that hold', () => {
    const lines = ['> 0 | 2', '> 1 | 5', '> 9 | 7'];
    const points = (hitPolicy: PaperTable['hitPolicy'], scope: Scope) =>
      run(numbered(hitPolicy, ...lines), scope).outputs['points'];
    expect([points('C+', { x: 3 }), points('C<', { x: 3 }), points('C>', { x: 3 }), points('C#', { x: 3 })]).toEqual([
      7, 2, 5, 2,
    ]);
    expect([points('C+', { x: 0 }), points('C<', { x: 0 }), points('C>', { x: 0 }), points('C#', { x: 0 })]).toEqual([
      0,
      null,
      null,
      0,
    ]);
  });

  it('an aggregate that an undecided row could change is not known', () => {
    expect(run(numbered('C#', '> 0 | 1', '- | 1'), { x: null }).outputs).toEqual({ points: null });
  });

  it('several outputs are given together', () => {
    const table: PaperTable = {
      hitPolicy: 'U',
      when: ['x'],
      gives: [{ name: 'a' }, { name: 'b' }],
      rows: ['> 0 | 1 ; x + 1'],
    };
    expect(run(table, { x: 4 })).toMatchObject({ outputs: { a: 1, b: 5 }, hit: [{ values: { x: 4 } }] });
  });
});

describe('a default', () => {
  const table: PaperTable = {
    hitPolicy: 'U',
    when: ['danger'],
    gives: [{ ...levels, default: '"low"' }],
    rows: ['true | high'],
  };

  it('answers when no row holds', () => {
    expect(run(table, { danger: false })).toMatchObject({ outputs: { level: 'low' }, defaulted: true, hit: [] });
  });

  it('of a collecting table is a list of one', () => {
    expect(run({ ...table, hitPolicy: 'C' }, { danger: false })).toMatchObject({
      outputs: { level: ['low'] },
      defaulted: true,
    });
    expect(run({ ...table, hitPolicy: 'C' }, { danger: null })).toMatchObject({
      outputs: { level: [] },
      defaulted: false,
    });
  });

  it('never answers for a question that was not asked', () => {
    expect(run(table, { danger: null })).toMatchObject({ outputs: { level: null }, defaulted: false });
  });
});

const ternary = fc.constantFrom<Value>(true, false, null);
const cell = fc.constantFrom('true', 'false', '-', 'not(true)');
const row = fc.tuple(cell, cell, cell).map((cells) => `${cells.join(' ; ')} | ${cells.length}`);
const table = fc.array(row, { minLength: 1, maxLength: 6 });
const inputs = fc.record({ a: ternary, b: ternary, c: ternary });
const collecting = (lines: readonly string[]): PaperTable => ({
  hitPolicy: 'C',
  when: ['a', 'b', 'c'],
  gives: [{ name: 'n' }],
  rows: lines,
});

describe('whatever the table', () => {
  it('filling in an unknown never turns a row that holds into one that does not, nor the reverse', () => {
    fc.assert(
      fc.property(
        table,
        inputs,
        fc.record({ a: fc.boolean(), b: fc.boolean(), c: fc.boolean() }),
        (lines, known, fill) => {
          const before = run(collecting(lines), known);
          const full = { a: known.a ?? fill.a, b: known.b ?? fill.b, c: known.c ?? fill.c };
          const after = rows(run(collecting(lines), full));
          const possible = [...rows(before), ...before.undecided.map(({ row: id }) => id)];
          expect(after).toEqual(expect.arrayContaining(rows(before)));
          expect(possible).toEqual(expect.arrayContaining(after));
        },
      ),
    );
  });

  it('the order of the rows changes the order of a collection, and nothing else', () => {
    fc.assert(
      fc.property(table, inputs, (lines, scope) => {
        const there = compileTable(tableOf(collecting(lines)))(scope);
        const sample = tableOf(collecting(lines));
        const back = compileTable({ ...sample, rows: sample.rows.toReversed() })(scope);
        expect(rows(back).toReversed()).toEqual(rows(there));
        expect(back.undecided.map((trace) => trace.row).toReversed()).toEqual(
          there.undecided.map((trace) => trace.row),
        );
      }),
    );
  });

  it('an undecided row names at least one thing that is missing', () => {
    fc.assert(
      fc.property(table, inputs, (lines, scope) => {
        for (const trace of run(collecting(lines), scope).undecided) expect(trace.missing).not.toEqual([]);
      }),
    );
  });

  it('the result is stored as plain data, undecided rows included', () => {
    fc.assert(
      fc.property(table, inputs, (lines, scope) => {
        const result = run(collecting(lines), scope);
        const { table, outputs, hit, undecided, missing, defaulted } = result;
        expect(JSON.parse(JSON.stringify(result))).toEqual({ table, outputs, hit, undecided, missing, defaulted });
        expect(missing).toEqual([...new Set(undecided.flatMap((row) => row.missing))]);
      }),
    );
  });
});
