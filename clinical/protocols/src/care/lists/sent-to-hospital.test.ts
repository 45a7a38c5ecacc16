/** A child whom a first visit sent to the hospital is not forgotten although it was never enrolled. */
import { localDate } from '@denba/quantities/local-date';
import type { FamilyLife } from '@denba/scenario/family-life';
import { timelineOf } from '@denba/scenario/given';
import { describe, expect, it } from 'vitest';
import { keita, mamiRules as rules } from '../../../test/mami.ts';
import { careRow } from './care-row.ts';
import { dueToday } from './due-today.ts';

const child = keita.childId();
const inDanger = { on: '2026-02-02', findings: { pairClass: 'high', urgent: true } };
const assessed = keita.saves('mami-assessment@2', child, {}, inDanger);
const sent = assessed.transferred('temporary', { on: '2026-02-02', referral_to: 'inpatient' });

const listsOn = (life: FamilyLife, today: string) => {
  const lists = dueToday([careRow(timelineOf(life), rules)], rules, localDate(today));
  return Object.entries(lists).flatMap(([name, due]) => due.map(({ status }) => [name, status.kind, status.on]));
};

describe('a child who was never in care and was sent to the hospital', () => {
  it('is in hospital from that day on, until there is news', () => {
    expect(listsOn(sent, '2026-02-02')).toEqual([['inHospital', 'inHospital', '2026-02-02']]);
    expect(listsOn(sent, '2026-02-20')).toEqual([['inHospital', 'inHospital', '2026-02-02']]);
    const back = sent.counterReferred({ on: '2026-02-10', discharged_on: '2026-02-09' });
    expect(listsOn(back, '2026-02-10')).toEqual([]);
  });

  it('is no longer, once it is seen here again', () => {
    expect(listsOn(sent.screened({ on: '2026-02-06', screen_result: 'negative' }), '2026-02-06')).toEqual([]);
  });

  it('is not, when it was sent to a consultation and sleeps at home', () => {
    const consults = keita.transferred('temporary', { on: '2026-02-02', referral_to: 'hiv' });
    expect(listsOn(consults, '2026-02-02')).toEqual([]);
  });
});
