import { describe, expect, it } from 'vitest';
import { filedUnder } from './filed-under.ts';

const at = (path: string) => ({ id: path.split('/').at(-2) ?? '', path });
const country = [at('ml/'), at('ml/kayes/'), at('ml/segou/'), at('ml/segou/bla/'), at('ml/segou/bla/siby/')];

describe('a place', () => {
  it('is added to the lowest of the shown places that it is or lies in', () => {
    const filed = filedUnder(country, [{ id: 'ml' }, { id: 'segou' }]);
    expect([...filed]).toEqual([
      ['ml', 'ml'],
      ['kayes', 'ml'],
      ['segou', 'segou'],
      ['bla', 'segou'],
      ['siby', 'segou'],
    ]);
  });

  it('is left out when it lies in none of them', () => {
    expect([...filedUnder(country, [{ id: 'bla' }])]).toEqual([
      ['bla', 'bla'],
      ['siby', 'bla'],
    ]);
  });
});
