import { describe, expect, it } from 'vitest';
import { compileProtocol } from '../../compile/compile-protocol.ts';
import { exampleProtocol } from '../../example/example-protocol.ts';
import { readProtocol } from '../../read/read-protocol.ts';
import { applyDraft } from '../draft/draft.ts';
import { columnsOf } from '../replay/assessment-columns.ts';
import { prepareBaseline } from '../replay/baseline.ts';
import { finished, replay } from '../replay/replay.ts';
import { caught } from './caught.ts';

const { source } = readProtocol(exampleProtocol());
const protocol = compileProtocol(source).compiled;
const seen = (weight_g: number | null, oedema = 'none') => ({
  inputs: { sex: 'F', birth_date: '2026-01-30', visit_date: '2026-03-01', weight_g, oedema },
  month: '2026-03',
  place: 'cscom-1',
});
/**
 * Six assessments of five children: one small with a poor outcome, one in between with a poor outcome, one normal
 * twice, one never assessed completely, one with an unknown outcome.
 */
const assessments = [seen(2400), seen(3000), seen(4000), seen(4200), seen(4000, 'not_assessed'), seen(2300)];
const outcomes = { child: Int32Array.from([0, 1, 2, 2, 3, 4]), poor: [true, true, false, false, null] };
const baseline = finished(prepareBaseline(protocol, columnsOf(assessments), ['pair_class']));
const draft = applyDraft(source, {
  ...{ id: 'd', title: { fr: '', en: '' }, note: { fr: '', en: '' } },
  changes: [{ kind: 'parameter', name: 'low_weight_g', value: 3500 }],
}).source;
const version = finished(replay(baseline, compileProtocol(draft).compiled));

describe('known poor outcomes', () => {
  it('are found by the base as far as it called a child at risk', () => {
    const { sensitivity, specificity } = caught(baseline, null, outcomes);
    expect([sensitivity.n, sensitivity.of]).toEqual([1, 2]);
    expect([specificity.n, specificity.of]).toEqual([1, 1]);
  });

  it('are found by a draft that asks for more', () => {
    const { sensitivity } = caught(baseline, version, outcomes);
    expect([sensitivity.n, sensitivity.of, sensitivity.share]).toEqual([2, 2, 1]);
    expect(sensitivity.low).toBeCloseTo(0.342, 3);
  });

  it('do not count for found or for well while every assessment is incomplete', () => {
    expect(caught(baseline, null, outcomes).undecided).toBe(1);
    const poor = caught(baseline, null, { ...outcomes, poor: [true, true, false, true, null] });
    expect([poor.sensitivity.n, poor.sensitivity.of]).toEqual([1, 3]);
  });

  it('leave out children whose outcome nobody knows, and say how many', () => {
    expect(caught(baseline, null, outcomes).unknownOutcome).toBe(1);
  });

  it('need a child for each assessment', () => {
    expect(() => caught(baseline, null, { child: new Int32Array(2), poor: [true] })).toThrow(/a child for each/);
  });
});

it('an assessment that is not before the outcome foretells nothing', () => {
  const after = { ...outcomes, child: Int32Array.from([-1, 1, 2, 2, 3, 4]) };
  expect(caught(baseline, version, after).sensitivity.n).toBe(caught(baseline, version, outcomes).sensitivity.n - 1);
  const draftOnly = caught(baseline, version, { ...outcomes, child: Int32Array.from([0, -1, 2, 2, 3, 4]) });
  expect(draftOnly.sensitivity.n).toBe(1);
});
