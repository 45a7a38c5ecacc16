import { localDate } from '@denba/quantities/local-date';
import { facilityId } from '@denba/records/ids';
import { type FamilyLife, family } from '@denba/scenario/family-life';
import { timelineOf } from '@denba/scenario/given';
import { describe, expect, it } from 'vitest';
import { mamiRules as rules } from '../../../test/mami.ts';
import { careRow } from './care-row.ts';
import { dueToday } from './due-today.ts';

const HERE = 'cscom-1';
const THERE = 'cscom-9';

const born = family('sidibe').mother({ mother_name: 'Rokia Sidibé' }).bears({ on: '2026-01-05' });
const enrolled = born.assessed({ on: '2026-01-15', enrolment_decision: 'enrolled', next_due: '2026-02-20' });
const to = { to_facility: 'Bla', to_facility_id: THERE };
const sent = (life: FamilyLife): FamilyLife => life.transferred('permanent', { on: '2026-02-02', ...to });
const there = (life: FamilyLife): FamilyLife => life.on('tablet-9', { facility: facilityId(THERE) });

/** The lists in which a family's children appear at a centre, one name per child. */
const listsAt = (place: string, life: FamilyLife, day: string) =>
  Object.entries(dueToday([careRow(timelineOf(life), rules)], rules, localDate(day), new Set([place]))).flatMap(
    ([list, due]) => due.map(() => list),
  );
const [dueThere] = dueToday(
  [careRow(timelineOf(sent(enrolled)), rules)],
  rules,
  localDate('2026-02-03'),
  new Set([THERE]),
).awaited;

