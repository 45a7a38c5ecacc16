import { describe, expect, it } from 'vitest';
import { parseQuery } from './parse-query.ts';

const kinds = (text: string): readonly string[] =>
  parseQuery(text).terms.map((term) => `${term.kind} ${term.kind === 'digits' ? term.digits : term.letters}`);

describe('a query', () => {
  it('is told apart by what it is made of', () => {
    expect(kinds('Awa Traoré')).toEqual(['word awa', 'word traore']);
    expect(kinds('awa 76 12 34')).toEqual(['word awa', 'digits 761234']);
    expect(kinds('KLB-2026-0153')).toEqual(['code klb20260153']);
    expect(kinds('76.12.34.56 Kati')).toEqual(['digits 76123456', 'word kati']);
  });

  it('keeps the code of a country with its number', () => {
    expect(parseQuery('+ 223 76 12').terms).toEqual([
      { kind: 'digits', digits: '2237612', phone: [{ digits: '7612', fromStart: true }] },
    ]);
  });

  it('may be a card typed with spaces', () => {
    expect(parseQuery('klb 2026 0153').wholeCode).toBe('klb20260153');
    expect(parseQuery('awa traoré').wholeCode).toBeNull();
  });

  it('drops particles beside names, and signs', () => {
    expect(kinds('Mme Awa épouse Keïta')).toEqual(['word awa', 'word keita']);
    expect(kinds('👶 ¡!')).toEqual([]);
    expect(kinds('  ')).toEqual([]);
  });

  it('is never long', () => {
    expect(parseQuery('awa '.repeat(500)).terms).toHaveLength(1);
    expect(parseQuery('a b c d e f g h i j k l m').terms).toHaveLength(8);
    expect(parseQuery('x'.repeat(500)).terms).toHaveLength(1);
  });
});
