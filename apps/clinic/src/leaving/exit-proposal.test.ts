import { visitFindings } from '@denba/protocols/care/findings/visit-findings';
import { describe, expect, it } from 'vitest';
import { mami, mamiAssessor } from '../../../../clinical/protocols/test/mami.ts';
import { proposeExit } from './exit-proposal.ts';

const review = (over: Readonly<Record<string, unknown>>) =>
  visitFindings(
    mamiAssessor.assess({
      ...{ sex: 'F', birth_date: '2026-01-05', visit_date: '2026-07-08', visit_type: 'review', reviewed: true },
      ...{ review_date: '2026-07-08', enrolled: true, enrol_date: '2026-02-20', alive: true, site_level: 'clinic' },
      ...over,
    }),
    'fr',
    mami,
  );

describe('the end of care', () => {
  it('is proposed by the review, with the service that follows', () => {
    const wasted = proposeExit(review({ oedema: 'plus1', weight_g: 5200, length_cm: 62, muac_mm: 112 }), null);
    expect(wasted).toMatchObject({ outcome: 'R2', from: 'review', reviewed: true });
    expect(wasted.why).not.toBe('');
    expect(wasted.follows.map(({ code }) => code)).toEqual(['REFER_WASTING_SEVERE']);
    expect(wasted.choices).toContain('R1');
  });

  it('is not proposed by a review that could not conclude', () => {
    expect(proposeExit(review({}), null)).toMatchObject({ outcome: null, from: null, reviewed: true });
  });

  it('is proposed for a family that was lost, without a review', () => {
    expect(proposeExit(null, { kind: 'defaulted' })).toMatchObject({
      outcome: 'R4',
      from: 'attendance',
      reviewed: false,
    });
  });

  it('offers no outcome of a review that was not done, and no death', () => {
    const { choices, outcome } = proposeExit(null, { kind: 'missed' });
    expect(outcome).toBeNull();
    expect(choices).toEqual(['R3', 'R4', 'R6']);
    expect(proposeExit(review({}), null).choices).not.toContain('R5');
  });
});
