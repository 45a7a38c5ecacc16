import { describe, expect, it } from 'vitest';
import { compileProtocol } from '../../compile/compile-protocol.ts';
import { exampleProtocol } from '../../example/example-protocol.ts';
import { readProtocol } from '../../read/read-protocol.ts';
import { applyDraft } from '../draft/draft.ts';
import type { DraftChange } from '../draft/draft-change.ts';
import { createWhyChanged } from './why-changed.ts';

const { source } = readProtocol(exampleProtocol());
const base = compileProtocol(source).compiled;
const well = { sex: 'F', birth_date: '2026-01-30', visit_date: '2026-03-01', weight_g: 3000, oedema: 'none' };

const why = (given: object, ...changes: readonly DraftChange[]) => {
  const head = { id: 'draft', title: { fr: 'Essai', en: 'Trial' }, note: { fr: '', en: '' } };
  const draft = compileProtocol(applyDraft(source, { ...head, changes }).source).compiled;
  return createWhyChanged(base, draft, ['pair_class', 'next_visit_days'])({ ...well, ...given });
};

describe('why an infant is concluded otherwise', () => {
  it('names the rule that now speaks, with its values, and the one that fell silent', () => {
    const told = why({}, { kind: 'parameter', name: 'low_weight_g', value: 3200 });
    expect([told.before.fr, told.after.fr]).toEqual(['● Risque faible', '■ Risque modéré']);
    expect(told.conclusions).toEqual([
      {
        name: 'pair_class',
        label: { fr: 'Classe', en: 'Class' },
        before: { fr: 'Faible', en: 'Low' },
        after: { fr: 'Modéré', en: 'Moderate' },
      },
    ]);
    expect(told.added.map(({ row, reason }) => [row, reason.fr])).toEqual([
      ['EX.DT.01.02', 'Poids 3000\u00a0g, sous le seuil de 3200 g.'],
      ['EX.DT.02.02', 'Un constat.'],
    ]);
    expect(told.silenced.map(({ row }) => row)).toEqual(['EX.DT.02.04']);
  });

  it('attributes a changed cut-off to nobody: it awaits approval', () => {
    const [rule] = why({}, { kind: 'parameter', name: 'low_weight_g', value: 3200 }).added;
    expect(rule?.authority).toEqual({ fr: 'à valider par un clinicien', en: 'awaiting approval by a clinician' });
  });

  it('tells a rule that speaks with other values', () => {
    const told = why({ weight_g: 2400 }, { kind: 'parameter', name: 'low_weight_g', value: 2800 });
    expect(told.conclusions).toEqual([]);
    expect(told.reworded.map(({ before, after }) => [before.reason.en, after.reason.en])).toEqual([
      ['Weight 2400\u00a0g, below the cut-off of 2500 g.', 'Weight 2400\u00a0g, below the cut-off of 2800 g.'],
    ]);
  });

  it('says nothing of an infant for whom nothing changes', () => {
    const told = why({ weight_g: 5000 }, { kind: 'parameter', name: 'low_weight_g', value: 3200 });
    expect([told.conclusions, told.added, told.silenced, told.reworded]).toEqual([[], [], [], []]);
  });
});
