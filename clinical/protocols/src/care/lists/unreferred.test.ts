/** A visit that found danger stays in the list of the day until an entry answers it. */
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

const toRefer = (life: FamilyLife, today: string) =>
  dueToday([careRow(timelineOf(life), rules)], rules, localDate(today)).toRefer.map(({ status }) => status.on);

describe('a child in danger whom nobody has referred', () => {
  it('stands in the list of the day, on the day itself and after it', () => {
    expect(toRefer(assessed, '2026-02-02')).toEqual(['2026-02-02']);
    expect(toRefer(assessed, '2026-02-05')).toEqual(['2026-02-02']);
  });

  it('does so in care too, while its next visit is still to come', () => {
    const followed = keita
      .assessed({ on: '2026-01-15', enrolment_decision: 'enrolled', next_due: '2026-01-22' })
      .saves('mami-visit@2', child, { next_due: '2026-02-09' }, inDanger);
    expect(toRefer(followed, '2026-02-03')).toEqual(['2026-02-02']);
  });

  it.each([
    ['a referral', 'transfer@1', child, { transfer: 'temporary' }],
    ['a referral of the mother', 'transfer@1', keita.motherId, { transfer: 'temporary' }],
    ['a family that does not go', 'refusal@1', child, { refused: 'referral' }],
  ] as const)('is answered by %s', (_what, form, who, answers) => {
    expect(toRefer(assessed.saves(form, who, answers, { on: '2026-02-02' }), '2026-02-02')).toEqual([]);
  });

  it('is answered by a later visit, and by her own decision for another class', () => {
    const better = { on: '2026-02-04', findings: { pairClass: 'moderate' } };
    expect(toRefer(assessed.saves('mami-assessment@2', child, {}, better), '2026-02-04')).toEqual([]);
    const decided = { pairClass: 'high', urgent: true, override: { workingClass: 'moderate' } };
    const hers = keita.saves('mami-assessment@2', child, {}, { on: '2026-02-02', findings: decided });
    expect(toRefer(hers, '2026-02-02')).toEqual([]);
  });

  it('is not answered by the referral of a twin', () => {
    const twins = keita.bears({ on: '2026-01-05', infant_name: 'Adama' });
    const sent = twins
      .saves('mami-assessment@2', child, {}, inDanger)
      .saves('transfer@1', twins.childId(), { transfer: 'temporary' }, { on: '2026-02-02' });
    expect(toRefer(sent, '2026-02-02')).toEqual(['2026-02-02']);
  });
});
