/** The shipped indicator content passes the checker. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { placeText } from '@denba/protocols/problem';
import { describe, expect, it } from 'vitest';
import { readIndicators } from './read-indicators.ts';

const folder = fileURLToPath(new URL('../../../../indicators', import.meta.url));

const shipped = (): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith('.csv'))
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );

describe('the indicators that are shipped', () => {
  const { set, problems } = readIndicators(shipped());

  it('have no problem', () => {
    expect(problems.map((one) => `${placeText(one)} ${one.message.fr}`)).toEqual([]);
  });

  it('are all 28 of the MAMI specification, and those of maternal health', () => {
    const codes = new Set(set.indicators.map(({ code }) => code));
    const numbers = Array.from({ length: 28 }, (_, at) => `MAMI.IND.${String(at + 1).padStart(2, '0')}`);
    expect(numbers.filter((code) => !codes.has(code))).toEqual([]);
    expect(set.indicators.filter(({ code }) => !code.includes('.')).length).toBe(161);
  });

  it('say which facts they lack, when they are not yet fed', () => {
    const lacking = set.indicators.filter(({ fact }) => fact === null);
    expect(lacking.length).toBeGreaterThan(100);
    expect(lacking.filter(({ needs }) => needs === null)).toEqual([]);
  });

  it('refuses a name that no such fact has, with line and column', () => {
    const sheets = new Map(shipped());
    sheets.set('mami.csv', (sheets.get('mami.csv') ?? '').replace('exit_code = ""R1""', 'exit_cod = ""R1""'));
    const [found] = readIndicators(sheets).problems;
    expect(found).toMatchObject({
      kind: 'nameUnknown',
      column: 'when',
      cure: { fr: 'Vouliez-vous écrire « exit_code » ?' },
    });
  });
});
