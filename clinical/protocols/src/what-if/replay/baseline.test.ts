import { describe, expect, it } from 'vitest';
import { createAssessor } from '../../assess/create-assessor.ts';
import { valueAt } from '../../assess/trace.ts';
import { compileProtocol } from '../../compile/compile-protocol.ts';
import { withSlip } from '../../example/example-protocol.ts';
import { readProtocol } from '../../read/read-protocol.ts';
import { columnsOf, inputsAt } from './assessment-columns.ts';
import { concluded, prepareBaseline } from './baseline.ts';
import { finished } from './replay.ts';

/** Changes the example so that a weight is compared with the previous one: either of them may be missing. */
const files = withSlip('tables/dt-01-findings.csv', ',< p.low_weight_g,', ',< last_weight_g,');
const protocol = compileProtocol(readProtocol(files).source).compiled;
const visit = (weight_g: number | null, last: number | null, oedema = 'none') => ({
  inputs: { sex: 'F', weight_g, oedema, previous: last === null ? [] : [{ weight_g: last }], nonsense: 1 },
  month: '2026-03',
  place: 'cscom-1',
});
const assessments = [
  visit(3000, 2900),
  visit(3000, null),
  visit(null, 2900),
  visit(null, null),
  visit(24, 2900),
  visit(2800, 2900, 'not_assessed'),
];
const columns = columnsOf(assessments);
const conclusions = ['findings.undecided', 'findings.rows', 'findings.level', 'pair_class'];
const baseline = finished(prepareBaseline(protocol, columns, conclusions));

describe('cases that a table cannot tell apart', () => {
  it('are told apart where another answer is missing, since somebody may be told which', () => {
    const missing = assessments.map((_, index) => concluded(baseline, 'findings.undecided', index));
    expect(missing.slice(0, 4)).toEqual([[], ['last_weight_g'], ['weight_g'], ['weight_g', 'last_weight_g']]);
  });

  it('are concluded as whole assessments are, refused and unlooked-for answers included', () => {
    const { assess } = createAssessor(protocol);
    assessments.forEach(({ inputs }, index) => {
      const { values } = assess(inputs);
      for (const name of conclusions) expect(concluded(baseline, name, index)).toEqual(valueAt(values, name));
    });
  });
});

describe('cases that hardly ever come again', () => {
  it('are concluded as whole assessments are, after they are no longer kept as before', () => {
    const weights = [2700, 2900, 3100, null];
    const many = Array.from({ length: 40_000 }, (_, at) => {
      const one = visit(3000, weights[at % weights.length] ?? null);
      // Each assessment has a list of its own, so that equal lists are not recognised as equal.
      return { ...one, inputs: { ...one.inputs, previous: one.inputs.previous.map((each) => ({ ...each, at })) } };
    });
    const base = finished(prepareBaseline(protocol, columnsOf(many), conclusions));
    const { assess } = createAssessor(protocol);
    const found = new Set<string>();
    for (let index = 0; index < many.length; index += 499) {
      const { values } = assess(many[index]?.inputs ?? {});
      for (const name of conclusions) expect(concluded(base, name, index)).toEqual(valueAt(values, name));
      found.add(JSON.stringify(conclusions.map((name) => concluded(base, name, index))));
    }
    expect(found.size).toBeGreaterThan(1);
  });
});

describe('columns', () => {
  it('give the answers of an assessment back, without what nobody answered', () => {
    expect(inputsAt(columns, 1)).toEqual({ sex: 'F', weight_g: 3000, oedema: 'none', previous: [], nonsense: 1 });
    expect(Object.hasOwn(inputsAt(columns, 2), 'weight_g')).toBe(false);
  });

  it('hold each answer once', () => {
    expect(columns.inputs['weight_g']?.values).toEqual([3000, null, 24, 2800]);
    expect(columns.inputs['weight_g']?.numbers).toBeInstanceOf(Uint8Array);
  });
});
