import { describe, expect, it } from 'vitest';
import { mami, mamiSource } from '../../../test/mami.ts';
import { givenInputs } from '../../vignettes/given-inputs.ts';
import { runVignettes } from '../../vignettes/run-vignettes.ts';
import { createNewCase } from './new-case.ts';

const own = new Set(['MAMI.DT.07.02', 'MAMI.DT.07.03']);
const newCase = createNewCase(mami, own);
const kept = (inputs: Readonly<Record<string, unknown>>) => {
  const { given, expect: expected, reached } = newCase(inputs);
  const title = { fr: 'Un cas', en: 'A case' };
  const vignette = {
    id: 'd-1.V.1',
    title,
    source: 'd-1',
    base: null,
    given,
    expect: expected,
    place: { file: 'draft' },
  };
  return { given, expected, reached, vignette: JSON.parse(JSON.stringify(vignette)) as typeof vignette };
};

describe('a case tried by hand, as it is kept', () => {
  it('passes on the protocol on which it was tried, for whatever a worked case gives', () => {
    const cases = mamiSource.vignettes.flatMap((one, at) => {
      if (at % 4 > 0) return [];
      const inputs = givenInputs(one, mamiSource.bases);
      return inputs.kind === 'given' && one.expect['refused'] === undefined ? [kept(inputs.given).vignette] : [];
    });
    const { failed } = runVignettes(mami, cases, new Map());
    expect(failed.map(({ vignette, mismatches }) => [vignette.given, mismatches])).toEqual([]);
    expect(cases.length).toBeGreaterThan(60);
  });

  it('names the rules of the draft that it reaches, and no others', () => {
    const baby = { sex: 'M', birth_date: '2026-02-01', visit_date: '2026-03-01', length_cm: 54, weight_g: 3300 };
    const { expected, reached } = kept({ ...baby, bw_source: 'unknown' });
    expect(reached).toEqual(['MAMI.DT.07.02', 'MAMI.DT.07.03']);
    expect(expected).toMatchObject({ pair_class: 'moderate', rows: reached });
  });

  it('has no day of its own where none was given: an unknown age stays unknown', () => {
    const { given, expected, vignette } = kept({ sex: 'M', birth_date: '2026-02-01', weight_g: 3300 });
    expect(given['visit_date']).toBeNull();
    expect(expected['rows']).toBeUndefined();
    expect(runVignettes(mami, [vignette], new Map()).failed).toEqual([]);
  });
});
