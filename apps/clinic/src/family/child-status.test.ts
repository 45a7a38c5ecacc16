import { careChild } from '@denba/protocols/care/lists/care-child';
import { careStatus } from '@denba/protocols/care/lists/care-status';
import { localDate } from '@denba/quantities/local-date';
import { type FamilyLife, family } from '@denba/scenario/family-life';
import { timelineOf } from '@denba/scenario/given';
import { describe, expect, it } from 'vitest';
import { runningMami } from '../../test/running-mami.ts';
import { asksForTracing, statusLine } from './child-status.ts';

const { rules } = runningMami;
const keita = family('keita').mother().bears({ on: '2026-01-05' });
const enrolled = keita.assessed({ on: '2026-01-15', enrolment_decision: 'enrolled', next_due: '2026-01-22' });

const on = (life: FamilyLife, today: string) => {
  const timeline = timelineOf(life);
  const [child] = timeline.children;
  if (child === undefined) throw new Error('no child');
  const care = careChild(timeline, child, rules);
  const status = careStatus(care, rules, localDate(today));
  return { line: statusLine(status, care), traced: asksForTracing(status) };
};

describe('the line of a child', () => {
  it.each([
    ['2026-01-20', { says: 'upcoming', on: '2026-01-22', pressing: false }, false],
    ['2026-01-22', { says: 'dueToday', pressing: true }, false],
    ['2026-01-25', { says: 'late', count: 3 }, false],
    ['2026-01-26', { says: 'missed', count: 1 }, true],
    ['2026-03-30', { says: 'defaulted' }, true],
    ['2026-07-05', { says: 'reviewDue' }, false],
  ] as const)('on %s says %j', (today, line, traced) => {
    const life = today === '2026-07-05' ? enrolled.visit({ on: '2026-06-20', next_due: '2026-07-18' }) : enrolled;
    expect(on(life, today)).toMatchObject({ line, traced });
  });

  it('says that nothing was agreed, where nothing was', () => {
    const open = keita.assessed({ on: '2026-01-15', enrolment_decision: 'enrolled' });
    expect(on(open, '2026-01-16').line).toMatchObject({ says: 'quiet', pressing: true });
  });

  it.each([
    ['2026-01-20', { says: 'upcoming', on: '2026-01-29', pressing: false }],
    ['2026-01-29', { says: 'dueToday', pressing: true }],
    ['2026-02-02', { says: 'late', count: 4, pressing: true }],
    ['2026-07-05', { says: 'notEnrolled' }],
  ] as const)('not enrolled, and to be seen again on 29 January, on %s says %j', (today, line) => {
    const watched = keita.assessed({ on: '2026-01-15', enrolment_decision: 'watch', next_due: '2026-01-29' });
    expect(on(watched, today)).toMatchObject({ line, traced: false });
  });

  it('says where the child is, and how care ended', () => {
    const away = enrolled.transferred('temporary', { on: '2026-01-18' });
    expect(on(away, '2026-01-20').line).toMatchObject({ says: 'inHospital', pressing: false });
    const home = away.counterReferred({ on: '2026-01-26', discharged_on: '2026-01-25' });
    expect(on(home, '2026-01-26').line?.says).toBe('leftHospital');
    expect(on(enrolled.exits('R6', { on: '2026-02-01' }), '2026-02-10').line).toMatchObject({
      says: 'ended',
      outcome: 'R6',
    });
  });

  it('says that a child is not in care, or waits for its assessment', () => {
    expect(on(keita, '2026-01-20').line).toMatchObject({ says: 'notEnrolled', pressing: false });
    const screened = keita.screened({ on: '2026-01-20', screen_result: 'positive' });
    expect(on(screened, '2026-01-20').line).toMatchObject({ says: 'toAssess', pressing: true });
  });

  it('is quiet after a death', () => {
    expect(on(enrolled.childDies({ on: '2026-02-01' }), '2026-02-10')).toEqual({ line: null, traced: false });
  });
});
