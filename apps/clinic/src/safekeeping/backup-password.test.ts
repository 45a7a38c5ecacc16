import { describe, expect, it } from 'vitest';
import { passwordProblem, samePassword } from './backup-password.ts';

describe('the password of a backup', () => {
  it.each(['', 'court', 'onze signes', '   onze signes   '])('"%s" is too short', (text) => {
    expect(passwordProblem(text)).toBe('tooShort');
  });
  it('is long enough with twelve characters', () => expect(passwordProblem('douze moins1')).toBeNull());
  it('is not a number, however long', () => {
    expect(passwordProblem('19960412 70123456')).toBe('onlyDigits');
    expect(passwordProblem('12/04/1996 12/04/1996')).toBe('onlyDigits');
  });
  it('is not one key held down', () => {
    expect(passwordProblem('aaaaaaaaaaaaaaaa')).toBe('tooAlike');
    expect(passwordProblem('aBaBaBaBaBaBaB')).toBe('tooAlike');
  });
  it('may be several plain words', () => {
    expect(passwordProblem('panier lune mangue rivière')).toBeNull();
  });
  it('is the same however its accents are typed, and whatever a keyboard adds after it', () => {
    expect(samePassword('rivie\u0300re ')).toBe('rivière');
  });
});
