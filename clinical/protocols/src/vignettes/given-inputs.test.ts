import { describe, expect, it } from 'vitest';
import type { VignetteBase } from '../read/vignette-source.ts';
import { givenInputs } from './given-inputs.ts';

const bases = new Map<string, VignetteBase>([
  ['root', { base: null, given: { age_days: 60, sex: 'F' } }],
  ['well', { base: 'root', given: { weight_g: 3000 } }],
  ['ring', { base: 'ring', given: {} }],
]);
const given = (base: string | null, fields: Record<string, unknown>) => givenInputs({ base, given: fields }, bases);

describe('the inputs of a case', () => {
  it('are its base, and the base of its base, under its own', () => {
    expect(given('well', { sex: 'M' })).toEqual({
      kind: 'given',
      given: { visit_date: '2026-03-01', sex: 'M', weight_g: 3000, birth_date: '2025-12-31' },
    });
  });

  it('turn an age into a date of birth, from the day of the visit', () => {
    expect(given(null, { age_days: 1, visit_date: '2026-01-01' })).toMatchObject({
      given: { birth_date: '2025-12-31' },
    });
  });

  it('let the own date of birth outrank the age of a base', () => {
    expect(given('root', { birth_date: '2026-02-01' })).toMatchObject({ given: { birth_date: '2026-02-01' } });
  });

  it('turn the ages of earlier visits into their dates', () => {
    const { given: inputs } = given('root', { previous: [{ age_days: 30, weight_g: 2800 }] }) as { given: object };
    expect(inputs).toMatchObject({ previous: [{ visit_date: '2026-01-30', weight_g: 2800 }] });
  });

  it('say which base is missing, or goes round', () => {
    expect(given('wel', {})).toEqual({ kind: 'baseMissing', base: 'wel' });
    expect(given('ring', {})).toEqual({ kind: 'baseMissing', base: 'ring' });
  });
});
