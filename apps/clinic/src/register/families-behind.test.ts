import { familyMonths } from '@denba/indicators/month/family-months';
import type { Whose } from '@denba/indicators/month/month-figures';
import { careRow } from '@denba/protocols/care/lists/care-row';
import { localDate } from '@denba/quantities/local-date';
import { type FamilyLife, family } from '@denba/scenario/family-life';
import { timelineOf } from '@denba/scenario/given';
import { describe, expect, it } from 'vitest';
import { mamiRules } from '../../../../clinical/protocols/test/mami.ts';
import { indicatorsOfPhone } from '../../build/protocol-plugin.ts';
import { type Figure, familiesBehind } from './families-behind.ts';

const today = localDate('2026-04-01');
const born = (name: string): FamilyLife => family(name).mother({ mother_name: name }).bears({ on: '2026-01-05' });
const lives = [
  born('sira')
    .screened({ on: '2026-01-10', screen_result: 'positive' })
    .assessed({ on: '2026-01-12', enrolment_decision: 'enrolled', next_due: '2026-01-22' })
    .visit({ on: '2026-01-24', next_due: '2026-02-07' })
    .exits('R6', { on: '2026-03-01' }),
  born('awa')
    .screened({ on: '2026-01-11', screen_result: 'positive' })
    .assessed({ on: '2026-02-20', enrolment_decision: 'enrolled', next_due: '2026-02-27' }),
  born('kadi').screened({ on: '2026-01-12', screen_result: 'negative' }),
];
const countMonths = familyMonths(indicatorsOfPhone());
const rows = lives.map((life) => {
  const timeline = timelineOf(life);
  return careRow(timeline, mamiRules, countMonths(timeline, mamiRules));
});
const everybody = {
  places: new Set(lives.flatMap(({ entries }) => entries.map(({ facility }) => facility as string))),
};
const behind = (figure: Figure, month: string, whose: Whose = everybody) => {
  const { counted, others } = familiesBehind(rows, figure, month, today, whose);
  return [counted.map((row) => row.family), others.map((row) => row.family)];
};

describe('the families behind a figure', () => {
  it('are those counted, by name', () => {
    expect(behind({ kind: 'count', name: 'screened' }, '2026-01')).toEqual([['awa', 'kadi', 'sira'], []]);
    expect(behind({ kind: 'count', name: 'enrolled' }, '2026-02')).toEqual([['awa'], []]);
    expect(behind({ kind: 'exit', name: 'R6' }, '2026-03')).toEqual([['sira'], []]);
    expect(behind({ kind: 'exit', name: 'R1' }, '2026-03')).toEqual([[], []]);
  });

  it('are parted into those that count and those that do not, for a share', () => {
    expect(behind({ kind: 'share', name: 'positive' }, '2026-01')).toEqual([['awa', 'sira'], ['kadi']]);
    expect(behind({ kind: 'share', name: 'assessedInTime' }, '2026-01')).toEqual([['sira'], ['awa']]);
    expect(behind({ kind: 'share', name: 'kept' }, '2026-02')).toEqual([[], ['awa', 'sira']]);
  });

  it('are nobody’s for somebody who did nothing', () => {
    expect(behind({ kind: 'count', name: 'screened' }, '2026-01', { author: 'somebody else' })).toEqual([[], []]);
  });
});
