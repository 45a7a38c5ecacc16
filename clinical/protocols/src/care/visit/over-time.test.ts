/** What a family told, or what happened to it, between two visits changes what the next visit asks. */
import { addDays, localDate } from '@denba/quantities/local-date';
import type { Input } from '@denba/questionnaires/answers';
import { timelineOf } from '@denba/scenario/given';
import { describe, expect, it } from 'vitest';
import { keita, mamiAssessor, mamiRules, visitOf } from '../../../test/mami.ts';
import { knownInputs } from './known-inputs.ts';
import { answerAndAssess, type VisitState } from './visit-state.ts';

const enrolled = keita.assessed({
  on: '2026-01-15',
  weight_g: 2150,
  enrolment_decision: 'enrolled',
  next_due: '2026-01-22',
});

const asked = ({ filling }: VisitState): readonly string[] => filling.view.questions.map(({ path }) => path);

const answerAll = (state: VisitState, answers: Readonly<Record<string, Input>>): VisitState =>
  Object.entries(answers).reduce((each, [path, input]) => answerAndAssess(each, path, input), state);

describe('the review of an infant who has died', () => {
  const review = visitOf(enrolled, 'review', '2026-07-06');
  const looksAtTheInfant = ['d_feed', 'd_convulsion', 'oedema', 'weight_g', 'bf_status', 'intake_unsafe'];
  const asksTheMother = ['m_bleeding', 'phq1', 'mh_concern'];

  it('asks nothing of the infant, nor of the mother’s body and mood', () => {
    expect(asked(review), 'whether or not the first question has its answer').toEqual(
      expect.arrayContaining(looksAtTheInfant),
    );
    const alive = answerAll(review, { alive: true, mother_status: 'present' });
    expect(asked(alive)).toEqual(expect.arrayContaining([...looksAtTheInfant, ...asksTheMother]));
    const died = answerAll(alive, { alive: false });
    expect(asked(died).filter((name) => [...looksAtTheInfant, ...asksTheMother].includes(name))).toEqual([]);
  });

  it('advises nothing, and asks that the death be recorded', () => {
    const died = answerAll(review, { alive: false });
    expect(died.assessment.value('cards')).toEqual([]);
    expect(died.assessment.value('actions')).toEqual(['RECORD_DEATH']);
  });
});

describe('thoughts of self-harm told at the last visit', () => {
  const told = enrolled.visit({ on: '2026-03-20', mother_status: 'present', phq1: 1, phq2: 1, phq9: 1 });

  it('are asked about again, though the two questions find nothing', () => {
    const next = answerAll(visitOf(told, 'follow-up', '2026-03-23'), { mother_status: 'present', phq1: 0, phq2: 1 });
    expect(asked(next)).toContain('sh_thoughts');
    const before = answerAll(visitOf(enrolled, 'follow-up', '2026-03-23'), {
      mother_status: 'present',
      phq1: 0,
      phq2: 1,
    });
    expect(asked(before)).not.toContain('sh_thoughts');
  });

  it('are not asked of whoever comes in her place', () => {
    const next = answerAll(visitOf(told, 'follow-up', '2026-03-23'), { mother_status: 'absent' });
    expect(asked(next)).not.toContain('sh_thoughts');
  });
});

describe('HIV found during follow-up', () => {
  it('is recorded at the visit, and the next one knows it', () => {
    const visit = visitOf(enrolled, 'follow-up', '2026-03-20');
    expect(asked(visit)).toEqual(expect.arrayContaining(['hiv', 'hiv_exposed']));
    const found = answerAll(visit, { mother_status: 'present', hiv: 'positive', hiv_exposed: 'yes' });
    expect(asked(found)).toEqual(expect.arrayContaining(['art', 'hiv_test', 'prophylaxis']));
    expect(found.assessment.value('actions')).toContain('PMTCT');
    const later = visitOf(
      enrolled.visit({ on: '2026-03-20', hiv: 'positive', hiv_exposed: 'yes' }),
      'follow-up',
      '2026-04-03',
    );
    expect(later.assessment.value('risk_count')).toBe(2);
  });
});

describe('an infant who eats at the review', () => {
  it('and gets no other milk need not be asked about milk', () => {
    const eats = answerAll(visitOf(enrolled, 'review', '2026-07-20'), { alive: true, bf_status: 'mixed', f8: true });
    const required = eats.filling.view.questions.filter(({ required }) => required).map(({ path }) => path);
    expect(asked(eats)).toContain('rf_ml');
    expect(required.filter((name) => /^(n\d|rf_)/.test(name))).toEqual([]);
    const milk = answerAll(eats, { n2: 'appropriate' });
    const then = milk.filling.view.questions.filter(({ required }) => required).map(({ path }) => path);
    expect(then).toEqual(expect.arrayContaining(['n5', 'n6', 'n7']));
  });
});

describe('a family that stays away', () => {
  const seen = localDate('2026-02-01');
  it.each([7, 28])('is lost by the rule on the day on which the list says so: agreed in %i days', (interval) => {
    const away = enrolled.visit({ on: seen, next_due: addDays(seen, interval) });
    const sought = away.traced('not_found', { on: addDays(seen, interval + 9) });
    const reached = away.traced('found', { on: addDays(seen, interval + 9) });
    const lost = [away, sought, reached].map((life) =>
      Array.from({ length: 50 }, (_, day) => addDays(seen, interval + day)).filter((day) => {
        const known = knownInputs(timelineOf(life), life.childId(), day, mamiRules);
        // Opening a visit of a defaulted family means that it has returned; here nobody came, so the return is taken
        // back.
        const { values } = mamiAssessor.assess({ ...known, visit_date: day, returned_after_default: null });
        const isLost = (values['attendance'] as { state: string }).state === 'default';
        expect(isLost, day).toBe(known['status'] === 'default');
        return isLost;
      }),
    );
    expect(lost.map((days) => days.length > 0)).toEqual([true, true, true]);
  });
});
