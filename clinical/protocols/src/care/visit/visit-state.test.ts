import { isDate } from '@denba/decisions/value';
import type { Input } from '@denba/questionnaires/answers';
import { openForm } from '@denba/questionnaires/fill-form';
import { inputOf } from '@denba/questionnaires/input-of';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keita, mami, mamiAssessor, visitOf } from '../../../test/mami.ts';
import { questionsIn } from '../../compile/questions.ts';
import {
  acceptProposal,
  answerAndAssess,
  clear,
  conclusionsForForm,
  confirm,
  startVisit,
  sweep,
  type VisitState,
} from './visit-state.ts';

const enrolled = keita.assessed({
  on: '2026-01-15',
  weight_g: 2150,
  enrolment_decision: 'enrolled',
  next_due: '2026-01-22',
});

const asked = ({ filling }: VisitState): readonly string[] => filling.view.questions.map(({ path }) => path);

const answerAll = (state: VisitState, answers: Readonly<Record<string, Input>>): VisitState =>
  Object.entries(answers).reduce((each, [path, input]) => answerAndAssess(each, path, input), state);

describe('a visit in progress', () => {
  it('asks what matters at this age, and changes when the day is changed', () => {
    const visit = visitOf(keita, 'assessment', '2026-02-05');
    expect(asked(visit)).toEqual(expect.arrayContaining(['movement', 'temp_c', 'jaundice']));
    expect(asked(visit)).not.toContain('cough');
    const later = answerAndAssess(visit, 'visit_date', '2026-03-20');
    expect(asked(later)).toContain('cough');
    expect(asked(later)).not.toContain('jaundice');
  });

  it('concludes as she answers: a danger sign turns the class at once', () => {
    const visit = visitOf(keita, 'assessment', '2026-02-05');
    expect(visit.assessment.value('pair_class')).toBe('moderate');
    expect(answerAndAssess(visit, 'd_convulsion', true).assessment.value('pair_class')).toBe('high');
  });

  it('asks what a conclusion asks for: a decision when the class is in-depth', () => {
    const visit = visitOf(keita, 'assessment', '2026-03-20');
    expect(asked(visit)).not.toContain('indepth_decision');
    const refuses = answerAndAssess(visit, 'new_refusal', true);
    expect(refuses.assessment.value('pair_class')).toBe('indepth');
    expect(asked(refuses)).toContain('indepth_decision');
    const decided = answerAll(refuses, { indepth_decision: 'outpatient', indepth_reason: 'la mère peut rester' });
    expect(decided.assessment.value('care')).toMatchObject({ setting: 'outpatient' });
  });

  it('stands still when the family says no: the question that was asked stays asked', () => {
    const offered = visitOf(keita, 'assessment', '2026-03-20');
    expect(asked(offered)).toContain('consent');
    const refused = answerAndAssess(offered, 'consent', false);
    expect(refused.settled).toBe(true);
    expect(refused.assessment.value('enrolment')).toBe('not_eligible');
    expect(asked(refused)).toEqual(expect.arrayContaining(['consent', 'enrolment_decision']));
    expect(acceptProposal(refused, 'enrolment_decision').filling.view.values['enrolment_decision']).toBe('declined');
  });

  it('hands on that nobody looked, apart from silence', () => {
    const visit = answerAndAssess(visitOf(keita, 'assessment', '2026-02-05'), 'd_feed', 'not_assessed');
    expect(visit.assessment.notAssessed).toContain('d_feed');
    expect(visit.assessment.value('d_feed')).toBeNull();
  });

  it('takes a cleared answer back, a fact of the record included: unknown, not as before', () => {
    const visit = visitOf(keita, 'assessment', '2026-02-05');
    expect(visit.assessment.value('lbw')).toBe(true);
    expect(clear(visit, 'birth_weight_g').assessment.value('lbw')).toBeNull();
  });

  it('leaves to the record what the form does not ask', () => {
    const visit = visitOf(enrolled, 'follow-up', '2026-01-22');
    expect(asked(visit)).not.toContain('birth_weight_g');
    expect(visit.assessment.value('lbw')).toBe(true);
    expect(visit.assessment.value('days_since_enrol')).toBe(7);
  });

  it('has one act for signs that were looked for; a refused or doubtful answer counts as it should', () => {
    const visit = sweep(visitOf(enrolled, 'follow-up', '2026-01-22'), 'danger_signs');
    expect(visit.filling.answers.swept).toEqual(visit.filling.answers.swept.length > 0 ? ['danger_signs'] : []);
    const slip = answerAndAssess(visit, 'weight_g', 33_000);
    expect(slip.assessment.value('weight_used_g')).toBeNull();
    const low = answerAndAssess(visit, 'weight_g', 1800);
    expect(low.assessment.value('weight_used_g')).toBe(1800);
    const sure = confirm(low, 'weight_g', 'implausible');
    expect(sure.filling.view.questions.find(({ path }) => path === 'weight_g')?.warnings[0]?.confirmed).toBe(true);
  });

  it('is taken up again from its answers as it was left', () => {
    const left = answerAll(visitOf(keita, 'assessment', '2026-02-05'), { weight_g: 2900, d_feed: 'well', f1: false });
    const draft = JSON.parse(JSON.stringify(left.filling.answers));
    const again = startVisit(left.engine, left.opening, draft);
    expect(again.filling.view).toEqual(left.filling.view);
    expect(again.assessment.trace).toEqual(left.assessment.trace);
  });
});

