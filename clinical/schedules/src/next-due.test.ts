import { addDays, daysBetween, type LocalDate, localDate } from '@denba/quantities/local-date';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compiledContact, history, scope } from '../test/contact-of.ts';
import type { CompiledContact } from './compile-schedule.ts';
import { type Due, nextDue } from './next-due.ts';
import { type History, noHistory } from './schedule.ts';

const born = scope({ birth_date: '2026-01-01' });

const on = (compiled: CompiledContact, today: string, past: History = noHistory, facts = born): Due =>
  nextDue(compiled, past, facts, localDate(today));

describe('a contact held once: the review at six months, from 7 days before to 28 days after', () => {
  const review = compiledContact({ anchor: 'birth_date + duration("P6M")', before: 7, after: 28 });

  it.each([
    ['2026-06-23', 'upcoming', 0],
    ['2026-06-24', 'due', 0],
    ['2026-07-01', 'due', 0],
    ['2026-07-02', 'overdue', 1],
    ['2026-07-29', 'overdue', 28],
    ['2026-07-30', 'expired', 29],
  ])('on %s is %s, late by %i days', (today, state, lateDays) => {
    expect(on(review, today)).toMatchObject({
      state,
      lateDays,
      due: '2026-07-01',
      windowOpens: '2026-06-24',
      windowCloses: '2026-07-29',
    });
  });

  it('is done when it was held in its window, and says how late', () => {
    expect(on(review, '2026-08-01', history(['2026-06-25']))).toMatchObject({ state: 'done', lateDays: 0 });
    expect(on(review, '2026-08-01', history(['2026-07-11']))).toMatchObject({
      state: 'done',
      on: '2026-07-11',
      due: '2026-07-01',
      lateDays: 10,
    });
  });

  it('is not done by a visit before its window: too early does not count', () => {
    expect(on(review, '2026-06-30', history(['2026-06-20']))).toMatchObject({ state: 'due', tooEarly: ['2026-06-20'] });
  });

  it('is not done by a visit that a wrong clock put in the future', () => {
    expect(on(review, '2026-06-25', history(['2026-07-01']))).toMatchObject({ state: 'due' });
  });

  it('says in both languages what to do', () => {
    expect(on(review, '2026-06-01').reason).toEqual({
      fr: 'Prévu le 01/07/2026, possible à partir du 24/06/2026.',
      en: 'Due on 2026-07-01, possible from 2026-06-24.',
    });
    expect(on(review, '2026-07-02').reason.fr).toBe(
      'En retard de 1 jour (prévu le 01/07/2026), possible jusqu’au 29/07/2026.',
    );
  });
});

describe('a contact without closing day', () => {
  it('stays overdue and never expires', () => {
    expect(on(compiledContact({ due: 14 }), '2028-01-01')).toMatchObject({ state: 'overdue', windowCloses: null });
  });
});

