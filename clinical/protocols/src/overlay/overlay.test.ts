import { describe, expect, it } from 'vitest';
import { compileProtocol } from '../compile/compile-protocol.ts';
import { exampleProtocol } from '../example/example-protocol.ts';
import { overlayNames, readProtocol } from '../read/read-protocol.ts';
import { cell, cellPlace } from '../read/sheet.ts';
import { overlayDifference } from './overlay-difference.ts';

const overlaid = (sheets: Readonly<Record<string, string>>) => {
  const head = { 'overlays/heavy/overlay.yaml': 'id: heavy\nbase: example\n', 'overlays/heavy/parameters.csv': null };
  const changes = Object.fromEntries(Object.entries(sheets).map(([path, text]) => [`overlays/heavy/${path}`, text]));
  const files = exampleProtocol({ ...head, ...changes });
  const [base, result] = [readProtocol(files), readProtocol(files, ['heavy'])];
  return { base: base.source, ...result, difference: overlayDifference(base.source, result.source) };
};

const rowOf = (source: ReturnType<typeof overlaid>['source'], path: string, key: string, name: string) => {
  const row = source.sheets.get(path)?.rows.find((candidate) => cell(candidate, key) === name);
  if (row === undefined) throw new Error(`no row ${name}`);
  return row;
};

describe('an overlay', () => {
  it('changes the cells that it gives and leaves the others', () => {
    const { source, problems } = overlaid({ 'parameters.csv': 'name,value,note\nlow_weight_g,2800,\n' });
    const row = rowOf(source, 'parameters.csv', 'name', 'low_weight_g');
    expect(problems).toEqual([]);
    expect([cell(row, 'value'), cell(row, 'unit'), cell(row, 'source')]).toEqual(['2800', 'g', 'BOOK']);
  });

  it('says that a changed cell stands in the overlay', () => {
    const { source } = overlaid({ 'parameters.csv': 'name,value\nlow_weight_g,2800\n' });
    const row = rowOf(source, 'parameters.csv', 'name', 'low_weight_g');
    expect(cellPlace(row, 'value')).toEqual({ file: 'overlays/heavy/parameters.csv', line: 2, column: 'value' });
    expect(cellPlace(row, 'unit').file).toBe('parameters.csv');
  });

  it('puts a new row after the one above it in the overlay, and takes one away', () => {
    const { source } = overlaid({
      'tables/dt-02-conclusion.csv':
        'id,when: count(findings.level),then: class,reason::fr,reason::en,source,status,remove\n' +
        'EX.DT.02.02,,,,,,,\nEX.DT.02.05,> 1,high,Deux constats.,Two findings.,BOOK,default,\nEX.DT.02.04,,,,,,,yes\n',
    });
    const ids = source.sheets.get('tables/dt-02-conclusion.csv')?.rows.map((row) => cell(row, 'id'));
    expect(ids).toEqual(['EX.DT.02.01', 'EX.DT.02.02', 'EX.DT.02.05', 'EX.DT.02.03']);
  });

  it('replaces the words of a card, one language at a time', () => {
    const { source } = overlaid({ 'advice/cc01.md': '---\nid: CC01\n---\n\n## fr\n\nAllaitez.\n' });
    expect(source.cards[0]?.text).toEqual({ fr: 'Allaitez.', en: 'Breastfeed often.' });
  });

  it('is named in the compiled protocol, and decides there', () => {
    const { source } = overlaid({ 'parameters.csv': 'name,value\nlow_weight_g,2800\n' });
    const { compiled } = compileProtocol(source);
    expect(compiled.overlays.map(({ id }) => id)).toEqual(['heavy']);
    expect(compiled.parameters[0]?.value).toBe(2800);
  });

  it('is found by its folder', () => {
    expect(overlayNames(exampleProtocol())).toEqual(['heavy']);
  });
});

describe('the difference that an overlay makes', () => {
  it('is nothing when nothing changes', () => {
    expect(overlaid({}).difference).toEqual([]);
  });

  it('tells a cut-off in its own words, with status and source', () => {
    const sheet = 'name,value,status,source,note\nlow_weight_g,2800,default,HEARSAY,a try\n';
    expect(overlaid({ 'parameters.csv': sheet }).difference).toEqual([
      {
        kind: 'changed',
        file: 'parameters.csv',
        key: 'low_weight_g',
        text: {
          fr: 'Poids bas : sous 2500 → 2800 g (statut : default, à valider, source : HEARSAY) ; a try',
          en: 'Low weight: below 2500 → 2800 g (status: default, to be approved, source: HEARSAY); a try',
        },
      },
    ]);
  });

  it('tells a changed condition, an added rule and a removed one by their reasons', () => {
    const { difference } = overlaid({
      'tables/dt-01-findings.csv':
        'id,when: weight_g,then: level,reason::fr,reason::en,source,status,remove\n' +
        'EX.DT.01.02,<= p.low_weight_g,,,,,,\nEX.DT.01.03,> p.low_weight_g,moderate,Trop.,Too much.,BOOK,default,\n' +
        'EX.DT.01.01,,,,,,,oui\n',
    });
    expect(difference.map(({ kind, text }) => [kind, text.en])).toEqual([
      [
        'changed',
        'Rule EX.DT.01.02 (Weight {weight_g}, below the cut-off of {p.low_weight_g} g.), condition on weight_g: “< p.low_weight_g” → “<= p.low_weight_g”',
      ],
      ['added', 'Rule added: EX.DT.01.03 – Too much.'],
      ['removed', 'Rule removed: EX.DT.01.01 – Oedema present.'],
    ]);
  });

  it('tells words that change', () => {
    const { difference } = overlaid({
      'actions.csv': 'code,title::fr\nrefer,Évacuer\n',
      'advice/cc01.md': '---\nid: CC01\n---\n\n## fr\n\nAllaitez.\n',
    });
    expect(difference.map(({ text }) => text.fr)).toEqual([
      'Action refer (Évacuer), titre (fr) : « Référer » → « Évacuer »',
      'Carte CC01 (Nourrir) : le texte français change',
    ]);
  });
});
