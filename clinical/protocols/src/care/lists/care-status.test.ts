import { addDays, type LocalDate, localDate } from '@denba/quantities/local-date';
import type { FamilyLife } from '@denba/scenario/family-life';
import { timelineOf } from '@denba/scenario/given';
import { followUp } from '@denba/schedules/follow-up';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keita, mamiRules as rules } from '../../../test/mami.ts';
import { followedEpisode, lastEpisode } from '../follow-up/followed-episode.ts';
import { careRow } from './care-row.ts';
import { careStatus, mayBeDue } from './care-status.ts';

const enrolled = keita.assessed({
  on: '2026-01-15',
  enrolment_decision: 'enrolled',
  next_due: '2026-01-22',
});

const childOf = (life: FamilyLife) => {
  const [child] = careRow(timelineOf(life), rules).children;
  if (child === undefined) throw new Error('this family has no child');
  return child;
};
const on = (life: FamilyLife, today: string) => careStatus(childOf(life), rules, localDate(today));

describe('a child of the list', () => {
  it('is quiet before the agreed day, due on it, late after it, missed when the time allowed has passed', () => {
    expect(on(enrolled, '2026-01-21')).toMatchObject({ kind: 'quiet', on: '2026-01-22' });
    expect(on(enrolled, '2026-01-22')).toMatchObject({ kind: 'dueToday', lateDays: 0 });
    expect(on(enrolled, '2026-01-25')).toMatchObject({ kind: 'late', lateDays: 3, missed: 0 });
    expect(on(enrolled, '2026-01-26')).toMatchObject({
      kind: 'missed',
      lateDays: 4,
      missed: 1,
      tasks: [{ kind: 'contact', dueBy: '2026-01-29' }],
    });
  });

  it('is looked for, and expected on the day that the family promised', () => {
    const promised = enrolled.traced('found', { on: '2026-01-27', tracing_by: 'call', next_due: '2026-01-30' });
    expect(on(promised, '2026-01-28')).toMatchObject({ kind: 'missed', on: '2026-01-30', tasks: [] });
    expect(on(promised, '2026-01-30').kind).toBe('dueToday');
  });

  it('is lost by the rule, and stays so until it comes', () => {
    const looked = enrolled.traced('not_found', { on: '2026-01-27', tracing_by: 'visit' });
    expect(on(looked, '2026-02-10')).toMatchObject({ kind: 'defaulted', followUp: 'defaulted' });
    expect(on(looked.visit({ on: '2026-02-20', next_due: '2026-02-27' }), '2026-02-21').kind).toBe('quiet');
  });

  it('is in hospital, then back and expected', () => {
    const away = enrolled.transferred('temporary', { on: '2026-01-18' });
    expect(on(away, '2026-02-10')).toMatchObject({ kind: 'inHospital', on: '2026-01-18', tasks: [] });
    const home = away.counterReferred({ on: '2026-02-12', discharged_on: '2026-02-11' });
    expect(on(home, '2026-02-13')).toMatchObject({ kind: 'backFromHospital', on: '2026-02-18' });
    expect(on(home.visit({ on: '2026-02-14', next_due: '2026-02-21' }), '2026-02-15').kind).toBe('quiet');
  });

  it('is expected on the day that the hospital agreed, and says who agreed it', () => {
    const away = enrolled.transferred('temporary', { on: '2026-01-18' });
    const home = away.counterReferred({ on: '2026-02-12', discharged_on: '2026-02-11', next_due: '2026-02-15' });
    const agreed = { on: '2026-02-15', agreedBy: 'hospital' };
    expect(on(home, '2026-02-13')).toMatchObject({ kind: 'quiet', ...agreed });
    expect(on(home, '2026-02-15')).toMatchObject({ kind: 'dueToday', ...agreed });
    expect(on(home, '2026-02-17')).toMatchObject({ kind: 'late', lateDays: 2, ...agreed });
    expect(on(home, '2026-02-19')).toMatchObject({ kind: 'missed', missed: 1 });
    const later = away.counterReferred({ on: '2026-02-12', discharged_on: '2026-02-11', next_due: '2026-03-04' });
    expect(on(later, '2026-02-25')).toMatchObject({ kind: 'quiet', on: '2026-03-04', agreedBy: 'hospital' });
    expect(on(home.visit({ on: '2026-02-15', next_due: '2026-02-22' }), '2026-02-16')).toMatchObject({
      on: '2026-02-22',
      agreedBy: null,
    });
  });

  it('is expected on the day agreed by a service that kept nobody, not on the one before', () => {
    const sent = enrolled.transferred('temporary', { on: '2026-01-18', referral_to: 'health_centre' });
    const told = sent.counterReferred({ on: '2026-01-20', next_due: '2026-01-30' });
    expect(on(told, '2026-01-22')).toMatchObject({ kind: 'quiet', on: '2026-01-30', agreedBy: 'hospital' });
  });

  it.each(['not_arrived', 'refused'])('stays expected as before when the note says %s: nobody agreed', (result) => {
    const sent = enrolled.transferred('temporary', { on: '2026-01-18', referral_to: 'health_centre' });
    const told = sent.counterReferred({ on: '2026-01-20', referral_result: result, next_due: '2026-02-20' });
    expect(on(told, '2026-01-22')).toMatchObject({ kind: 'dueToday', on: '2026-01-22', agreedBy: null });
  });

  it('does not say that the hospital agreed what is only the usual day, or the day of the note', () => {
    const away = enrolled.transferred('temporary', { on: '2026-01-18' });
    const usual = away.counterReferred({ on: '2026-02-12', discharged_on: '2026-02-11', next_due: '2026-02-18' });
    expect(on(usual, '2026-02-18')).toMatchObject({ kind: 'dueToday', agreedBy: null });
    const note = away.counterReferred({ on: '2026-02-25', discharged_on: '2026-02-11', next_due: '2026-02-25' });
    expect(on(note, '2026-02-25')).toMatchObject({ kind: 'dueToday', agreedBy: null });
  });

  it('forgets a note that is withdrawn', () => {
    const away = enrolled.transferred('temporary', { on: '2026-01-18' });
    const home = away.counterReferred({
      on: '2026-02-12',
      discharged_on: '2026-02-11',
      next_due: '2026-03-04',
      as: 'note',
    });
    expect(on(home.withdraws('note', 'of another child'), '2026-02-20').kind).toBe('inHospital');
  });

  it('is due for its review from six months on, by the protocol’s rule', () => {
    const seen = enrolled.visit({ on: '2026-06-20', next_due: '2026-07-18' });
    expect(on(seen, '2026-07-04').kind).toBe('quiet');
    expect(on(seen, '2026-07-05')).toMatchObject({ kind: 'reviewDue', on: '2026-07-05', lateDays: 0 });
    expect(on(seen, '2026-07-20')).toMatchObject({ kind: 'reviewDue', lateDays: 15 });
  });

  it('waits for its assessment after a positive screen, at once when it was urgent', () => {
    const positive = keita.screened({ on: '2026-01-10', screen_result: 'positive' });
    expect(on(positive, '2026-01-12')).toMatchObject({ kind: 'screened', on: '2026-01-10', lateDays: 0 });
    expect(on(positive, '2026-01-20').lateDays).toBe(3);
    expect(on(keita.screened({ on: '2026-01-10', screen_result: 'urgent' }), '2026-01-12').lateDays).toBe(2);
    expect(on(keita.screened({ on: '2026-01-10' }), '2026-01-12').kind).toBe('quiet');
    expect(on(positive, '2026-07-04').kind).toBe('screened');
    expect(on(positive, '2026-07-05').kind, 'six months old').toBe('quiet');
    const justBefore = keita.screened({ on: '2026-07-01', screen_result: 'positive' });
    expect(on(justBefore, '2026-07-20').kind, 'screened shortly before six months').toBe('screened');
    expect(on(justBefore, '2026-10-01').kind).toBe('quiet');
    expect(on(positive.assessed({ on: '2026-01-11' }), '2026-01-12').kind).toBe('quiet');
    expect(on(positive.refuses('enrolment', { on: '2026-01-11' }), '2026-01-12').kind).toBe('quiet');
  });

  it('asks for nothing once it died, left care, or was never in it', () => {
    expect(on(enrolled.childDies({ on: '2026-01-20' }), '2026-02-20')).toMatchObject({ kind: 'dead', tasks: [] });
    expect(on(enrolled.exits('R6', { on: '2026-01-20' }), '2026-02-20').kind).toBe('ended');
    expect(on(keita, '2026-02-20')).toMatchObject({ kind: 'quiet', followUp: null });
  });
});

