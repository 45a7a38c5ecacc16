import { compileExpression } from '@denba/decisions/run/compile-expression';
import { describe, expect, it } from 'vitest';
import { forAudience } from './for-audience.ts';

const relevant = { kind: 'name', name: 'due' } as const;
const asked = (scope: Readonly<Record<string, boolean | null>>, own: typeof relevant | null = relevant) => {
  const expression = forAudience(own, ['alive', 'fed']);
  return expression === null ? true : compileExpression(expression)(scope);
};

describe('a question for somebody', () => {
  it('is not asked where one of the conditions is surely false', () => {
    expect(asked({ alive: false, fed: true, due: true })).toBe(false);
    expect(asked({ alive: true, fed: false, due: null })).toBe(false);
  });

  it('is asked as it says itself where they are true or not known', () => {
    expect(asked({ alive: true, fed: null, due: true })).toBe(true);
    expect(asked({ alive: null, fed: null, due: false })).toBe(false);
    expect(asked({ alive: true, fed: true, due: null })).toBe(null);
    expect(asked({ alive: true, fed: true }, null)).toBe(true);
    expect(forAudience(relevant, [])).toBe(relevant);
    expect(forAudience(null, [])).toBe(null);
  });
});
