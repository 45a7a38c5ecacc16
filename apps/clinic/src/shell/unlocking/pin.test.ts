import { describe, expect, it } from 'vitest';
import { isGuessable } from './pin.ts';

describe('a PIN that anybody would try first', () => {
  it.each(['000000', '777777', '123456', '345678', '987654'])('%s is refused', (pin) => {
    expect(isGuessable(pin)).toBe(true);
  });
  it.each(['135790', '123457', '112233', '908172', '246802'])('%s is taken', (pin) => {
    expect(isGuessable(pin)).toBe(false);
  });
});
