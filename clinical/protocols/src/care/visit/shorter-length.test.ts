/** A length below the previous one gets a warning; both are compared as the z-scores read them. */
import { localDate } from '@denba/quantities/local-date';
import type { FormView } from '@denba/questionnaires/form-state';
import { timelineOf } from '@denba/scenario/given';
import { expect, it } from 'vitest';
import { atClinic, keita, mami, mamiAssessor } from '../../../test/mami.ts';
import { openVisit } from './open-visit.ts';
import { createVisitEngine } from './visit-engine.ts';
import * as visit from './visit-state.ts';

/** Measurements of the girl Keita, born on 5 January 2026. */
const lying = { length_cm: 70, measured: 'lying' } as const;
const asked = (view: FormView) =>
  view.questions.find(({ path }) => path === 'length_cm')?.warnings.some(({ kind }) => kind === 'implausible');

const questioned = (form: string, on: string, before: string, length: number, measured: 'lying' | 'standing') => {
  const engine = createVisitEngine(mami, form, mamiAssessor);
  const life = keita.assessed({ on: before, weight_g: 8000, ...lying });
  const held = visit.startVisit(engine, openVisit(engine, timelineOf(life), life.childId(), localDate(on), atClinic));
  const read = visit.answerAndAssess(held, 'length_cm', length);
  return asked(visit.answerAndAssess(read, 'measured', measured).filling.view);
};

it.each(['assessment', 'review'])('of %s: from nine months on, standing is no loss after lying', (form) => {
  const at = (length: number, measured: 'lying' | 'standing') =>
    questioned(form, '2026-11-20', '2026-11-01', length, measured);
  expect(at(69.2, 'lying')).toBe(true);
  expect(at(69.2, 'standing')).toBe(false);
  expect(at(68.5, 'standing')).toBe(true);
});

it('before nine months, when nobody is measured standing, the word adds nothing', () => {
  expect(questioned('assessment', '2026-03-20', '2026-03-01', 69.2, 'standing')).toBe(true);
});

it('seven millimetres less are the accepted error of measuring', () => {
  expect(questioned('assessment', '2026-03-20', '2026-03-01', 69.3, 'lying')).toBe(false);
  expect(questioned('assessment', '2026-03-20', '2026-03-01', 69.2, 'lying')).toBe(true);
});
