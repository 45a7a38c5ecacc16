import { describe, expect, it } from 'vitest';
import { mami, mamiSource } from '../../../test/mami.ts';
import { simulatedAssessments } from '../../../test/simulated-assessments.ts';
import { createAssessor } from '../../assess/create-assessor.ts';
import { compileProtocol } from '../../compile/compile-protocol.ts';
import { applyDraft } from '../draft/draft.ts';
import type { DraftChange } from '../draft/draft-change.ts';
import { columnsOf } from '../replay/assessment-columns.ts';
import { prepareBaseline } from '../replay/baseline.ts';
import { finished, replay } from '../replay/replay.ts';
import { costOf } from './cost.ts';
import { compareMonths } from './month-comparison.ts';

const assessments = simulatedAssessments('months', 20);
const baseline = finished(prepareBaseline(mami, columnsOf(assessments)));
const drafted = (...changes: readonly DraftChange[]) => {
  const head = { id: 'd', title: { fr: '', en: '' }, note: { fr: '', en: '' } };
  return compileProtocol(applyDraft(mamiSource, { ...head, changes }).source).compiled;
};
const compare = (protocol: ReturnType<typeof drafted>) => compareMonths(baseline, finished(replay(baseline, protocol)));

describe('the months of each centre', () => {
  const draft = drafted(
    { kind: 'parameter', name: 'waz_cut', value: -1 },
    { kind: 'parameter', name: 'interval_weekly_days', value: 5 },
  );
  const months = compare(draft);

  it('count what whole assessments conclude, by each version', () => {
    for (const [protocol, version] of [
      [mami, 'base'],
      [draft, 'draft'],
    ] as const) {
      const { assess } = createAssessor(protocol);
      const counted: Record<string, number> = {};
      for (const { inputs, month, place } of assessments) {
        const key = `${month} ${place} ${String(assess(inputs).value('pair_class') ?? 'none')}`;
        counted[key] = (counted[key] ?? 0) + 1;
      }
      const told = months.flatMap(({ month, place, [version]: { classes } }) =>
        Object.entries(classes).flatMap(([code, count]) =>
          count === 0 ? [] : [[`${month} ${place} ${code}`, count] as const],
        ),
      );
      expect(Object.fromEntries(told)).toEqual(counted);
    }
  });

  it('count an enrolment once: follow-up that goes on proposes none', () => {
    expect(assessments.filter(({ inputs }) => inputs['enrolled'] === true).length).toBeGreaterThan(20);
    for (const [protocol, version] of [
      [mami, 'base'],
      [draft, 'draft'],
    ] as const) {
      const { assess } = createAssessor(protocol);
      const proposed = assessments.filter(
        ({ inputs }) => inputs['enrolled'] !== true && assess(inputs).value('enrolment') === 'enrol',
      );
      expect(months.reduce((sum, month) => sum + month[version].enrolled, 0)).toBe(proposed.length);
    }
  });

  it('hold every assessment once, in the order of months and places', () => {
    expect(months.reduce((sum, month) => sum + month.assessments, 0)).toBe(assessments.length);
    const names = months.map(({ month, place }) => `${month} ${place}`);
    expect(names).toEqual([...names].sort());
  });

  it('are the same for a draft that changes nothing', () => {
    for (const { base, draft: same } of compare(drafted())) expect(same).toEqual(base);
  });
});

describe('visits', () => {
  const total = (months: ReturnType<typeof compare>, version: 'base' | 'draft') =>
    months.reduce((sum, month) => sum + month[version].visits, 0);

  it('are twice as many where every interval is half as long', () => {
    const halved = mami.parameters
      .filter(({ name }) => /^interval_.*_days$/.test(name))
      .map(({ name, value }) => ({ name, value: Number(value) }));
    const protocol = {
      ...mami,
      parameters: mami.parameters.map((parameter) =>
        halved.some(({ name }) => name === parameter.name)
          ? { ...parameter, value: Number(parameter.value) / 2 }
          : parameter,
      ),
    };
    const months = compare(protocol);
    expect(total(months, 'base')).toBeGreaterThan(50);
    expect(total(months, 'draft')).toBeCloseTo(2 * total(months, 'base'), 6);
  });

  it('have a price', () => {
    const months = compare(drafted({ kind: 'parameter', name: 'interval_weekly_days', value: 5 }));
    const { base, draft, more } = costOf(months, { visit: 2, enrolment: 0, referral: 0 });
    expect(base).toBeCloseTo(2 * total(months, 'base'), 6);
    expect(draft).toBeGreaterThan(base);
    expect(more).toBeCloseTo(draft - base, 6);
  });
});
