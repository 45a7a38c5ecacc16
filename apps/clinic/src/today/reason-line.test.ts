import { careRow } from '@denba/protocols/care/lists/care-row';
import { listedStatus } from '@denba/protocols/care/lists/listed-status';
import { localDate } from '@denba/quantities/local-date';
import { type FamilyLife, family } from '@denba/scenario/family-life';
import { timelineOf } from '@denba/scenario/given';
import { describe, expect, it } from 'vitest';
import { mamiRules as rules } from '../../../../clinical/protocols/test/mami.ts';
import { reasonLine } from './reason-line.ts';

const born = family('keita').mother().bears({ on: '2026-01-05', birth_weight_g: 2100 });
const enrolled = born.assessed({ on: '2026-01-15', enrolment_decision: 'enrolled', next_due: '2026-01-22' });

const reasons = (life: FamilyLife, day: string, here = 'cscom-1') => {
  const row = careRow(timelineOf(life), rules);
  const [child] = row.children;
  if (child === undefined) throw new Error('this family has no child');
  const today = localDate(day);
  const status = listedStatus(child, rules, today, new Set([here]));
  return status === null ? [] : reasonLine({ row, child, status }, today);
};

describe('why a child is in the list of today', () => {
  it('says that it is due, then since when it is late', () => {
    expect(reasons(enrolled, '2026-01-22')).toEqual([{ says: 'due-today' }]);
    expect(reasons(enrolled, '2026-01-24')).toEqual([
      { says: 'due-on', on: '2026-01-22' },
      { says: 'days-late', count: 2 },
    ]);
  });

  it('says what was missed and who is to be reached, a home visit before a call', () => {
    expect(reasons(enrolled, '2026-01-27')).toEqual([
      { says: 'missed', count: 1 },
      { says: 'days-late', count: 5 },
      { says: 'contact' },
    ]);
    expect(reasons(enrolled, '2026-02-04')).toContainEqual({ says: 'home-visit' });
  });

  it('says that the hospital agreed the day', () => {
    const away = enrolled.transferred('temporary', { on: '2026-01-18' });
    const home = away.counterReferred({ on: '2026-02-12', discharged_on: '2026-02-11', next_due: '2026-02-15' });
    expect(reasons(home, '2026-02-15')).toEqual([{ says: 'due-today' }, { says: 'hospital-day' }]);
  });

  it('says that the family promised to come', () => {
    const promised = enrolled.traced('found', { on: '2026-01-27', tracing_by: 'call', next_due: '2026-01-30' });
    expect(reasons(promised, '2026-01-28')).toContainEqual({ says: 'promised', on: '2026-01-30' });
    expect(reasons(promised, '2026-01-30')).toEqual([{ says: 'promised-today' }, { says: 'missed', count: 1 }]);
  });

  it('says that a family is lost', () => {
    const looked = enrolled.traced('not_found', { on: '2026-01-27', tracing_by: 'visit' });
    expect(reasons(looked, '2026-02-10')[0]).toEqual({ says: 'lost' });
  });

  it('says since when a child is in hospital, and when it left', () => {
    const away = enrolled.transferred('temporary', { on: '2026-01-18' });
    expect(reasons(away, '2026-02-10')).toEqual([{ says: 'in-hospital', on: '2026-01-18' }]);
    const home = away.counterReferred({ on: '2026-02-12', discharged_on: '2026-02-11' });
    expect(reasons(home, '2026-02-13')).toEqual([
      { says: 'left-hospital', on: '2026-02-11' },
      { says: 'see-again', on: '2026-02-18' },
    ]);
  });

  it('says from which centre a child was transferred, also once it is looked for', () => {
    const sent = enrolled.moves('Bla', { on: '2026-01-18', to_facility_id: 'cscom-9' });
    const from = { says: 'transferred', on: '2026-01-18', place: 'cscom-1' };
    expect(reasons(sent, '2026-01-24', 'cscom-9')).toEqual([
      from,
      { says: 'see-on', on: '2026-01-22' },
      { says: 'days-late', count: 2 },
    ]);
    expect(reasons(sent, '2026-01-27', 'cscom-9').slice(0, 2)).toEqual([from, { says: 'missed', count: 1 }]);
    expect(reasons(sent, '2026-01-27')).toEqual([]);
  });

  it('says when six months were reached', () => {
    const seen = enrolled.visit({ on: '2026-06-20', next_due: '2026-07-18' });
    expect(reasons(seen, '2026-07-05')).toEqual([{ says: 'six-months', on: '2026-07-05' }]);
    expect(reasons(seen, '2026-07-08')).toContainEqual({ says: 'days-since', count: 3 });
  });

  it('says what the screen said, and when the assessment is overdue', () => {
    const positive = born.screened({ on: '2026-01-10', screen_result: 'positive' });
    expect(reasons(positive, '2026-01-12')).toEqual([{ says: 'positive', on: '2026-01-10' }]);
    expect(reasons(positive, '2026-01-20')).toContainEqual({ says: 'assess-late', count: 3 });
    const urgent = born.screened({ on: '2026-01-10', screen_result: 'urgent' });
    expect(reasons(urgent, '2026-01-10')).toEqual([{ says: 'urgent', on: '2026-01-10' }]);
  });

  it('says nothing of a child of whom nothing is asked', () => {
    expect(reasons(born, '2026-01-12')).toEqual([]);
    expect(reasons(enrolled.childDies({ on: '2026-01-20' }), '2026-02-01')).toEqual([]);
  });
});
