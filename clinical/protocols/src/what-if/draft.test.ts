import { describe, expect, it } from 'vitest';
import { compileProtocol } from '../compile/compile-protocol.ts';
import { exampleProtocol } from '../example/example-protocol.ts';
import { overlayDifference } from '../overlay/overlay-difference.ts';
import { readProtocol } from '../read/read-protocol.ts';
import { applyDraft, type DraftChange } from './draft.ts';

const { source } = readProtocol(exampleProtocol());
const head = { id: 'trial', title: { fr: 'Essai', en: 'Trial' }, note: { fr: '', en: '' } };
const apply = (...changes: readonly DraftChange[]) => applyDraft(source, { ...head, changes });
const rows = (...changes: readonly DraftChange[]) =>
  compileProtocol(apply(...changes).source).compiled.tables.flatMap((table) => table.rows.map(({ id }) => id));

const oldCough = {
  id: 'EX.DT.01.03',
  'when: oedema': '-',
  'when: weight_g': '> p.low_weight_g',
  'then: level': 'moderate',
  'reason::fr': 'Poids au-dessus du seuil.',
  'reason::en': 'Weight above the cut-off.',
  source: 'BOOK',
};

describe('a draft', () => {
  it('is told as the difference that its overlay makes', () => {
    const { source: drafted, problems } = apply({ kind: 'parameter', name: 'low_weight_g', value: 2800 });
    expect(problems).toEqual([]);
    expect(overlayDifference(source, drafted).map(({ text }) => text.fr)).toEqual([
      'Poids bas : sous 2500 → 2800 g (statut : default, à valider, source : BOOK)',
    ]);
    expect(drafted.overlays.map(({ id }) => id)).toEqual(['trial']);
  });

  it('is never sourced where it changes something, whatever the line said before', () => {
    const { compiled } = compileProtocol(
      apply(
        { kind: 'parameter', name: 'low_weight_g', value: 2800 },
        { kind: 'cell', row: 'EX.DT.01.01', column: 'then: level', text: 'moderate' },
        { kind: 'addRow', after: 'EX.DT.01.02', cells: { ...oldCough, status: 'sourced' } },
      ).source,
    );
    const status = Object.fromEntries(
      compiled.tables.flatMap((table) => table.rows.map((row) => [row.id, row.status])),
    );
    expect(compiled.parameters.find(({ name }) => name === 'low_weight_g')?.status).toBe('default');
    expect(status).toMatchObject({ 'EX.DT.01.01': 'default', 'EX.DT.01.02': 'sourced', 'EX.DT.01.03': 'default' });
  });

  it('puts a new rule after the one that it names, and takes a rule away', () => {
    expect(rows({ kind: 'addRow', after: 'EX.DT.01.01', cells: oldCough }).slice(0, 3)).toEqual([
      'EX.DT.01.01',
      'EX.DT.01.03',
      'EX.DT.01.02',
    ]);
    expect(rows({ kind: 'removeRow', row: 'EX.DT.01.01' })[0]).toBe('EX.DT.01.02');
  });

  it('may ask nothing any more where the base asked', () => {
    const { compiled } = compileProtocol(
      apply({ kind: 'cell', row: 'EX.DT.01.02', column: 'when: weight_g', text: '-' }).source,
    );
    expect(compiled.tables[0]?.rows[1]?.tests).toEqual([null, null]);
  });

  it('changes the calendar', () => {
    const { compiled } = compileProtocol(
      apply({ kind: 'schedule', contact: 'EX.S.01', column: 'due_days', text: '21' }).source,
    );
    expect(compiled.schedule[0]).toMatchObject({ id: 'EX.S.01', dueDays: 21 });
  });

  it.each<[string, DraftChange]>([
    ['a cut-off', { kind: 'parameter', name: 'low_weigt_g', value: 1 }],
    ['a rule', { kind: 'cell', row: 'EX.DT.09.01', column: 'then: level', text: 'high' }],
    ['a contact', { kind: 'schedule', contact: 'EX.S.09', column: 'due_days', text: '1' }],
  ])('says what it changes that does not exist: %s', (_, change) => {
    expect(apply(change).problems).toMatchObject([{ kind: 'overlayMatchesNothing', severity: 'error' }]);
  });
});

describe('a draft that was decided on', () => {
  it('is national, and cites itself: never the document that the line cited before', () => {
    const { source: decided, problems } = applyDraft(
      source,
      {
        ...{ id: 'd-1', title: { fr: 'Décision', en: 'Decision' }, note: { fr: '', en: '' } },
        changes: [{ kind: 'parameter', name: 'low_weight_g', value: 2800 }],
      },
      'decided',
    );
    const { compiled } = compileProtocol(decided);
    const changed = compiled.parameters.find(({ name }) => name === 'low_weight_g');
    expect([problems, changed?.status, changed?.source]).toEqual([[], 'national', 'd-1']);
    expect(compiled.sources.find(({ key }) => key === 'd-1')?.title).toBe('Décision');
  });
});
