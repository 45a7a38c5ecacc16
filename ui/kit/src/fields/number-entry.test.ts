import { describe, expect, it } from 'vitest';
import { cleanNumberEntry, readNumberEntry } from './number-entry.ts';

describe('a number as it is typed', () => {
  it('keeps its comma or point, and only the first', () => {
    expect(cleanNumberEntry('3,4', 2)).toBe('3,4');
    expect(cleanNumberEntry('3.4.2', 2)).toBe('3.42');
    expect(cleanNumberEntry('3,4 kg', 2)).toBe('3,4');
  });

  it('has no separator where whole numbers are asked', () => expect(cleanNumberEntry('112,5', 0)).toBe('1125'));

  it('keeps digits that are too many: they are questioned, not cut off', () => {
    expect(cleanNumberEntry('3,4567', 2)).toBe('3,4567');
  });

  it('may be in Arabic or Persian digits', () => {
    expect(cleanNumberEntry('٣٫٤٢', 2)).toBe('3,42');
    expect(cleanNumberEntry('۱۱۲', 0)).toBe('112');
  });

  it('is read with either separator; nothing is not zero', () => {
    expect(readNumberEntry('3,42')).toBe(3.42);
    expect(readNumberEntry('3.42')).toBe(3.42);
    expect(readNumberEntry(',5')).toBe(0.5);
    expect(readNumberEntry('')).toBeNull();
    expect(readNumberEntry(',')).toBeNull();
  });
});