describe('a repeated contact: follow-up every 14 days, missed after 7', () => {
  const visits = compiledContact({ anchor: 'enrol_date', due: 14, before: 3, after: 7, repeat: 14 });
  const enrolled = scope({ enrol_date: '2026-02-01' });

  it('is first due one interval after enrolment', () => {
    expect(on(visits, '2026-02-11', noHistory, enrolled)).toMatchObject({ state: 'upcoming', due: '2026-02-15' });
    expect(on(visits, '2026-02-12', noHistory, enrolled)).toMatchObject({ state: 'due', windowOpens: '2026-02-12' });
  });

  it('counts from the day it was last held, early or late', () => {
    expect(on(visits, '2026-02-20', history(['2026-02-19']), enrolled)).toMatchObject({ due: '2026-03-05' });
    expect(on(visits, '2026-02-20', history(['2026-02-13']), enrolled)).toMatchObject({ due: '2026-02-27' });
  });

  it('is missed when its window has closed, and due again one interval later, open in the meantime', () => {
    expect(on(visits, '2026-02-22', noHistory, enrolled)).toMatchObject({ state: 'overdue', missed: [] });
    expect(on(visits, '2026-02-23', noHistory, enrolled)).toMatchObject({
      state: 'due',
      due: '2026-03-01',
      missed: ['2026-02-15'],
    });
    expect(on(visits, '2026-04-01', noHistory, enrolled)).toMatchObject({
      due: '2026-03-29',
      missed: ['2026-02-15', '2026-03-01', '2026-03-15'],
    });
  });

  it('forgets what was missed once the family is seen', () => {
    expect(on(visits, '2026-04-02', history(['2026-04-01']), enrolled)).toMatchObject({
      state: 'upcoming',
      due: '2026-04-15',
      missed: [],
    });
  });

  it('takes its interval from the last visit when the sheet says so', () => {
    const agreed = compiledContact({
      anchor: 'enrol_date',
      due: 'next_visit_days',
      after: 7,
      repeat: 'next_visit_days',
    });
    const weekly = scope({ enrol_date: '2026-02-01', next_visit_days: 7 });
    expect(on(agreed, '2026-02-10', history(['2026-02-08']), weekly)).toMatchObject({ due: '2026-02-15' });
  });

  it('never opens on the day it was held, however wide its window', () => {
    const wide = compiledContact({ anchor: 'enrol_date', due: 7, before: 10, repeat: 7 });
    expect(on(wide, '2026-02-05', history(['2026-02-05']), enrolled)).toMatchObject({
      state: 'upcoming',
      windowOpens: '2026-02-06',
    });
  });

  it('stops when the sheet says so', () => {
    const until = compiledContact({ anchor: 'enrol_date', due: 14, repeat: 14, stopWhen: 'exit_date != null' });
    expect(
      on(until, '2026-03-01', noHistory, scope({ enrol_date: '2026-02-01', exit_date: '2026-02-20' })),
    ).toMatchObject({
      state: 'stopped',
    });
  });
});

describe('a minimum interval', () => {
  const secondDose = compiledContact({ due: 70, after: 100, minInterval: 28 });
  const firstDose = (day: string): History => history([], { before: [localDate(day)] });

  it('moves the due day when the dose before came late', () => {
    expect(on(secondDose, '2026-03-20', firstDose('2026-03-10'))).toMatchObject({
      state: 'upcoming',
      due: '2026-04-07',
      windowOpens: '2026-04-07',
      windowCloses: '2026-06-20',
    });
  });

  it('changes nothing when the dose before came in time', () => {
    expect(on(secondDose, '2026-03-12', firstDose('2026-02-12'))).toMatchObject({ state: 'due', due: '2026-03-12' });
  });

  it('refuses a dose given too soon after the one before', () => {
    const given = history(['2026-03-20'], { before: [localDate('2026-03-10')] });
    expect(on(secondDose, '2026-03-21', given)).toMatchObject({ state: 'upcoming', tooEarly: ['2026-03-20'] });
    const onTheSameDay = history(['2026-03-20'], { before: [localDate('2026-03-20')] });
    expect(on(secondDose, '2026-03-21', onTheSameDay)).toMatchObject({ tooEarly: ['2026-03-20'] });
  });

  it('that ends after the closing day leaves no time: expired, with the reason', () => {
    const due = on(secondDose, '2026-06-10', firstDose('2026-06-01'));
    expect(due).toMatchObject({ state: 'expired' });
    expect(due.reason.en).toContain('minimum interval');
  });

  it('of a repeated contact starts again at each', () => {
    const vitaminA = compiledContact({ due: 180, repeat: 180, minInterval: 120 });
    const given = history(['2026-07-01', '2026-08-01', '2026-11-15']);
    expect(on(vitaminA, '2026-12-01', given)).toMatchObject({ due: '2027-05-14', tooEarly: ['2026-08-01'] });
  });
});

