/** A date in the future gets a warning in words and is never refused: the phone's clock may be wrong. */
import { localDate } from '@denba/quantities/local-date';
import { answer, confirm, openForm } from '@denba/questionnaires/fill-form';
import type { FormView } from '@denba/questionnaires/form-state';
import { timelineOf } from '@denba/scenario/given';
import { describe, expect, it } from 'vitest';
import { atClinic, keita, mami, mamiAssessor } from '../../../test/mami.ts';
import { openRegistration } from '../registration/open-registration.ts';
import { openVisit, type VisitPlace } from './open-visit.ts';
import { createVisitEngine } from './visit-engine.ts';
import * as visit from './visit-state.ts';

const today = localDate('2026-02-05');

const opened = (form: string, on: string, place: VisitPlace = { ...atClinic, today }) => {
  const engine = createVisitEngine(mami, form, mamiAssessor);
  return visit.startVisit(engine, openVisit(engine, timelineOf(keita), keita.childId(), localDate(on), place));
};
const questionIn = (view: FormView, path: string) => view.questions.find((one) => one.path === path);
const asksAbout = (view: FormView, path: string) =>
  questionIn(view, path)?.warnings.filter(({ kind, confirmed }) => kind === 'implausible' && !confirmed) ?? [];

describe('the day of a visit', () => {
  it.each(['rapid-screen', 'assessment', 'follow-up', 'review'])(
    'of %s is questioned when it is after today',
    (form) => {
      const held = opened(form, '2026-02-05');
      expect(asksAbout(held.filling.view, 'visit_date')).toEqual([]);
      const later = visit.answerAndAssess(held, 'visit_date', '2026-02-06');
      const [warning] = asksAbout(later.filling.view, 'visit_date');
      expect(warning?.message.fr).toContain('Ce jour est après la date du téléphone');
      expect(warning?.message.en).toContain('This day is after the date of the phone');
      expect(later.filling.view.blocking).toContainEqual({ path: 'visit_date', because: 'unconfirmed' });
    },
  );

  it('stands once she says that it is right, and counts all the while: nothing is refused', () => {
    const later = visit.answerAndAssess(opened('rapid-screen', '2026-02-05'), 'visit_date', '2027-02-06');
    expect(questionIn(later.filling.view, 'visit_date')).toMatchObject({ answer: 'answered', errors: [] });
    expect(later.filling.view.values['visit_date']).not.toBeNull();
    const sure = visit.confirm(later, 'visit_date', 'implausible');
    expect(asksAbout(sure.filling.view, 'visit_date')).toEqual([]);
  });

  it('is still questioned after the conclusions of the visit came back into the form', () => {
    const later = visit.answerAndAssess(opened('assessment', '2026-02-05'), 'visit_date', '2026-02-07');
    const danger = visit.answerAndAssess(later, 'd_convulsion', true);
    expect(danger.assessment.value('pair_class')).toBe('high');
    expect(asksAbout(danger.filling.view, 'visit_date')).toHaveLength(1);
  });

  it('is not held against a day that nobody gave: cases and simulations live in their own time', () => {
    const { view } = opened('assessment', '2027-02-05', atClinic).filling;
    expect(asksAbout(view, 'visit_date')).toEqual([]);
  });
});

it('a discharge from hospital after today is questioned', () => {
  const stay = visit.answerAndAssess(opened('follow-up', '2026-02-05'), 'recent_inpatient', true);
  const tomorrow = visit.answerAndAssess(stay, 'inpatient_discharge_date', '2026-02-06');
  expect(asksAbout(tomorrow.filling.view, 'inpatient_discharge_date')).toHaveLength(1);
  const yesterday = visit.answerAndAssess(stay, 'inpatient_discharge_date', '2026-02-04');
  expect(asksAbout(yesterday.filling.view, 'inpatient_discharge_date')).toEqual([]);
});

it('a registration that was begun under a later date than the phone says now asks about its day', () => {
  const { form } = createVisitEngine(mami, 'registration', mamiAssessor);
  const begun = (on: string) => {
    const { circumstances, answers } = openRegistration(mami, localDate(on), { ...atClinic, today });
    return openForm(form, circumstances, answers);
  };
  expect(asksAbout(begun('2026-02-05').view, 'visit_date')).toEqual([]);
  const later = begun('2026-02-09');
  expect(asksAbout(later.view, 'visit_date')).toHaveLength(1);
  expect(asksAbout(answer(later, 'visit_date', '2026-02-05').view, 'visit_date')).toEqual([]);
  expect(asksAbout(confirm(later, 'visit_date', 'implausible').view, 'visit_date')).toEqual([]);
});
