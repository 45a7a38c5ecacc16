/** A weight far from what is expected at this age, or far from the previous one, gets a warning first. */
import { localDate } from '@denba/quantities/local-date';
import type { FormView } from '@denba/questionnaires/form-state';
import type { FamilyLife } from '@denba/scenario/family-life';
import { timelineOf } from '@denba/scenario/given';
import { describe, expect, it } from 'vitest';
import { atClinic, keita, mami, mamiAssessor } from '../../../test/mami.ts';
import { openVisit } from './open-visit.ts';
import { createVisitEngine } from './visit-engine.ts';
import * as visit from './visit-state.ts';

const opened = (form: string, life: FamilyLife = keita) => {
  const engine = createVisitEngine(mami, form, mamiAssessor);
  return visit.startVisit(
    engine,
    openVisit(engine, timelineOf(life), life.childId(), localDate('2026-02-05'), atClinic),
  );
};
const asked = (view: FormView) =>
  view.questions
    .find(({ path }) => path === 'weight_g')
    ?.warnings.filter(({ kind, confirmed }) => kind === 'implausible' && !confirmed) ?? [];

describe('the first weight of an infant', () => {
  it.each(['rapid-screen', 'assessment', 'follow-up', 'review'])(
    'of %s is questioned when it is implausible',
    (form) => {
      const held = opened(form);
      for (const weight of [4000, 3600]) {
        expect(asked(visit.answerAndAssess(held, 'weight_g', weight).filling.view), String(weight)).toEqual([]);
      }
      for (const weight of [12000, 1200]) {
        const surprising = visit.answerAndAssess(held, 'weight_g', weight);
        expect(asked(surprising.filling.view), String(weight)).toHaveLength(1);
        expect(asked(visit.confirm(surprising, 'weight_g', 'implausible').filling.view)).toEqual([]);
      }
    },
  );
});

describe('a weight after another', () => {
  const tenDaysAgo = keita.assessed({ on: '2026-01-26', weight_g: 3000 });
  const threeDaysAgo = keita.assessed({ on: '2026-02-02', weight_g: 3000 });
  const questioned = (life: FamilyLife, weight: number) =>
    asked(visit.answerAndAssess(opened('follow-up', life), 'weight_g', weight).filling.view).length === 1;

  it('is questioned above 80 g a day since the visit before, and below a tenth less', () => {
    expect([2699, 2700, 3800, 3801].map((weight) => questioned(tenDaysAgo, weight))).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });

  it('is not questioned for a gain over days too few to judge one', () => {
    expect(questioned(threeDaysAgo, 3400)).toBe(false);
  });
});