describe('a child who was transferred for good', () => {
  it('is awaited where it was sent, and in no list where it was, nor at a third centre', () => {
    expect(listsAt(THERE, sent(enrolled), '2026-02-02')).toEqual(['awaited']);
    for (const place of [HERE, 'cscom-5']) expect(listsAt(place, sent(enrolled), '2026-02-02')).toEqual([]);
  });

  it('says from where, since when, and by when it is to be seen: as after a discharge, or on the day agreed if sooner', () => {
    expect(dueThere?.status).toMatchObject({
      ...{ on: '2026-02-09', lateDays: 0, arrival: { from: HERE, on: '2026-02-02' } },
    });
    expect(JSON.parse(JSON.stringify(dueThere))).toEqual(dueThere);
    const soon = sent(born.assessed({ on: '2026-01-15', enrolment_decision: 'enrolled', next_due: '2026-02-04' }));
    const { awaited } = dueToday([careRow(timelineOf(soon), rules)], rules, localDate('2026-02-06'), new Set([THERE]));
    expect(awaited[0]?.status).toMatchObject({ on: '2026-02-04', lateDays: 2 });
  });

  it('is looked for and lost by the rule of those who left hospital', () => {
    expect(listsAt(THERE, sent(enrolled), '2026-02-12')).toEqual(['awaited']);
    expect(listsAt(THERE, sent(enrolled), '2026-02-13')).toEqual(['toTrace']);
    expect(listsAt(HERE, sent(enrolled), '2026-02-13')).toEqual([]);
    const called = there(sent(enrolled)).traced('found', {
      ...{ on: '2026-02-14', tracing_by: 'call', next_due: '2026-02-16' },
    });
    const status = (day: string) =>
      dueToday([careRow(timelineOf(called), rules)], rules, localDate(day), new Set([THERE]));
    expect(status('2026-02-15').toTrace[0]?.status).toMatchObject({ kind: 'missed', on: '2026-02-16', tasks: [] });
    expect(status('2026-02-16').awaited).toHaveLength(1);
    expect(status('2026-04-20').toTrace[0]?.status.kind).toBe('defaulted');
  });

  it('is followed like any other once its follow-up is taken up there, and still in no list where it was', () => {
    const taken = there(sent(enrolled)).returns('transfer_in', { on: '2026-02-05', next_due: '2026-02-12' });
    expect(listsAt(THERE, taken, '2026-02-06')).toEqual([]);
    expect(listsAt(THERE, taken, '2026-02-12')).toEqual(['expected']);
    for (const day of ['2026-02-06', '2026-02-12', '2026-03-20']) expect(listsAt(HERE, taken, day)).toEqual([]);
  });

  it('is awaited until its follow-up is taken up, refused, or it left: a visit alone would leave it in no list', () => {
    const seen = (step: (life: FamilyLife) => FamilyLife) => listsAt(THERE, step(there(sent(enrolled))), '2026-02-06');
    expect(seen((life) => life.visit({ on: '2026-02-05' }))).toEqual(['awaited']);
    expect(seen((life) => life.weighed({ on: '2026-02-05' }))).toEqual(['awaited']);
    expect(seen((life) => life.refuses('follow_up', { on: '2026-02-05' }))).toEqual([]);
    expect(seen((life) => life.childDies({ on: '2026-02-05' }))).toEqual([]);
    expect(seen((life) => life.exits('R6', { on: '2026-02-05' }))).toEqual([]);
    expect(seen((life) => life.transferred('permanent', { on: '2026-02-05', to_facility: 'Kati' }))).toEqual([]);
  });

  it('is awaited at the last of several centres, and at none when the transfer is withdrawn', () => {
    const onward = there(sent(enrolled)).transferred('permanent', {
      ...{ on: '2026-02-04', to_facility: 'Kati', to_facility_id: 'cscom-5' },
    });
    expect(listsAt('cscom-5', onward, '2026-02-05')).toEqual(['awaited']);
    for (const place of [HERE, THERE]) expect(listsAt(place, onward, '2026-02-05')).toEqual([]);
    const mistaken = enrolled
      .transferred('permanent', { on: '2026-02-02', ...to, as: 'transfer' })
      .withdraws('transfer', 'another child');
    expect(listsAt(THERE, mistaken, '2026-02-20')).toEqual(listsAt(HERE, mistaken, '2026-02-20'));
    expect(listsAt(HERE, mistaken, '2026-02-20')).toEqual(['expected']);
  });

  it('comes back: whoever sent it away sees it again, also when nobody wrote a transfer back', () => {
    const back = sent(enrolled)
      .on('tablet-1')
      .assessed({ on: '2026-02-20', enrolment_decision: 'enrolled', entry_type: 'return', next_due: '2026-02-27' });
    expect(listsAt(HERE, back, '2026-02-27')).toEqual(['expected']);
    const urgent = sent(enrolled).screened({ on: '2026-02-20', screen_result: 'urgent' });
    expect(listsAt(HERE, urgent, '2026-02-21')).toEqual(['screened']);
  });

  it('who was in no care is awaited until it was seen there; being weighed elsewhere does not count', () => {
    expect(listsAt(THERE, there(sent(born)).weighed({ on: '2026-02-05' }), '2026-02-06')).toEqual([]);
    expect(listsAt(THERE, sent(born).weighed({ on: '2026-02-05' }), '2026-02-06')).toEqual(['awaited']);
  });

  it('who was in no care is awaited until six months, and never looked for; who had left care is not awaited', () => {
    expect(listsAt(THERE, sent(born), '2026-02-03')).toEqual(['awaited']);
    expect(listsAt(THERE, sent(born), '2026-05-03')).toEqual(['awaited']);
    expect(listsAt(THERE, sent(born), '2026-07-05')).toEqual([]);
    expect(listsAt(THERE, sent(enrolled.exits('R1', { on: '2026-01-30' })), '2026-02-03')).toEqual([]);
  });

  it('of twins of whom one leaves, the other stays in the lists of its centre', () => {
    const twins = family('twins')
      .mother()
      .bearsTwins({ on: '2026-01-05' }, { on: '2026-01-05' })
      .assessed({ on: '2026-01-15', child: 'twins-child-1', enrolment_decision: 'enrolled', next_due: '2026-02-05' })
      .assessed({ on: '2026-01-15', child: 'twins-child-2', enrolment_decision: 'enrolled', next_due: '2026-02-05' });
    const one = twins.transferred('permanent', { on: '2026-02-02', child: 'twins-child-1', ...to });
    expect(listsAt(HERE, one, '2026-02-05')).toEqual(['expected']);
    const both = twins.moves('Bla', { on: '2026-02-02', to_facility_id: THERE });
    expect(listsAt(THERE, both, '2026-02-05')).toEqual(['awaited', 'awaited']);
    expect(listsAt(HERE, both, '2026-02-05')).toEqual([]);
  });

  it('stands as before in a list that belongs to no centre', () => {
    const taken = there(sent(enrolled)).returns('transfer_in', { on: '2026-02-05', next_due: '2026-02-12' });
    const row = careRow(timelineOf(taken), rules);
    expect(dueToday([row], rules, localDate('2026-02-12')).expected).toHaveLength(1);
    expect(dueToday([careRow(timelineOf(sent(enrolled)), rules)], rules, localDate('2026-02-03')).awaited).toEqual([]);
  });
});