/** Random lives in care: visits with and without an agreed day, tracings, stays in hospital, returns, exits. */
const born = localDate('2026-01-05');
const day = fc.integer({ min: 10, max: 200 });
type Step = (life: FamilyLife) => FamilyLife;
type Dated = { readonly at: number; readonly happen: Step };

const visited = fc.tuple(day, fc.option(fc.integer({ min: 1, max: 40 }))).map(
  ([at, next]): Dated => ({
    at,
    happen: (life) => life.visit({ on: addDays(born, at), next_due: next === null ? null : addDays(born, at + next) }),
  }),
);
const searched = fc.tuple(day, fc.constantFrom('found', 'not_found', 'not_done'), fc.constantFrom('call', 'visit')).map(
  ([at, result, by]): Dated => ({
    at,
    happen: (life) => life.traced(result, { on: addDays(born, at), tracing_by: by }),
  }),
);
const other = fc
  .tuple(
    day,
    fc.constantFrom<(on: LocalDate) => Step>(
      (on) => (life) => life.transferred('temporary', { on }),
      (on) => (life) => life.counterReferred({ on, discharged_on: on }),
      (on) => (life) => life.counterReferred({ on, discharged_on: addDays(on, -1), next_due: addDays(on, 12) }),
      (on) => (life) => life.counterReferred({ on, next_due: addDays(on, 3) }),
      (on) => (life) => life.returns('return', { on }),
      (on) => (life) => life.exits('R4', { on }),
    ),
  )
  .map(([at, happen]): Dated => ({ at, happen: happen(addDays(born, at)) }));

