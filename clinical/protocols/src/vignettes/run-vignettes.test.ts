import { describe, expect, it } from 'vitest';
import { compileProtocol } from '../compile/compile-protocol.ts';
import { exampleProtocol, withSlip } from '../example/example-protocol.ts';
import { readProtocol } from '../read/read-protocol.ts';
import { runVignettes } from './run-vignettes.ts';

const cases = 'vignettes/cases.yaml';
const run = (files = exampleProtocol()) => {
  const { source } = readProtocol(files);
  return runVignettes(compileProtocol(source).compiled, source.vignettes, source.bases);
};
const mismatches = (piece: string, slip: string) =>
  run(withSlip(cases, piece, slip)).failed.flatMap((f) => f.mismatches);

describe('vignettes', () => {
  it('pass, and reach every row', () => {
    const { passed, failed, reachedRows, unreachedRows } = run();
    expect(failed).toEqual([]);
    expect(passed.map(({ vignette }) => vignette.id)).toEqual(['EX.V.001', 'EX.V.002', 'EX.V.003', 'EX.V.004']);
    expect([reachedRows.length, unreachedRows]).toEqual([6, []]);
  });

  it.each([
    ['a value that differs', 'age_days: 30, rows', 'age_days: 31, rows', { what: 'age_days', expected: 31, got: 30 }],
    ['a value that nothing computes', 'age_days: 30, rows', 'age: 30, rows', { what: 'age', got: 'no such value' }],
    ['a row that did not hit', 'rows: [EX.DT.02.04]', 'rows: [EX.DT.02.01]', { what: 'rows', got: ['EX.DT.02.04'] }],
    ['a row that hit and should not', 'notRows: [EX.DT.01.02]', 'notRows: [EX.DT.02.04]', { what: 'notRows' }],
    ['a row that was decided', 'undecided: [EX.DT.01.02]', 'undecided: [EX.DT.01.01]', { what: 'undecided' }],
    ['a member that is not there', 'contains: [moderate]', 'contains: [high]', { got: ['moderate'] }],
    ['a member that should not be', 'excludes: [high]', 'excludes: [moderate]', { got: ['moderate'] }],
    ['a list in another order or length', 'cards: [CC01]', 'cards: []', { what: 'cards', got: ['CC01'] }],
    ['an input that was refused', 'weight_g: 2400', 'weight_g: 24', { what: 'given.weight_g', expected: 'accepted' }],
  ])('fail on %s', (_, piece, slip, mismatch) => {
    expect(mismatches(piece, slip)).toContainEqual(expect.objectContaining(mismatch));
  });

  it('may expect an input to be refused', () => {
    const slip = 'given: {weight_g: 24}\n  expect: {pair_class: incomplete, refused: [weight_g]}';
    const original = 'given: {oedema: not_assessed}\n  expect: {pair_class: incomplete}';
    expect(mismatches(original, slip)).toEqual([]);
  });

  it('may expect a date as it is written', () => {
    expect(mismatches('pair_class: low, age_days: 30', 'birth_date: "2026-01-30"')).toEqual([]);
  });
});
