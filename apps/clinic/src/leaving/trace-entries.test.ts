import { localDate } from '@denba/quantities/local-date';
import { family } from '@denba/scenario/family-life';
import { timelineOf } from '@denba/scenario/given';
import { describe, expect, it } from 'vitest';
import { savedIn, statusOn } from '../../test/save-drafts.ts';
import { reachable } from './reachable.ts';
import { leaveAfter, type TraceForm, type TracingResult, traceEntries, tracingResults } from './trace-entries.ts';

const missing = family('keita')
  .mother({ phone: '70 11 22 33', father_name: 'Issa', father_phone: '76 44 55 66' })
  .bears({ on: '2026-01-05' })
  .assessed({ on: '2026-02-20', enrolment_decision: 'enrolled', next_due: '2026-03-02' });

const form: TraceForm & { readonly result: TracingResult } = {
  by: 'visit',
  on: localDate('2026-03-12'),
  result: 'found',
  tracer: 'Relais Modibo',
  obstacles: ['distance', 'work'],
  note: ' Semis ',
  nextDue: localDate('2026-03-16'),
};
const traced = (over: Partial<typeof form>) =>
  savedIn(missing, traceEntries({ ...form, ...over }, missing.id, missing.childId()));

describe('a search', () => {
  it.each(tracingResults)('that gave %s is an entry that the record accepts', (result) => {
    const facts = timelineOf(traced({ result })).facts.filter(({ kind }) => kind === 'traced');
    expect(facts).toMatchObject([{ attributes: { tracing_result: result, tracing_by: 'visit' } }]);
  });

  it('that found the family closes its task and keeps the day that was agreed', () => {
    expect(statusOn(missing, '2026-03-13').tasks).toHaveLength(1);
    const found = statusOn(traced({}), '2026-03-13');
    expect(found.tasks).toEqual([]);
    expect(found.on).toBe('2026-03-16');
    expect(statusOn(traced({}), '2026-03-16').kind).toBe('dueToday');
  });

  it('that was not made leaves its task open', () => {
    expect(statusOn(traced({ result: 'not_done' }), '2026-03-13').tasks).toHaveLength(1);
  });

  it('keeps obstacles and the agreed day only of a family that was found', () => {
    const [entry] = traceEntries({ ...form, result: 'not_found' }, missing.id, missing.childId());
    expect(entry?.answers).toEqual({
      tracing_result: 'not_found',
      tracing_by: 'visit',
      tracing_note: 'Semis',
      tracer: 'Relais Modibo',
    });
  });

  it('leads on to a leave where it told of one', () => {
    expect(tracingResults.map(leaveAfter)).toEqual([null, null, 'moved', 'refusal', 'death', null]);
  });
});

describe('whom to call', () => {
  it('is the mother first, then the father, each number once', () => {
    expect(reachable(timelineOf(missing), missing.childId())).toMatchObject([
      { role: 'mother', phone: '70 11 22 33' },
      { role: 'father', name: 'Issa', phone: '76 44 55 66' },
    ]);
    const shared = missing.mother({ phone: '70 11 22 33', father_phone: '70112233' });
    expect(reachable(timelineOf(shared), shared.childId())).toHaveLength(1);
  });

  it('is nobody who died: her number reaches who has the phone now', () => {
    const orphan = missing.motherDies({ on: '2026-03-01' });
    expect(reachable(timelineOf(orphan), orphan.childId())).toMatchObject([
      { role: 'father' },
      { role: 'caregiver', name: null, phone: '70 11 22 33' },
    ]);
  });
});
