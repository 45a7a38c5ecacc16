import { describe, expect, it } from 'vitest';
import { mami } from '../../test/mami.ts';
import { compileProtocol } from '../compile/compile-protocol.ts';
import { exampleProtocol } from '../example/example-protocol.ts';
import { readProtocol } from '../read/read-protocol.ts';
import { createTryCase } from './try-case.ts';

const tryCase = createTryCase(compileProtocol(readProtocol(exampleProtocol()).source).compiled);
const given = { sex: 'F', birth_date: '2026-01-30', visit_date: '2026-03-01', weight_g: 2400, oedema: 'none' };

describe('a case tried by hand', () => {
  it('is concluded, with every rule that spoke, what it read and who stands behind it', () => {
    const tried = tryCase(given);
    expect(tried.headline).toEqual({ fr: '■ Risque modéré', en: '■ Moderate risk' });
    expect(tried.conclusions.map(({ name }) => name)).toEqual(['pair_class', 'next_visit_days']);
    expect(tried.trace.map(({ row }) => row)).toEqual(['EX.DT.01.02', 'EX.DT.02.02']);
    expect(tried.trace[0]).toMatchObject({
      table: { fr: 'Constats', en: 'Findings' },
      values: [
        { name: 'weight_g', label: { fr: 'Poids', en: 'Weight' }, value: { fr: '2400\u00a0g', en: '2400\u00a0g' } },
        { name: 'p.low_weight_g' },
      ],
      authority: { fr: 'source : A book that was read', en: 'source: A book that was read' },
    });
  });

  it('names what is missing, in the words of the protocol', () => {
    const { headline, missing } = tryCase({ ...given, weight_g: 3000, oedema: null });
    expect(headline.en).toBe('○ Incomplete');
    expect(missing).toEqual([{ name: 'oedema', label: { fr: 'Œdèmes', en: 'Oedema' } }]);
  });

  it('says which answers were refused, and takes them for unknown', () => {
    const { refused, headline } = tryCase({ ...given, weight_g: 24 });
    expect(refused.map(({ field }) => field)).toEqual(['weight_g']);
    expect(headline.en).toBe('○ Incomplete');
  });

  it('tells the conclusions that the shipped protocol has', () => {
    const names = createTryCase(mami)({}).conclusions.map(({ name }) => name);
    expect(names).toContain('care.setting');
    expect(names).toContain('enrolment');
  });
});
