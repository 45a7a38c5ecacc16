import { type CareRow, careRow } from '@denba/protocols/care/lists/care-row';
import { dueToday } from '@denba/protocols/care/lists/due-today';
import { addDays, localDate } from '@denba/quantities/local-date';
import type { FamilyId } from '@denba/records/ids';
import { family } from '@denba/scenario/family-life';
import { timelineOf } from '@denba/scenario/given';
import { describe, expect, it } from 'vitest';
import { mamiRules as rules } from '../../../../clinical/protocols/test/mami.ts';
import { GLANCE_DAYS, glanceFromJson, glanceToJson, makeGlance } from './today-glance.ts';
import { ROWS_AT_ONCE, todayGroups } from './today-groups.ts';

const today = localDate('2026-02-10');

const enrolled = (name: string, next: string): CareRow =>
  careRow(
    timelineOf(
      family(name)
        .mother({ mother_name: name })
        .bears({ on: '2026-01-05', birth_weight_g: 2100 })
        .assessed({ on: '2026-01-15', enrolment_decision: 'enrolled', next_due: next }),
    ),
    rules,
  );

const rows: ReadonlyMap<FamilyId, CareRow> = new Map(
  [
    ...Array.from({ length: 14 }, (_, place) => enrolled(`late-${place}`, '2026-02-07')),
    enrolled('today', '2026-02-10'),
    enrolled('tomorrow', '2026-02-11'),
    enrolled('in-a-month', '2026-03-10'),
  ].map((row) => [row.family, row]),
);

const glance = () => {
  const steps = makeGlance(rows, rules, today);
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
};

describe('the list that is laid aside', () => {
  it('says of each day what the list will say: the numbers, and the first rows of each group', () => {
    const { days, families } = glance();
    expect(families).toBe(17);
    expect(Object.keys(days)).toHaveLength(GLANCE_DAYS);
    for (let ahead = 0; ahead < GLANCE_DAYS; ahead += 1) {
      const day = addDays(today, ahead);
      const list = todayGroups(dueToday(rows.values(), rules, day));
      expect(days[day]).toEqual(list.map((group) => ({ ...group, items: group.items.slice(0, ROWS_AT_ONCE) })));
    }
    const late = days[today]?.find(({ name }) => name === 'late');
    expect([late?.count, late?.items.length]).toEqual([14, ROWS_AT_ONCE]);
  });

  it('comes back as it was, for the days that it knows and no other', () => {
    const kept = JSON.parse(JSON.stringify(glanceToJson(glance())));
    expect(glanceFromJson(kept, addDays(today, 3))).toEqual(glance());
    expect(glanceFromJson(kept, addDays(today, 4))).toBeNull();
    expect(glanceFromJson(kept, addDays(today, -1))).toBeNull();
  });
});
