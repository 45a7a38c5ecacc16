import { dateValue } from '@denba/decisions/value';
import { localDate } from '@denba/quantities/local-date';
import { describe, expect, it } from 'vitest';
import { compiledFormOf, element, group, question, repeat } from '../test/form-of.ts';
import { acceptProposal, answer, clear, type Filling, openForm, sweep } from './fill-form.ts';
import { sweepable } from './sweepable.ts';

const form = compiledFormOf(
  [
    group('danger', [
      question('feeds', 'code', { well: 'well', required: true }),
      question('fits', 'boolean', { well: false, required: true }),
      group('breathing', [question('indrawing', 'boolean', { well: false })]),
      question('rate', 'integer'),
      question('diarrhoea', 'boolean', { well: false }),
      question('blood', 'boolean', { well: false, relevant: 'diarrhoea' }),
      question('calm', 'boolean', { well: true, relevant: 'fits = false' }),
    ]),
    group('mood', [question('thoughts', 'boolean', { required: true })]),
    repeat('twins', [group('skin', [question('pustules', 'boolean', { well: false })])]),
  ],
  { elements: { ...element('feeds', { type: 'code', notAssessed: ['not_assessed'] }) } },
);

const opened = openForm(form, { given: {}, earlier: {} });
const answered = ({ answers }: Filling): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(answers.byPath).map(([path, { input }]) => [path, input]));

describe('one act for signs that were looked for and are not there', () => {
  it('answers what is shown and unanswered in the group, and nothing that has no such answer', () => {
    expect(answered(sweep(opened, 'danger'))).toEqual({
      feeds: 'well',
      fits: false,
      indrawing: false,
      diarrhoea: false,
    });
  });

  it('never changes an answer: a sign that is there stays there, and so does "nobody looked"', () => {
    const ill = answer(answer(opened, 'fits', true), 'feeds', 'not_assessed');
    expect(answered(sweep(ill, 'danger'))).toMatchObject({ fits: true, feeds: 'not_assessed', indrawing: false });
  });

  it('does not answer what it did not show: a question that appears because of it is asked', () => {
    const swept = sweep(opened, 'danger');
    expect(swept.view.questions.map(({ path }) => path)).toContain('calm');
    expect(swept.view.next).toBe('rate');
    expect(answered(sweep(swept, 'danger'))).toMatchObject({ calm: true });
  });

  it('is remembered by group, with the answers', () => {
    expect(sweep(opened, 'danger').answers.swept).toEqual(['danger']);
    expect(clear(sweep(opened, 'danger'), 'fits').answers.swept).toEqual(['danger']);
    expect(opened.answers.swept).toEqual([]);
  });

  it('does nothing where no question allows it, and in a group that is not there', () => {
    expect(sweep(opened, 'mood')).toBe(opened);
    expect(sweep(opened, 'nowhere')).toBe(opened);
    expect(sweepable(opened.view, 'mood').size).toBe(0);
  });
});

describe('what is proposed', () => {
  const proposals = compiledFormOf([
    question('status', 'code', { default: '"present"' }),
    question('next', 'date', { default: 'next_due' }),
    question('weight', 'number'),
  ]);
  const about = {
    given: { next_due: dateValue(localDate('2026-03-08')) },
    earlier: {},
    proposed: { status: 'ill' },
  };

  it('counts once she says yes, as if she had entered it', () => {
    const filling = openForm(proposals, about);
    expect(filling.view.values['next']).toBeNull();
    expect(answered(acceptProposal(acceptProposal(filling, 'next'), 'status'))).toEqual({
      next: '2026-03-08',
      status: 'ill',
    });
  });

  it('is nothing where nothing is proposed, or an answer is there already', () => {
    const filling = openForm(proposals, about);
    expect(acceptProposal(filling, 'weight')).toBe(filling);
    const other = answer(filling, 'status', 'absent');
    expect(acceptProposal(other, 'status')).toBe(other);
  });
});
