import { careRow } from '@denba/protocols/care/lists/care-row';
import { type DueChild, dueToday } from '@denba/protocols/care/lists/due-today';
import { localDate } from '@denba/quantities/local-date';
import { facilityId } from '@denba/records/ids';
import { type FamilyLife, family } from '@denba/scenario/family-life';
import { timelineOf } from '@denba/scenario/given';
import { describe, expect, it } from 'vitest';
import { mamiRules as rules } from '../../../../clinical/protocols/test/mami.ts';
import { openAtFirst, todayAction, todayGroups } from './today-groups.ts';

const today = localDate('2026-02-10');

const born = (name: string): FamilyLife =>
  family(name).mother({ mother_name: name }).bears({ on: '2026-01-05', birth_weight_g: 2100 });
const enrolled = (name: string, next: string): FamilyLife =>
  born(name).assessed({ on: '2026-01-15', enrolment_decision: 'enrolled', next_due: next });

const here = new Set(['cscom-1']);
const groupsOf = (lives: readonly FamilyLife[], day = today) =>
  todayGroups(
    dueToday(
      lives.map((life) => careRow(timelineOf(life), rules)),
      rules,
      day,
      here,
    ),
  );
const only = (life: FamilyLife, day = today): DueChild => {
  const [due] = groupsOf([life], day).flatMap(({ items }) => items);
  if (due === undefined) throw new Error('nobody is due');
  return due;
};

const urgent = born('urgent').screened({ on: '2026-02-09', screen_result: 'urgent' });
const expected = enrolled('expected', '2026-02-10');
const missed = enrolled('missed', '2026-01-29');
const away = enrolled('away', '2026-01-22').transferred('temporary', { on: '2026-01-18' });
const late = enrolled('late', '2026-02-07');
const bla = { facility: facilityId('cscom-9') };
const toHere = { on: '2026-02-08', to_facility: 'Ici', to_facility_id: 'cscom-1' };
const awaited = enrolled('awaited', '2026-02-20').on('tablet-9', bla).transferred('permanent', toHere);

describe('the groups of today', () => {
  it('begin with an urgent screen that nothing followed, and leave out who is not due', () => {
    const positive = born('positive').screened({ on: '2026-02-08', screen_result: 'positive' });
    const quiet = enrolled('quiet', '2026-02-20');
    const groups = groupsOf([late, away, quiet, awaited, positive, missed, expected, urgent]);
    expect(groups.map(({ name, items }) => [name, items.map(({ row }) => row.family)])).toEqual([
      ['urgent', ['urgent']],
      ['expected', ['expected']],
      ['awaited', ['awaited']],
      ['screened', ['positive']],
      ['late', ['late']],
      ['toTrace', ['missed']],
      ['inHospital', ['away']],
    ]);
  });

  it('lead straight to the referral of a child whom a visit found in danger and nobody referred', () => {
    const life = born('danger');
    const found = { on: '2026-02-10', findings: { pairClass: 'high', urgent: true } };
    const due = only(life.saves('mami-assessment@2', life.childId(), {}, { ...found, as: 'visit' }));
    expect(todayAction(due, rules, today)).toMatchObject({
      does: 'refer',
      route: { name: 'refer', family: 'danger', child: life.childId(), entry: expect.any(String) },
    });
    expect(groupsOf([urgent, life.saves('mami-assessment@2', life.childId(), {}, found)])[0]).toMatchObject({
      name: 'urgent',
      count: 2,
    });
  });

  it('are none when nothing is due', () => {
    expect(groupsOf([enrolled('quiet', '2026-02-20')])).toEqual([]);
  });

  it('stand open from the top until there is enough to look at, the first in any case', () => {
    const due = only(expected);
    const many = (count: number): readonly DueChild[] => Array.from({ length: count }, () => due);
    const open = (...sizes: readonly number[]) => {
      const names = ['urgent', 'expected', 'late', 'toTrace'] as const;
      return [
        ...openAtFirst(sizes.map((size, index) => ({ name: names[index] ?? 'late', count: size, items: many(size) }))),
      ];
    };
    expect(open(2, 3, 2, 4)).toEqual(['urgent', 'expected', 'late']);
    expect(open(500, 1)).toEqual(['urgent']);
    expect(open(1, 500, 1)).toEqual(['urgent']);
    expect(open()).toEqual([]);
  });
});

describe('the one tap of a row', () => {
  const does = (life: FamilyLife, day = today) => {
    const action = todayAction(only(life, day), rules, day);
    return action?.does === 'visit' ? action.route.form : action?.does;
  };

  it('opens the form that is next: follow-up, assessment after a screen, review at six months', () => {
    expect(does(expected)).toBe('follow-up');
    expect(does(late)).toBe('follow-up');
    expect(does(urgent)).toBe('assessment');
    expect(does(enrolled('old', '2026-07-01'), localDate('2026-07-06'))).toBe('review');
  });

  it('looks for a family that is missed, and asks the hospital about one that is there', () => {
    expect(does(missed)).toBe('trace');
    expect(does(away)).toBe('counter-referral');
  });

  it('receives a child from another centre on its card; one who was in no care is screened', () => {
    expect(todayAction(only(awaited), rules, today)).toEqual({
      does: 'receive',
      route: { name: 'family', family: 'awaited' },
    });
    expect(does(awaited, localDate('2026-02-20'))).toBe('trace');
    expect(does(born('moved').on('tablet-9', bla).transferred('permanent', toHere))).toBe('rapid-screen');
  });
});
