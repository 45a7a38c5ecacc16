import { localDate } from '@denba/quantities/local-date';
import { type FamilyLife, family } from '@denba/scenario/family-life';
import { timelineOf } from '@denba/scenario/given';
import { describe, expect, it } from 'vitest';
import { keita, mamiRules as rules } from '../../../test/mami.ts';
import { careRow } from './care-row.ts';
import { nextForm } from './next-form.ts';

const next = (life: FamilyLife, today: string) => {
  const [child] = careRow(timelineOf(life), rules).children;
  if (child === undefined) throw new Error('this family has no child');
  return nextForm(child, rules, localDate(today));
};

/** Born on 2026-01-05, so six months old on 2026-07-05. */
const enrolled = keita.assessed({ on: '2026-01-15', enrolment_decision: 'enrolled', next_due: '2026-01-22' });

describe('the form that is next', () => {
  it('is the screen while nobody has screened the child, or the last screen was reassuring', () => {
    expect(next(keita, '2026-01-15')).toBe('rapid-screen');
    expect(next(keita.screened({ on: '2026-01-15' }), '2026-02-15')).toBe('rapid-screen');
    expect(next(keita.weighed({ on: '2026-01-15' }), '2026-02-15')).toBe('rapid-screen');
  });

  it.each(['positive', 'urgent'])('is the assessment after a screen that is %s, until it is done', (screen_result) => {
    const screened = keita.screened({ on: '2026-01-15', screen_result });
    expect(next(screened, '2026-01-20')).toBe('assessment');
    expect(next(screened.assessed({ on: '2026-01-20', enrolment_decision: 'watch' }), '2026-01-27')).toBe(
      'rapid-screen',
    );
  });

  it('is another assessment where a day was agreed without enrolment, until it is held or the family declines', () => {
    const watch = { enrolment_decision: 'watch', next_due: '2026-01-29' };
    const watched = keita.assessed({ on: '2026-01-15', ...watch });
    expect(next(watched, '2026-01-20')).toBe('assessment');
    expect(next(watched, '2026-02-20')).toBe('assessment');
    const well = { enrolment_decision: 'not_enrolled' };
    expect(next(watched.assessed({ on: '2026-01-29', ...well }), '2026-01-29')).toBe('rapid-screen');
    expect(next(watched.screened({ on: '2026-01-29' }), '2026-01-29')).toBe('rapid-screen');
    const declined = keita.assessed({ on: '2026-01-15', ...watch, enrolment_decision: 'declined' });
    expect(next(declined, '2026-01-29')).toBe('rapid-screen');
    expect(next(watched, '2026-07-05')).toBeNull();
  });

  it('is the follow-up while the child is in care, whoever is late', () => {
    expect(next(enrolled, '2026-01-16')).toBe('follow-up');
    expect(next(enrolled, '2026-03-30')).toBe('follow-up');
  });

  it('is the review from the first day on which it may be done', () => {
    expect(rules.reviewBeforeDays).toBe(7);
    expect(next(enrolled, '2026-06-27')).toBe('follow-up');
    expect(next(enrolled, '2026-06-28')).toBe('review');
    expect(next(enrolled, '2026-08-30')).toBe('review');
  });

  it('is none in hospital, and the follow-up again after it', () => {
    const away = enrolled.transferred('temporary', { on: '2026-01-18' });
    expect(next(away, '2026-01-20')).toBeNull();
    expect(next(away.counterReferred({ on: '2026-01-25', discharged_on: '2026-01-24' }), '2026-01-26')).toBe(
      'follow-up',
    );
  });

  it('is none after care, unless a new screen asks for an assessment', () => {
    const left = enrolled.exits('R6', { on: '2026-02-20' });
    expect(next(left, '2026-03-01')).toBeNull();
    expect(next(left.screened({ on: '2026-03-01', screen_result: 'positive' }), '2026-03-01')).toBe('assessment');
  });

  it('is none at six months for a child who was never in care', () => {
    expect(next(keita, '2026-07-04')).toBe('rapid-screen');
    expect(next(keita, '2026-07-05')).toBeNull();
  });

  it('is none after a death', () => {
    expect(next(enrolled.childDies({ on: '2026-02-01' }), '2026-02-02')).toBeNull();
  });

  it('is the screen for a child whose birth date nobody knows, at any time', () => {
    const undated = family('x').mother().weighed({ on: '2026-01-15', weight_g: 3000 });
    expect(next(undated, '2027-01-15')).toBe('rapid-screen');
  });
});
