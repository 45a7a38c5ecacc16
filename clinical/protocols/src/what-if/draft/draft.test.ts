import { describe, expect, it } from 'vitest';
import { compileProtocol } from '../../compile/compile-protocol.ts';
import { exampleProtocol } from '../../example/example-protocol.ts';
import { overlayDifference } from '../../overlay/overlay-difference.ts';
import { readProtocol } from '../../read/read-protocol.ts';
import { applyDraft } from './draft.ts';
import type { DraftChange } from './draft-change.ts';

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
        { kind: 'addRow', table: 'EX.DT.01', before: null, cells: { ...oldCough, status: 'sourced' } },
      ).source,
    );
    const status = Object.fromEntries(
      compiled.tables.flatMap((table) => table.rows.map((row) => [row.id, row.status])),
    );
    expect(compiled.parameters.find(({ name }) => name === 'low_weight_g')?.status).toBe('default');
    expect(status).toMatchObject({ 'EX.DT.01.01': 'default', 'EX.DT.01.02': 'sourced', 'EX.DT.01.03': 'default' });
  });

  it.each([
    ['before another', 'EX.DT.01.02', ['EX.DT.01.01', 'EX.DT.01.03', 'EX.DT.01.02']],
    ['before the first', 'EX.DT.01.01', ['EX.DT.01.03', 'EX.DT.01.01', 'EX.DT.01.02']],
    ['at the end', null, ['EX.DT.01.01', 'EX.DT.01.02', 'EX.DT.01.03']],
  ])('puts a new rule where it is to be read: %s', (_, before, order) => {
    expect(rows({ kind: 'addRow', table: 'EX.DT.01', before, cells: oldCough }).slice(0, 3)).toEqual(order);
  });

  it('puts a new rule in the place of one that it takes away', () => {
    const instead: readonly DraftChange[] = [
      { kind: 'removeRow', row: 'EX.DT.01.01' },
      { kind: 'addRow', table: 'EX.DT.01', before: 'EX.DT.01.01', cells: oldCough },
    ];
    expect(rows(...instead).slice(0, 2)).toEqual(['EX.DT.01.03', 'EX.DT.01.02']);
    expect(rows(...instead.toReversed()).slice(0, 2)).toEqual(['EX.DT.01.03', 'EX.DT.01.02']);
  });

  it('says of a new rule that it comes from the draft, whatever was typed', () => {
    const { source: drafted, problems } = apply({ kind: 'addRow', table: 'EX.DT.01', before: null, cells: oldCough });
    expect(problems).toEqual([]);
    const { compiled } = compileProtocol(drafted);
    const row = compiled.tables[0]?.rows.find(({ id }) => id === 'EX.DT.01.03');
    expect([row?.source, row?.status]).toEqual(['trial', 'default']);
    expect(compiled.sources.find(({ key }) => key === 'trial')?.title).toBe('Essai');
  });

  it('never changes a rule under the name of a new one', () => {
    const taken = {
      kind: 'addRow',
      table: 'EX.DT.01',
      before: null,
      cells: { ...oldCough, id: 'EX.DT.01.01' },
    } as const;
    const { source: drafted, problems } = apply(taken);
    expect(problems.map(({ kind }) => kind)).toEqual(['nameTwice']);
    expect(overlayDifference(source, drafted)).toEqual([]);
  });

  it('takes a rule away', () => {
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
    ['a table', { kind: 'addRow', table: 'EX.DT.09', before: null, cells: oldCough }],
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