const step = fc.oneof(
  { weight: 4, arbitrary: visited },
  { weight: 2, arbitrary: searched },
  { weight: 1, arbitrary: other },
);

const lifeOf = (steps: readonly Dated[]): FamilyLife =>
  steps.toSorted((a, b) => a.at - b.at).reduce((life, { happen }) => happen(life), enrolled);

describe('whatever the family’s life', () => {
  it('the row says the same as the whole record, on every day from the last thing that happened on', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), fc.integer({ min: 0, max: 120 }), (steps, later) => {
        const timeline = timelineOf(lifeOf(steps));
        const episode = lastEpisode(timeline, keita.childId());
        if (episode === null) throw new Error('the child is enrolled');
        const whole = followedEpisode(timeline, episode, rules);
        const [child] = careRow(timeline, rules).children;
        const stays = whole.hospitalStays.map(({ from }) => from);
        const last = [child?.care?.contactOn, ...stays, ...whole.tracings.map(({ on }) => on)]
          .filter((on) => on != null)
          .sort();
        const today = addDays(last.at(-1) as LocalDate, later);
        const told = followUp(whole, rules, today);
        const status = child === undefined ? null : careStatus(child, rules, today);
        expect(status?.followUp).toBe(told.status);
        if (child !== undefined && !mayBeDue(child, today)) expect(['quiet', 'ended', 'dead']).toContain(status?.kind);
        if (status === null || told.status === 'ended' || told.status === 'inHospital') return;
        expect(status.missed).toBe(told.missed.length);
        expect(status.tasks).toEqual(told.tasks.filter(({ doneOn }) => doneOn === null));
        if (status.kind === 'quiet' || status.kind === 'dueToday') expect(status.on).toBe(told.expectedOn);
      }),
      { numRuns: 400 },
    );
  });

  it('survives being stored', () => {
    const row = careRow(timelineOf(enrolled.traced('found', { on: '2026-01-27' })), rules);
    expect(JSON.parse(JSON.stringify(row))).toEqual(row);
  });
});