describe('what is not known', () => {
  it('is named when the contact has nothing to count from', () => {
    const afterDischarge = compiledContact({ anchor: 'inpatient_discharge_date', due: 'p.after_discharge_days' });
    expect(on(afterDischarge, '2026-03-01')).toMatchObject({
      state: 'unknown',
      missing: ['inpatient_discharge_date', 'p.after_discharge_days'],
    });
  });

  it('never makes a contact irrelevant, done or stopped', () => {
    const forHiv = compiledContact({ due: 42, relevant: 'hiv_exposed', stopWhen: 'hiv_status = "negative"' });
    expect(on(forHiv, '2026-02-20')).toMatchObject({ state: 'unknown', missing: ['hiv_exposed'] });
    expect(on(forHiv, '2026-02-20', history(['2026-02-15']))).toMatchObject({ state: 'unknown' });
    const exposed = scope({ birth_date: '2026-01-01', hiv_exposed: true });
    expect(on(forHiv, '2026-02-20', noHistory, exposed)).toMatchObject({ state: 'overdue', unchecked: ['hiv_status'] });
  });

  it('does not hide that a contact is not relevant or has stopped', () => {
    const both = compiledContact({ anchor: 'discharge', relevant: 'hiv_exposed', stopWhen: 'dead' });
    expect(on(both, '2026-02-20', noHistory, scope({ hiv_exposed: false }))).toMatchObject({ state: 'notRelevant' });
    expect(on(both, '2026-02-20', noHistory, scope({ dead: true }))).toMatchObject({ state: 'stopped' });
  });

  it('is a condition that makes no sense: what it reads is named', () => {
    const odd = compiledContact({ relevant: 'birth_date' });
    expect(on(odd, '2026-02-01')).toMatchObject({ state: 'unknown', missing: ['birth_date'] });
  });

  it('is an interval that makes no sense: none is assumed', () => {
    const visits = compiledContact({ due: 7, repeat: 'next_visit_days' });
    const sameDay = scope({ birth_date: '2026-01-01', next_visit_days: 0 });
    expect(on(visits, '2026-02-01', noHistory, sameDay)).toMatchObject({
      state: 'unknown',
      missing: ['next_visit_days'],
    });
  });
});

describe('another day agreed with the family', () => {
  const review = compiledContact({ due: 180, before: 7, after: 28 });
  const movedTo = (to: string): History =>
    history([], { moved: [{ from: localDate('2026-06-30'), to: localDate(to), reason: 'market day' }] });

  it('is the due day, with the reason', () => {
    expect(on(review, '2026-07-05', movedTo('2026-07-06'))).toMatchObject({
      state: 'due',
      due: '2026-07-06',
      movedBecause: 'market day',
    });
  });

  it('does not hold before the window nor after a contact has expired', () => {
    expect(on(review, '2026-06-25', movedTo('2026-06-20'))).toMatchObject({ due: '2026-06-30', movedBecause: null });
    expect(on(review, '2026-06-25', movedTo('2026-08-20'))).toMatchObject({ due: '2026-06-30', movedBecause: null });
  });

  it('no longer holds once the contact has been held and another is due', () => {
    const visits = compiledContact({ due: 14, after: 7, repeat: 14 });
    const moved = [{ from: localDate('2026-01-15'), to: localDate('2026-01-25'), reason: 'rain' }];
    expect(on(visits, '2026-01-24', history([], { moved }))).toMatchObject({
      state: 'due',
      windowCloses: '2026-01-25',
    });
    expect(on(visits, '2026-01-26', history(['2026-01-25'], { moved }))).toMatchObject({ due: '2026-02-08' });
  });
});

