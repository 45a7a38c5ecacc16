import { localDate } from '@denba/quantities/local-date';
import { foldTimeline } from '@denba/records/timeline/fold-timeline';
import type { Timeline } from '@denba/records/timeline/timeline';
import { simulatedLife } from '@denba/scenario/cohort-entries';
import { family } from '@denba/scenario/family-life';
import { timelineOf } from '@denba/scenario/given';
import { simulateCohort } from '@denba/scenario/simulate-cohort';
import { describe, expect, it } from 'vitest';
import { mami, mamiRules, mamiSource } from '../../../test/mami.ts';
import { compileProtocol } from '../../compile/compile-protocol.ts';
import { applyDraft } from '../draft/draft.ts';
import type { DraftChange } from '../draft/draft-change.ts';
import { recordedAssessments } from '../replay/recorded-assessments.ts';
import { finished } from '../replay/replay.ts';
import { calendarChildren } from './calendar-children.ts';
import { compareCalendars, type FollowedChild } from './calendar-comparison.ts';

const drafted = (...changes: readonly DraftChange[]) => {
  const head = { id: 'd', title: { fr: '', en: '' }, note: { fr: '', en: '' } };
  const { source, problems } = applyDraft(mamiSource, { ...head, changes });
  expect(problems).toEqual([]);
  return compileProtocol(source).compiled;
};
const due = (contact: string, days: number): DraftChange => ({
  ...{ kind: 'schedule', contact, column: 'due_days', text: String(days) },
});
const followed = (timeline: Timeline): readonly FollowedChild[] => {
  const assessments = recordedAssessments(timeline, mami, mamiRules);
  return calendarChildren(timeline, mamiRules).map((child) => ({
    ...child,
    told: [
      ...child.told,
      ...assessments
        .filter((one) => one.child === child.child)
        .map(({ inputs }) => ({ on: localDate(String(inputs['visit_date'])), inputs: () => inputs })),
    ].toSorted((a, b) => (a.on < b.on ? -1 : 1)),
  }));
};
const compare = (draft: ReturnType<typeof drafted>, children: readonly FollowedChild[], today = '2026-12-31') =>
  finished(compareCalendars(mami, draft, children, localDate(today)));

/** Born on 5 January 2026 at cscom-1. */
const traore = family('traore').mother().pregnant().bears({ on: '2026-01-05' });
const cellsOf = (found: ReturnType<typeof compare>, id: string) =>
  found?.counted.find((one) => one.id === id)?.cells.map(({ month, base, draft }) => [month, base, draft]);

describe('the contacts that a calendar asks for', () => {
  const later = drafted(due('MAMI.S.16', 56));

  it('are counted in the month of their day, by both calendars', () => {
    const found = compare(later, followed(timelineOf(traore)));
    expect(found?.counted.map(({ id }) => id)).toEqual(['MAMI.S.16']);
    // Six weeks after 5 January is 16 February; eight weeks after it is 2 March.
    expect(cellsOf(found, 'MAMI.S.16')).toEqual([
      ['2026-02', 1, 0],
      ['2026-03', 0, 1],
    ]);
  });

  it('are those until today', () => {
    const children = followed(timelineOf(traore));
    expect(cellsOf(compare(later, children, '2026-03-01'), 'MAMI.S.16')).toEqual([['2026-02', 1, 0]]);
    expect(cellsOf(compare(later, children, '2026-02-15'), 'MAMI.S.16')).toEqual([]);
  });

  it('are none of a child who died before, and none of a child born dead', () => {
    const died = traore.childDies({ on: '2026-02-20' });
    expect(cellsOf(compare(later, followed(timelineOf(died))), 'MAMI.S.16')).toEqual([['2026-02', 1, 0]]);
    const stillborn = family('dembele').mother().pregnant().bears({ on: '2026-01-05', birth_outcome: 'stillbirth' });
    expect(followed(timelineOf(stillborn))).toEqual([]);
  });

  it('are none of those that do not concern the child any more: its mother died in between', () => {
    const orphan = traore.motherDies({ on: '2026-02-20' });
    expect(cellsOf(compare(later, followed(timelineOf(orphan))), 'MAMI.S.16')).toEqual([['2026-02', 1, 0]]);
  });

  it('are none of those that were out of time before the record knew the child', () => {
    const lateRegistration = followed(timelineOf(traore)).map((child) => ({
      ...{ ...child, known: localDate('2026-02-25') },
      told: child.told.map((one) => ({ ...one, on: localDate('2026-02-25') })),
    }));
    expect(cellsOf(compare(later, lateRegistration), 'MAMI.S.16')).toEqual([['2026-03', 0, 1]]);
  });

  it('are of the centre that cares for the child on that day', () => {
    const moved = traore.transferred('permanent', { on: '2026-02-20', to_facility_id: 'cscom-2' });
    const found = compare(later, followed(timelineOf(moved)));
    expect(found?.counted[0]?.cells.map(({ place, base, draft }) => [place, base, draft])).toEqual([
      ['cscom-1', 1, 0],
      ['cscom-2', 0, 1],
    ]);
  });

  it('are again and again where the contact is repeated', () => {
    const repeated = drafted({ kind: 'schedule', contact: 'MAMI.S.16', column: 'repeat_days', text: '30' });
    // Due on 16 February, 18 March, 17 April, 17 May and 16 June; on 5 July the child is six months old and nothing is
    // due.
    expect(cellsOf(compare(repeated, followed(timelineOf(traore))), 'MAMI.S.16')).toEqual([
      ['2026-02', 1, 1],
      ['2026-03', 0, 1],
      ['2026-04', 0, 1],
      ['2026-05', 0, 1],
      ['2026-06', 0, 1],
    ]);
  });

  it('are not counted where a draft changes no day of the calendar', () => {
    const children = followed(timelineOf(traore));
    expect(compare(drafted({ kind: 'parameter', name: 'waz_cut', value: -1 }), children)).toBeNull();
    expect(compare(drafted(), children)).toBeNull();
  });

  it('change with a number that the calendar reads', () => {
    const found = compare(drafted({ kind: 'parameter', name: 'review_before_days', value: 10 }), []);
    expect(found?.counted.map(({ id }) => id)).toEqual(['MAMI.S.03']);
  });

  it('are told, not counted, where they count from a visit', () => {
    const found = compare(drafted(due('MAMI.S.09', 2)), followed(timelineOf(traore)));
    expect([found?.counted, found?.notCounted.map(({ id }) => id)]).toEqual([[], ['MAMI.S.09']]);
  });
});

describe('the calendars over a cohort', () => {
  const children = [...simulateCohort('calendar', { families: 40 })].flatMap((one) => {
    const { id, entries } = simulatedLife('calendar', one);
    return followed(foldTimeline(id, entries));
  });

  it('ask for as many contacts when only their day moves within a month that everybody lives through', () => {
    const found = compare(drafted(due('MAMI.S.15', 8)), children, '2099-01-01');
    const total = (version: 'base' | 'draft') =>
      found?.counted.flatMap(({ cells }) => cells).reduce((sum, cell) => sum + cell[version], 0) ?? 0;
    expect(total('base')).toBeGreaterThan(20);
    expect(Math.abs(total('draft') - total('base'))).toBeLessThanOrEqual(2);
  });

  it('are the same by one calendar and itself, whoever asks', () => {
    const again = finished(
      compareCalendars(drafted(due('MAMI.S.15', 8)), drafted(due('MAMI.S.15', 8)), children, localDate('2099-01-01')),
    );
    expect(again).toBeNull();
  });
});
