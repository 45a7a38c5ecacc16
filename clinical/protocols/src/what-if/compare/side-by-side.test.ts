import { describe, expect, it } from 'vitest';
import { mami, mamiSource } from '../../../test/mami.ts';
import { simulatedAssessments } from '../../../test/simulated-assessments.ts';
import { compileProtocol } from '../../compile/compile-protocol.ts';
import { applyDraft } from '../draft/draft.ts';
import { columnsOf } from '../replay/assessment-columns.ts';
import { prepareBaseline } from '../replay/baseline.ts';
import { finished, replay } from '../replay/replay.ts';
import { sideBySide } from './side-by-side.ts';

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
