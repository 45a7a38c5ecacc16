import { describe, expect, it } from 'vitest';
import { nameProblem } from './person-name.ts';

describe('the name of a person of this phone', () => {
  const users = [{ name: 'Awa Keïta' }];
  it('is refused when it is empty or only spaces', () => {
    expect(nameProblem('', users)).toBe('empty');
    expect(nameProblem('   ', users)).toBe('empty');
  });
  it('is refused when somebody has it, whatever the accents, capitals and spaces', () => {
    expect(nameProblem('awa  keita ', users)).toBe('taken');
  });
  it('is taken when it is another', () => expect(nameProblem('Awa Keïta Diarra', users)).toBeNull());
});
