import { localDate } from '@denba/quantities/local-date';
import { expect, it } from 'vitest';
import { contact, history, scope } from '../test/contact-of.ts';
import { compileSchedule } from './compile-schedule.ts';
import { dueList } from './due-list.ts';

it('the due list puts the missed and late first, the unknown before what is to come, and the settled last', () => {
  const schedule = compileSchedule([
    contact('S.gone', { due: 0, after: 5 }),
    contact('S.later', { due: 180 }),
    contact('S.unknown', { anchor: 'discharge' }),
    contact('S.done', { due: 7 }),
    contact('S.today', { due: 60, before: 3 }),
    contact('S.late', { due: 42 }),
    contact('S.missed', { due: 28, after: 7, repeat: 28 }),
    contact('S.other', { relevant: 'false' }),
  ]);
  const list = dueList(
    schedule,
    { 'S.done': history(['2026-01-09']) },
    scope({ birth_date: '2026-01-01' }),
    localDate('2026-03-01'),
  );
  expect(list.map((item) => [item.contact.id, item.due.state])).toEqual([
    ['S.missed', 'overdue'],
    ['S.late', 'overdue'],
    ['S.today', 'due'],
    ['S.unknown', 'unknown'],
    ['S.later', 'upcoming'],
    ['S.gone', 'expired'],
    ['S.done', 'done'],
    ['S.other', 'notRelevant'],
  ]);
});
