import { describe, expect, it } from 'vitest';
import { checkProtocol } from '../check/check-protocol.ts';
import { exampleProtocol } from '../example/example-protocol.ts';
import { readProtocol } from '../read/read-protocol.ts';
import { checkDraft } from './check-draft.ts';
import type { DraftChange } from './draft.ts';

const { source } = readProtocol(exampleProtocol());
const base = { source, check: checkProtocol(source) };
const check = (...changes: readonly DraftChange[]) =>
  checkDraft(base, { id: 'trial', title: { fr: 'Essai', en: 'Trial' }, note: { fr: '', en: '' }, changes });

describe('the check of a draft', () => {
  it('has nothing to say of a draft that changes nothing', () => {
    const { problems, usable, vignettes, failing } = check();
    expect([problems, usable, vignettes, failing]).toEqual([[], true, [], []]);
  });

  it('tells the cases that are concluded otherwise, in the words of the protocol', () => {
    const { vignettes, usable } = check({ kind: 'parameter', name: 'low_weight_g', value: 3200 });
    expect(usable).toBe(true);
    expect(vignettes.map(({ id, fails }) => [id, fails])).toEqual([
      ['EX.V.001', true],
      ['EX.V.004', true],
    ]);
    expect(vignettes[0]?.sentence).toEqual({
      fr: 'EX.V.001, Tout va bien : Classe : low → moderate.',
      en: 'EX.V.001, All is well: Class: low → moderate.',
    });
    expect(vignettes[0]?.why.added.map(({ row }) => row)).toEqual(['EX.DT.01.02', 'EX.DT.02.02']);
  });

  it('says which rules no case reaches any more', () => {
    const { problems } = check({ kind: 'parameter', name: 'low_weight_g', value: 3200 });
    expect(problems.map(({ kind, message }) => [kind, message.en.includes('EX.DT.02.04')])).toContainEqual([
      'rowUnreached',
      true,
    ]);
  });

  it('tells cases that fail for another reason than their class', () => {
    const { vignettes, failing } = check({ kind: 'cell', row: 'EX.DT.01.02', column: 'then: card', text: '-' });
    expect(vignettes).toEqual([]);
    expect(failing.map(({ id }) => id)).toEqual(['EX.V.002']);
  });

  it('refuses a draft with an error, and does not blame it for what the base has', () => {
    const { problems, usable } = check({ kind: 'parameter', name: 'low_weight_g', value: 9000 });
    expect(usable).toBe(false);
    expect(problems.filter(({ kind }) => kind !== 'rowUnreached').map(({ kind, file }) => [kind, file])).toEqual([
      ['outOfRange', 'overlays/trial/parameters.csv'],
    ]);
  });
});