/** Possible answers to every question of a form, including refused and impossible ones. */
const actsOn = (form: string): fc.Arbitrary<readonly (readonly [path: string, input: Input | null])[]> => {
  const found = mami.forms.find(({ id }) => id === form);
  const questions = questionsIn(found?.items ?? []);
  const one = fc.constantFrom(...questions).chain(({ name, type, choices }) => {
    const codes = Object.keys(mami.choices[choices ?? ''] ?? {});
    const input: fc.Arbitrary<Input | null> =
      type === 'boolean'
        ? fc.boolean()
        : type === 'code'
          ? fc.constantFrom(...codes)
          : type === 'codes'
            ? fc.subarray(codes)
            : type === 'date'
              ? fc.constantFrom('2026-01-01', '2026-01-20', '2026-03-20', '2026-07-10')
              : type === 'text'
                ? fc.constantFrom('x', '')
                : fc.oneof(
                    fc.integer({ min: 0, max: 6000 }),
                    fc.integer({ min: 0, max: 160 }),
                    fc.integer({ min: 0, max: 3 }),
                  );
    return fc.tuple(fc.constant(name), fc.option(input, { freq: 8 }));
  });
  return fc.array(one, { maxLength: 25 });
};

describe.each([
  ['assessment', keita, '2026-03-20'],
  ['assessment', keita, '2026-02-05'],
  ['follow-up', enrolled, '2026-01-22'],
  ['review', enrolled, '2026-07-06'],
  ['rapid-screen', keita, '2026-03-20'],
  ['tracing', enrolled, '2026-02-20'],
  ['exit', enrolled, '2026-02-20'],
] as const)('whatever is answered in the form %s', (form, life, on) => {
  const opened = visitOf(life, form, on);

  it('form and assessor agree in the end, and what is worked out step by step is what would be worked out at once', () => {
    fc.assert(
      fc.property(actsOn(form), (acts) => {
        let state = opened;
        for (const [path, input] of acts) {
          state = input === null ? clear(state, path) : answerAndAssess(state, path, input);
          expect(state.settled).toBe(true);
        }
        // The form was given the conclusions of this very assessment, and the assessment was made from these answers.
        const shown = conclusionsForForm(state.assessment, state.engine.readsFromOutside);
        for (const [name, value] of Object.entries(shown)) {
          expect(state.filling.circumstances.given[name] ?? null, name).toEqual(value);
        }
        const anew = openForm(state.engine.form, state.filling.circumstances, state.filling.answers);
        expect(anew.view).toEqual(state.filling.view);
        const atOnce = mamiAssessor.assess(state.inputs);
        expect(state.assessment.trace).toEqual(atOnce.trace);
        expect(state.assessment.missing).toEqual(atOnce.missing);
        expect(state.assessment.problems).toEqual(atOnce.problems);
      }),
      { numRuns: 40 },
    );
  });

  it('no input is one that the protocol does not take', () => {
    fc.assert(
      fc.property(actsOn(form), (acts) => {
        const state = acts.reduce(
          (each, [path, input]) => (input === null ? each : answerAndAssess(each, path, input)),
          opened,
        );
        expect(state.assessment.problems).toEqual([]);
        for (const value of Object.values(state.inputs)) {
          expect(
            value === null || Array.isArray(value) || isDate(value as never) || inputOf(value as never) !== null,
          ).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });
});