describe('whatever the calendar', () => {
  const birth = localDate('2026-01-01');
  const day = fc.integer({ min: -30, max: 800 }).map((days) => addDays(birth, days));
  const anySchedule = fc.record({
    due: fc.integer({ min: 0, max: 400 }),
    before: fc.integer({ min: 0, max: 30 }),
    after: fc.option(fc.integer({ min: 0, max: 60 }), { nil: undefined }),
    repeat: fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined }),
    minInterval: fc.integer({ min: 0, max: 40 }),
  });
  const compile = (columns: {
    due: number;
    before: number;
    after: number | undefined;
    repeat: number | undefined;
    minInterval: number;
  }) =>
    compiledContact({
      due: columns.due,
      before: columns.before,
      minInterval: columns.minInterval,
      ...(columns.after === undefined ? {} : { after: columns.after }),
      ...(columns.repeat === undefined ? {} : { repeat: columns.repeat }),
    });
  const dates = fc.array(day, { maxLength: 6 });
  const past = (done: readonly LocalDate[], before: readonly LocalDate[]): History => ({ done, before, moved: [] });

  it('nothing opens or is due before its earliest day, nor before the minimum interval', () => {
    fc.assert(
      fc.property(anySchedule, dates, dates, day, (columns, done, before, today) => {
        const due = nextDue(compile(columns), past(done, before), born, today);
        if (!('windowOpens' in due)) return;
        expect(due.windowOpens >= addDays(birth, columns.due - columns.before)).toBe(true);
        expect(due.due >= due.windowOpens || due.state === 'expired').toBe(true);
        const counted = done.filter((each) => each <= today && !due.tooEarly.includes(each));
        for (const other of [...counted, ...before.filter((each) => each <= today)]) {
          expect(daysBetween(other, due.windowOpens)).toBeGreaterThanOrEqual(columns.minInterval);
        }
      }),
    );
  });

  it('a contact is done only by a day in its window that respects the interval', () => {
    fc.assert(
      fc.property(anySchedule, dates, dates, day, (columns, done, before, today) => {
        const due = nextDue(compile(columns), past(done, before), born, today);
        if (due.state !== 'done') return;
        expect(done).toContain(due.on);
        expect(due.on <= today && due.on >= addDays(birth, columns.due - columns.before)).toBe(true);
        for (const other of before.filter((each) => each <= due.on)) {
          expect(daysBetween(other, due.on)).toBeGreaterThanOrEqual(columns.minInterval);
        }
      }),
    );
  });

  it('the order in which visits were entered changes nothing', () => {
    fc.assert(
      fc.property(anySchedule, dates, dates, day, (columns, done, before, today) => {
        const one = nextDue(compile(columns), past(done, before), born, today);
        expect(nextDue(compile(columns), past([...done].reverse(), [...before].reverse()), born, today)).toEqual(one);
      }),
    );
  });

  it('what happens after today changes nothing', () => {
    fc.assert(
      fc.property(anySchedule, dates, day, (columns, done, today) => {
        const known = done.filter((each) => each <= today);
        const one = nextDue(compile(columns), past(known, []), born, today);
        expect(nextDue(compile(columns), past(done, []), born, today)).toEqual(one);
      }),
    );
  });

  it('a contact held once only moves forward: upcoming, due, overdue, expired', () => {
    const order: readonly Due['state'][] = ['upcoming', 'due', 'overdue', 'expired'];
    fc.assert(
      fc.property(anySchedule, day, fc.integer({ min: 0, max: 100 }), (columns, today, later) => {
        const once = compile({ ...columns, repeat: undefined });
        const before = order.indexOf(nextDue(once, noHistory, born, today).state);
        const after = order.indexOf(nextDue(once, noHistory, born, addDays(today, later)).state);
        expect(before).toBeGreaterThanOrEqual(0);
        expect(after).toBeGreaterThanOrEqual(before);
      }),
    );
  });

  it('a repeated contact that was not held is always missed, open or to come, never lost from sight', () => {
    fc.assert(
      fc.property(anySchedule, day, (columns, today) => {
        const due = nextDue(compile({ ...columns, repeat: columns.repeat ?? 14 }), noHistory, born, today);
        expect(['upcoming', 'due', 'overdue']).toContain(due.state);
      }),
    );
  });
});
