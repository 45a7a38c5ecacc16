import { localDate } from '@denba/quantities/local-date';
import { describe, expect, it } from 'vitest';
import { compiledContact, history, scope } from '../test/contact-of.ts';
import { mergeVisits, sharedDays } from './merge-visits.ts';
import { nextDue } from './next-due.ts';
import { noHistory } from './schedule.ts';

describe('a mother who lives far away: the follow-up visit and the vaccines on one day', () => {
  const facts = scope({ birth_date: '2026-01-01', enrol_date: '2026-01-20' });
  const today = localDate('2026-02-10');
  const visit = compiledContact({ anchor: 'enrol_date', due: 28, before: 5, after: 7, repeat: 28 });
  const vaccines = compiledContact({ due: 42, after: 60 });
  const visitDue = nextDue(visit, noHistory, facts, today);
  const vaccinesDue = nextDue(vaccines, noHistory, facts, today);
  const both = [
    { id: 'visit', due: visitDue, repeats: true },
    { id: 'vaccines', due: vaccinesDue, repeats: false },
  ];

  it('may be any day that suits both', () => {
    expect(visitDue).toMatchObject({ due: '2026-02-17', windowOpens: '2026-02-12', windowCloses: '2026-02-24' });
    expect(vaccinesDue).toMatchObject({ due: '2026-02-12', windowCloses: '2026-04-13' });
    expect(sharedDays([visitDue, vaccinesDue])).toEqual({ from: '2026-02-12', to: '2026-02-24' });
  });

  it('is recorded with its reason, and both are due on that day', () => {
    const merged = mergeVisits(both, localDate('2026-02-16'), ' four hours on foot ');
    if (!merged.ok) throw new Error('the day suits both');
    expect(merged.value['visit']).toEqual({ from: '2026-02-17', to: '2026-02-16', reason: 'four hours on foot' });
    const moved = (id: string) => history([], { moved: [merged.value[id]].filter((move) => move !== undefined) });
    const onTheDay = localDate('2026-02-16');
    expect(nextDue(visit, moved('visit'), facts, onTheDay)).toMatchObject({ state: 'due', due: '2026-02-16' });
    expect(nextDue(vaccines, moved('vaccines'), facts, onTheDay)).toMatchObject({ state: 'due', due: '2026-02-16' });
  });

  it('is refused without a reason, or before one of them may be held', () => {
    expect(mergeVisits(both, localDate('2026-02-11'), ' ')).toEqual({
      ok: false,
      error: [
        { kind: 'noReason' },
        { kind: 'tooEarly', id: 'visit', earliest: '2026-02-12' },
        { kind: 'tooEarly', id: 'vaccines', earliest: '2026-02-12' },
      ],
    });
  });

  it('may be later than the window of a visit that comes back, not than a vaccine allows', () => {
    expect(mergeVisits(both, localDate('2026-03-20'), 'harvest').ok).toBe(true);
    expect(mergeVisits(both, localDate('2026-04-14'), 'harvest')).toEqual({
      ok: false,
      error: [{ kind: 'tooLate', id: 'vaccines', latest: '2026-04-13' }],
    });
  });

  it('does not hold contacts that are done, stopped or unknown', () => {
    const unknown = nextDue(visit, noHistory, scope({}), today);
    expect(mergeVisits([{ id: 'visit', due: unknown, repeats: true }], localDate('2026-03-01'), 'rain')).toEqual({
      ok: false,
      error: [{ kind: 'notOpen', id: 'visit', state: 'unknown' }],
    });
    expect(sharedDays([visitDue, unknown])).toBeNull();
    expect(sharedDays([])).toBeNull();
  });

  it('does not exist when one closes before the other opens', () => {
    const early = nextDue(compiledContact({ due: 3, after: 4 }), noHistory, facts, localDate('2026-01-02'));
    expect(sharedDays([early, vaccinesDue])).toBeNull();
  });
});
