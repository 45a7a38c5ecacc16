import { describe, expect, it } from 'vitest';
import { checkProtocol } from '../../check/check-protocol.ts';
import { exampleProtocol, withSlip } from '../../example/example-protocol.ts';
import { readProtocol } from '../../read/read-protocol.ts';
import { checkDraft } from './check-draft.ts';
import type { DraftChange } from './draft-change.ts';

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
      fr: 'EX.V.001, Tout va bien : Classe : Faible → Modéré.',
      en: 'EX.V.001, All is well: Class: Low → Moderate.',
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

const heavy: Extract<DraftChange, { kind: 'addRow' }> = {
  ...{ kind: 'addRow', table: 'EX.DT.01', before: null },
  cells: {
    ...{ id: 'EX.DT.01.trial-1', 'when: oedema': 'none', 'when: weight_g': '> p.heavy_g', 'then: level': 'moderate' },
    ...{ 'reason::fr': 'Poids élevé.', 'reason::en': 'High weight.' },
  },
};
const heavyBase = (() => {
  const line = 'low_weight_g,2500,number,g,1000,4000,sourced,BOOK,';
  const own = 'heavy_g,8000,number,g,6000,9000,default,BOOK,Poids élevé : dès … g,High weight: from … g,\n';
  const { source: read } = readProtocol(withSlip('parameters.csv', line, `${own}${line}`));
  return { source: read, check: checkProtocol(read) };
})();
const checkHeavy = (...changes: readonly DraftChange[]) =>
  checkDraft(heavyBase, { id: 'trial', title: { fr: 'Essai', en: 'Trial' }, note: { fr: '', en: '' }, changes });
const baby = { sex: 'F', birth_date: '2026-01-30', visit_date: '2026-03-01', weight_g: 8500, oedema: 'none' };
const heavyCase = (expect: Readonly<Record<string, unknown>>): DraftChange => ({
  ...{ kind: 'addCase', id: 'trial.V.1', title: { fr: 'Un poids élevé', en: 'A high weight' } },
  ...{ given: baby, expect },
});

describe('a rule that a draft adds', () => {
  it('may be tried while no case reaches it, and is not yet well: the change itself says so', () => {
    const { problems, usable, changeAt } = checkHeavy(heavy);
    const unreached = problems.filter(({ kind }) => kind === 'rowUnreached');
    expect(unreached.map((found) => [changeAt(found), found.severity])).toEqual([[0, 'error']]);
    expect(unreached[0]?.message.fr).toBe("Aucun cas n'atteint la ligne EX.DT.01.trial-1.");
    expect(usable).toBe(true);
  });

  it('is well with a case of the draft that reaches it and concludes what was confirmed', () => {
    const { problems, failing, vignettes } = checkHeavy(
      heavy,
      heavyCase({ pair_class: 'moderate', rows: ['EX.DT.01.trial-1'] }),
    );
    expect([problems, failing, vignettes]).toEqual([[], [], []]);
  });

  it('is not well when the case of the draft ends otherwise by now: beside the case, not among those of the base', () => {
    const { problems, failing, usable, changeAt } = checkHeavy(heavy, heavyCase({ pair_class: 'low' }));
    expect(problems.map((found) => [found.kind, changeAt(found)])).toEqual([['vignetteFails', 1]]);
    expect([failing, usable]).toEqual([[], true]);
  });

  it('that contradicts itself in a cell cannot be tried, and the change says why', () => {
    const cells = { ...heavy.cells, 'when: weight_g': '> p.hevy_g' };
    const { problems, usable, changeAt } = checkHeavy({ ...heavy, cells });
    expect(usable).toBe(false);
    expect(problems.filter((found) => changeAt(found) === 0).map(({ kind }) => kind)).toContain('nameUnknown');
  });
});

describe('a case that a draft brings', () => {
  it('never changes a case of the protocol under its name', () => {
    const { problems } = checkHeavy({ ...heavyCase({ pair_class: 'low' }), id: 'EX.V.001' } as DraftChange);
    expect(problems.map(({ kind }) => kind)).toContain('nameTwice');
  });
});
