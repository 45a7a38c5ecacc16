import { describe, expect, it } from 'vitest';
import { compileProtocol } from '../compile/compile-protocol.ts';
import type { CompiledProtocol } from '../compile/compiled-protocol.ts';
import { exampleProtocol } from '../example/example-protocol.ts';
import { readProtocol } from '../read/read-protocol.ts';
import { protocolDifference } from './protocol-difference.ts';

const compiled = (sheets: Readonly<Record<string, string>> = {}): CompiledProtocol => {
  const head = { 'overlays/heavy/overlay.yaml': 'id: heavy\nbase: example\n', 'overlays/heavy/parameters.csv': null };
  const changes = Object.fromEntries(Object.entries(sheets).map(([path, text]) => [`overlays/heavy/${path}`, text]));
  return compileProtocol(readProtocol(exampleProtocol({ ...head, ...changes }), ['heavy']).source).compiled;
};

const said = (after: CompiledProtocol) => protocolDifference(compiled(), after).map(({ fr }) => fr);

describe('what changes from one pack to the next', () => {
  it('is nothing when nothing changes, whatever the order of keys', () => {
    expect(said(compiled())).toEqual([]);
    expect(said(Object.fromEntries(Object.entries(compiled()).toReversed()) as CompiledProtocol)).toEqual([]);
  });

  it('tells a cut-off in its own words', () => {
    const after = compiled({ 'parameters.csv': 'name,value\nlow_weight_g,2800\n' });
    expect(said(after)).toEqual(['Poids bas : sous 2500 → 2800 g (low_weight_g)']);
  });

  it('tells a rule that is new, gone or other, and words that change, by name', () => {
    const after = compiled({
      'tables/dt-01-findings.csv':
        'id,when: weight_g,then: level,reason::fr,reason::en,source,status,remove\n' +
        'EX.DT.01.02,<= p.low_weight_g,,,,,,\nEX.DT.01.03,> p.low_weight_g,moderate,Trop.,Too much.,BOOK,default,\n' +
        'EX.DT.01.01,,,,,,,oui\n',
      'actions.csv': 'code,title::fr\nrefer,Évacuer\n',
    });
    expect(said(after)).toEqual([
      'Règle EX.DT.01.01 : retrait',
      'Règle EX.DT.01.02 : changement',
      'Règle EX.DT.01.03 : ajout',
      'Action refer : changement',
    ]);
  });

  it('says which version it was and is', () => {
    expect(said({ ...compiled(), version: '9' })[0]).toMatch(/^Version : .* \+ heavy → 9 \+ heavy$/);
  });
});
