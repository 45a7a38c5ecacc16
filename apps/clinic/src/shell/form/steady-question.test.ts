import type { QuestionState } from '@denba/questionnaires/form-state';
import { describe, expect, it } from 'vitest';
import { runningMami } from '../../../test/running-mami.ts';
import type { QuestionViewProps } from './question-props.ts';
import { sameQuestion } from './steady-question.view.tsx';

const form = runningMami.engine('rapid-screen').form.form;
const weight = form.items.length;
const question = { name: 'weight_g' } as QuestionState['question'];
const state = {
  ...{ kind: 'question', path: 'weight_g', question, answer: 'unanswered', input: null, value: null },
  ...{ required: true, errors: [], warnings: [], unchecked: [], choices: null, proposed: null },
} as QuestionState;
const act = (): void => {};
const props = {
  ...{ state, element: null, earlier: null, today: '2026-11-26' },
  ...{ onAnswer: act, onClear: act, onConfirm: act },
} as unknown as QuestionViewProps;

describe('a question that is drawn again', () => {
  it('is not, when the form engine says the same of it anew', () => {
    expect(weight).toBeGreaterThan(0);
    expect(sameQuestion(props, { ...props, state: { ...state, errors: [], warnings: [] } })).toBe(true);
  });

  it.each([
    ['its answer', { ...props, state: { ...state, input: 2400, answer: 'answered' } }],
    ['a warning', { ...props, state: { ...state, warnings: [{ kind: 'secondReading', confirmed: false }] } }],
    ['what may be chosen', { ...props, state: { ...state, choices: [{ name: 'a' }] } }],
    ['that it must be answered', { ...props, state: { ...state, required: false } }],
    ['the earlier value', { ...props, earlier: { value: 2300 } }],
    ['the day', { ...props, today: '2026-11-27' }],
    ['what an answer does', { ...props, onAnswer: () => {} }],
    ['suggestions', { ...props, suggestions: ['Siéné'] }],
  ])('is, when %s changed', (_what, next) => {
    expect(sameQuestion(props, next as unknown as QuestionViewProps)).toBe(false);
  });
});
