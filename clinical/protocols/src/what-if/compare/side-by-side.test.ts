import { describe, expect, it } from 'vitest';
import { mami, mamiSource } from '../../../test/mami.ts';
import { simulatedAssessments } from '../../../test/simulated-assessments.ts';
import { compileProtocol } from '../../compile/compile-protocol.ts';
import { applyDraft } from '../draft/draft.ts';
import { columnsOf } from '../replay/assessment-columns.ts';
import { prepareBaseline } from '../replay/baseline.ts';
import { finished, replay } from '../replay/replay.ts';
import { sideBySide } from './side-by-side.ts';
import { tellCaught, tellDraft, tellProgress } from './tell-comparison.ts';

const assessments = simulatedAssessments('beside', 25);
const baseline = finished(prepareBaseline(mami, columnsOf(assessments)));
const wazCut = (value: number) => {
  const head = { id: 'd', title: { fr: '', en: '' }, note: { fr: '', en: '' } };
  const { source } = applyDraft(mamiSource, { ...head, changes: [{ kind: 'parameter', name: 'waz_cut', value }] });
  return finished(replay(baseline, compileProtocol(source).compiled));
};
const children = [...new Set(assessments.map(({ child }) => child))];
const child = Int32Array.from(assessments, (one) => children.indexOf(one.child));
const drafts = [wazCut(-1), wazCut(-3)];
const poor = children.map((_, at) => at % 4 === 0);
const beside = sideBySide(baseline, drafts, {
  outcomes: { child, poor },
  unitCosts: { visit: 1, enrolment: 5, referral: 20 },
});

describe('two drafts side by side', () => {
  it('stand beside one base: the wider cut-off finds more children, the narrower fewer', () => {
    const [wide, narrow] = beside.drafts;
    const found = [narrow, beside.base, wide].map((version) => version?.caught?.sensitivity.n ?? -1);
    expect(found).toEqual(found.toSorted((a, b) => a - b));
    expect(wide?.changed).toBeGreaterThan(0);
    expect(wide?.enrolled).toBeGreaterThan(beside.base.enrolled);
    expect(narrow?.enrolled).toBeLessThanOrEqual(beside.base.enrolled);
    expect(narrow?.classes['moderate']).toBeLessThan(beside.base.classes['moderate'] ?? 0);
    expect(wide?.cost).toBeGreaterThan(beside.base.cost ?? Number.NaN);
  });

  it('count every assessment by class, whatever the version', () => {
    for (const { classes } of [beside.base, ...beside.drafts]) {
      expect(Object.values(classes).reduce((sum, count) => sum + count, 0)).toBe(assessments.length);
    }
  });
});

describe('the words of a comparison', () => {
  const told = tellDraft(beside, 0, drafts[0] as (typeof drafts)[number]);

  it('say how many change class, from which to which, and what that asks of the centres', () => {
    const [first, second] = told;
    expect(first?.en).toBe(`Assessments that change class: ${beside.drafts[0]?.changed} of ${assessments.length}`);
    expect(second?.fr).toMatch(/^(Incomplet|Risque faible) → Risque modéré : \d+$/);
    expect(told.map(({ en }) => en.split(':')[0])).toContain('Enrolments proposed');
    expect(told.map(({ fr }) => fr)).toContainEqual(
      expect.stringMatching(/^Visites à tenir : \d+ → \d+ \([+−±]\d+\)$/),
    );
  });

  it('say who would have been found, with the interval', () => {
    const interval = { n: 31, of: 40, share: 0.775, low: 0.625, high: 0.877 };
    const nobody = { n: 0, of: 0, share: null, low: null, high: null };
    const words = tellCaught({ sensitivity: interval, specificity: nobody, undecided: 2, unknownOutcome: 0 });
    expect(words.map(({ fr }) => fr)).toEqual([
      'Enfants dont l’issue a été défavorable, repérés à temps : 31 sur 40 (78\u00a0%, intervalle à 95\u00a0% : 63–88\u00a0%)',
      'Autres enfants, jamais signalés à risque : personne à compter',
      'Autres enfants dont toutes les évaluations sont incomplètes, comptés à part : 2',
    ]);
    expect(words[0]?.en).toBe('Children with a poor outcome, found in time: 31 of 40 (78%, 95% interval 63–88%)');
  });

  it('say how far it is', () => {
    expect(tellProgress({ done: 4096, of: 10_000 }).en).toBe('Assessments replayed: 4096 of 10000');
  });
});
