import { localDate } from '@denba/quantities/local-date';
import type { Input } from '@denba/questionnaires/answers';
import { readForm } from '@denba/records/form-registry';
import { timelineOf } from '@denba/scenario/given';
import { describe, expect, it } from 'vitest';
import { keita, mami, mamiRules, visitOf } from '../../../test/mami.ts';
import { readFindings } from '../findings/stored-findings.ts';
import { knownInputs } from './known-inputs.ts';
import { answersFromEntry, changedAnswers, visitEntry } from './visit-entry.ts';
import { acceptProposal, answerAndAssess, confirm, startVisit, sweep, type VisitState } from './visit-state.ts';

const today = localDate('2026-03-20');
const answerAll = (state: VisitState, answers: Readonly<Record<string, Input>>): VisitState =>
  Object.entries(answers).reduce((each, [path, input]) => answerAndAssess(each, path, input), state);

const opened = visitOf(keita, 'assessment', '2026-03-20');
const answered = answerAll(opened, { mother_status: 'present', d_feed: 'well', weight_g: 3900, consent: true });

describe('a visit that is saved', () => {
  it('becomes an entry that the record may write, under the day on which it was held', () => {
    const draft = visitEntry(acceptProposal(answered, 'enrolment_decision'), 'fr', today);
    const protocolVersion = `mami@${mami.version}`;
    expect(draft).toMatchObject({ form: 'mami-assessment@2', occurredOn: '2026-03-20', protocolVersion });
    expect(readForm(draft.form, draft.answers, 'writing')).toMatchObject({
      kind: 'mami-assessment',
      answers: { weight_g: 3900, d_feed: 'well', enrolment_decision: 'enrolled', entry_type: 'new', consent: true },
    });
    expect(readFindings(draft.findings, mami)?.pairClass).toBe('moderate');
  });

  it('says nothing that the record had said, and everything that she changed', () => {
    expect(visitEntry(answered, 'fr', today).answers).not.toHaveProperty('birth_weight_g');
    const card = answerAndAssess(answered, 'birth_weight_g', 2300);
    expect(visitEntry(card, 'fr', today).answers['birth_weight_g']).toBe(2300);
  });

  it('keeps apart what was refused and what is no longer asked; lists and doubts are remembered', () => {
    const state = confirm(
      sweep(answerAll(answered, { weight_g: 33_000, diarrhoea: true, diarrhoea_days: 3, muac_mm: 78 }), 'danger_signs'),
      'muac_mm',
      'unusual',
    );
    const { answers } = visitEntry(answerAndAssess(state, 'diarrhoea', false), 'fr', today);
    expect(answers['set_aside']).toEqual({ weight_g: 33_000, diarrhoea_days: 3, movement: 'spontaneous' });
    expect(answers).not.toHaveProperty('weight_g');
    expect(answers['confirmed']).toEqual({ muac_mm: ['unusual'] });
    expect(answers['swept'] ?? []).toEqual(state.filling.answers.swept);
  });

  it('of a screen holds the result that was concluded', () => {
    const screen = answerAll(visitOf(keita, 'rapid-screen', '2026-03-20'), {
      contact_point: 'vaccination',
      sc1: false,
      sc2: true,
    });
    const draft = visitEntry(screen, 'fr', today);
    expect(draft.form).toBe('mami-screen@1');
    expect(readForm(draft.form, draft.answers, 'writing')).toMatchObject({ answers: { screen_result: 'positive' } });
  });

  it('is what the next visit looks back at', () => {
    const { form, answers, findings } = visitEntry(answered, 'fr', today);
    const life = keita.saves(form, keita.childId(), answers, { on: '2026-03-20', findings });
    const known = knownInputs(timelineOf(life), life.childId(), localDate('2026-04-03'), mamiRules);
    expect(known['previous']).toMatchObject([
      {
        visit_date: '2026-03-20',
        weight_g: 3900,
        waz: answered.assessment.value('waz'),
        growth_class: expect.any(String),
      },
    ]);
  });
});

describe('a correction', () => {
  it('opens the entry as it was saved, and sets only what she changes', () => {
    const saved = visitEntry(answered, 'fr', today).answers;
    const again = startVisit(
      opened.engine,
      opened.opening,
      answersFromEntry(JSON.parse(JSON.stringify(saved)), opened.opening),
    );
    expect(again.filling.view.values).toEqual(answered.filling.view.values);
    const corrected = visitEntry(answerAndAssess(again, 'weight_g', 3600), 'fr', today).answers;
    expect(changedAnswers(saved, corrected)).toEqual({ weight_g: 3600 });
    expect(changedAnswers(corrected, saved)).toEqual({ weight_g: 3900 });
    expect(changedAnswers({ a: 1, b: [1] }, { b: [1], c: null })).toEqual({ a: null });
  });

  it('brings back what was set aside, doubts that were answered, and swept sections', () => {
    const state = sweep(answerAll(answered, { weight_g: 33_000 }), 'danger_signs');
    const saved = visitEntry(state, 'fr', today).answers;
    expect(answersFromEntry(saved, opened.opening)).toEqual(state.filling.answers);
  });
});
