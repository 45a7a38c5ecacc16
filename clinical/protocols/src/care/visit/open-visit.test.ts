import { describe, expect, it } from 'vitest';
import { keita, visitOf } from '../../../test/mami.ts';
import { answerAndAssess, type VisitState } from './visit-state.ts';

const enrolled = keita.assessed({
  on: '2026-01-15',
  weight_g: 2150,
  muac_mm: null,
  enrolment_decision: 'enrolled',
  next_due: '2026-01-22',
});

const inputs = ({ filling }: VisitState): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(filling.answers.byPath).map(([path, { input }]) => [path, input]));

const question = ({ filling }: VisitState, path: string) => {
  const found = filling.view.questions.find((each) => each.path === path);
  if (found === undefined) throw new Error(`${path} is not asked`);
  return found;
};

describe('a form that opens for a child', () => {
  it('has the day, the place and the settings filled in', () => {
    expect(inputs(visitOf(keita, 'assessment', '2026-01-15'))).toMatchObject({
      visit_date: '2026-01-15',
      visit_type: 'assessment',
      site_level: 'clinic',
    });
    expect(inputs(visitOf(enrolled, 'follow-up', '2026-01-22'))).toMatchObject({ visit_type: 'followup' });
  });

  it('asks nothing that the record knows: birth, gestation, what was answered once', () => {
    const asked = keita.assessed({ on: '2026-01-12', sibling_malnourished: true, hiv: 'negative' });
    expect(inputs(visitOf(asked, 'assessment', '2026-01-15'))).toMatchObject({
      birth_weight_g: 2100,
      bw_source: 'scale',
      ga_weeks: 39,
      multiple_birth: 'single',
      mother_age: 26,
      sibling_malnourished: true,
      hiv: 'negative',
    });
    expect(inputs(visitOf(keita, 'rapid-screen', '2026-01-15'))).toMatchObject({ sex: 'F', birth_date: '2026-01-05' });
  });

  it('asks anew what has to be looked at: danger signs, measurements, feeding, mood', () => {
    const told = Object.keys(inputs(visitOf(enrolled, 'follow-up', '2026-01-22')));
    const looked =
      /^(d_|f\d|m_|phq|sh_|weight|length|muac|head|oedema|temp|resp|bf_|movement|mother_status|violence|alive|reviewed)/;
    expect(told.filter((name) => looked.test(name))).toEqual([]);
  });

  it('proposes how the mother was last, and counts it only once she says yes', () => {
    const visit = visitOf(enrolled, 'follow-up', '2026-01-22');
    expect(question(visit, 'mother_status')).toMatchObject({ proposed: 'present', answer: 'unanswered' });
    expect(visit.assessment.value('mother_status')).toBeNull();
    expect(visit.assessment.value('missing_core')).toContain('mother_status');
  });

  it('knows of a death: an orphan is not asked about again, and nothing is asked of her mother', () => {
    const visit = visitOf(
      keita.assessed({ on: '2026-01-12' }).motherDies({ on: '2026-01-14' }),
      'assessment',
      '2026-01-15',
    );
    expect(inputs(visit)).toMatchObject({ orphan: 'mother' });
    expect(question(visit, 'mother_status')).toMatchObject({ proposed: 'dead', answer: 'unanswered' });
    expect(visit.assessment.value('mother_alive')).toBe(false);
    const asked = visit.filling.view.questions.map(({ path }) => path);
    expect(asked.filter((path) => /^(m_|phq|isolated|violence|separated|mother_absent|art$)/.test(path))).toEqual([]);
  });

  it('shows the last measurement beside the new one, and questions a fall', () => {
    const visit = answerAndAssess(visitOf(enrolled, 'follow-up', '2026-01-22'), 'weight_g', 1700);
    expect(question(visit, 'weight_g').warnings[0]).toMatchObject({
      kind: 'implausible',
      earlier: { value: 2150, on: '2026-01-15' },
    });
    expect(question(visit, 'weight_g').warnings[0]?.message.fr).toMatch(/2\s150/);
  });

  it('says that the hospital agreed the appointment, when it did', () => {
    const away = enrolled.transferred('temporary', { on: '2026-01-18' });
    const home = (next_due: string) =>
      away.counterReferred({ on: '2026-02-12', discharged_on: '2026-02-11', next_due });
    const opened = visitOf(home('2026-02-15'), 'follow-up', '2026-02-15');
    expect(inputs(opened)).toMatchObject({ planned_date: '2026-02-15', planned_interval_days: 4 });
    const says = ({ filling }: VisitState) => filling.view.visible.some(({ path }) => path === 'planned_by_hospital');
    expect(says(opened)).toBe(true);
    expect(says(visitOf(home('2026-02-18'), 'follow-up', '2026-02-18'))).toBe(false);
    expect(says(visitOf(enrolled, 'follow-up', '2026-01-22'))).toBe(false);
  });

  it('knows the appointment, so that nobody types it', () => {
    expect(inputs(visitOf(enrolled, 'follow-up', '2026-01-24'))).toMatchObject({
      planned_date: '2026-01-22',
      planned_interval_days: 7,
      returned_after_default: false,
    });
    expect(inputs(visitOf(enrolled, 'tracing', '2026-01-29'))).toMatchObject({
      planned_date: '2026-01-22',
      missed_n: 1,
      days_since_due: 7,
    });
  });

  it('proposes a return to whoever comes back after default', () => {
    const back = enrolled.exits('R4', { on: '2026-03-01' });
    const returned = back.returns('return', { on: '2026-04-01' });
    expect(inputs(visitOf(returned, 'assessment', '2026-04-01'))['entry_type']).toBe('return');
    expect(inputs(visitOf(keita, 'assessment', '2026-01-15'))['entry_type']).toBe('new');
  });
});
