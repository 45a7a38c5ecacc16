import type { SaveDraft } from '@denba/device/device';
import { localDate } from '@denba/quantities/local-date';
import type { JsonObject } from '@denba/records/canonical-json';
import { personId } from '@denba/records/ids';
import type { ReadEntry } from '@denba/records/timeline/timeline';
import { type FamilyLife, family } from '@denba/scenario/family-life';
import { timelineOf } from '@denba/scenario/given';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inDays, inWeeks } from '../entry/gestation-answers.ts';
import { answersNow, type Correcting, correctedAnswers, correctionDraft, isDayOf } from './correction-draft.ts';

const today = localDate('2026-03-01');
const nothing: Parameters<typeof correctionDraft>[3] = { findings: {}, protocolVersion: null };

const twins = family('keita')
  .mother()
  .bearsTwins({ on: '2026-01-05' }, { on: '2026-01-05' })
  .visit({
    ...{ on: '2026-02-09', child: 'keita-child-1', as: 'visit', visit_date: '2026-02-09' },
    ...{ weight_g: 3210, length_cm: 51, muac_mm: null, head_cm: null, oedema: 'none', next_due: '2026-02-16' },
  });

const readIn = (life: FamilyLife, as: string): ReadEntry => {
  const read = timelineOf(life).history.find(({ entry }) => entry.id === life.entry(as).id);
  if (read === undefined) throw new Error(`no entry ${as}`);
  return read;
};

type Change = {
  readonly answers?: JsonObject;
  readonly on?: string;
  readonly subject?: string;
  readonly withdraw?: boolean;
  readonly reason?: string;
  readonly todayInDoubt?: boolean;
};

const correct = (life: FamilyLife, as: string, change: Change, concluded = nothing) => {
  const read = readIn(life, as);
  const occurredOn = change.on === undefined ? read.occurredOn : localDate(change.on);
  const correcting: Correcting = {
    answers: correctedAnswers(read, change.answers ?? {}, occurredOn),
    occurredOn,
    subject: change.subject === undefined ? read.subject : personId(change.subject),
    withdraw: change.withdraw ?? false,
    reason: change.reason ?? 'digits swapped',
    todayInDoubt: change.todayInDoubt ?? false,
  };
  return correctionDraft(read, correcting, today, concluded);
};

const saved = (life: FamilyLife, draft: ReturnType<typeof correct>): FamilyLife => {
  if ('kind' in draft) throw new Error(draft.kind);
  const { form, answers, findings, occurredOn } = draft as SaveDraft;
  return life.saves(form, null, answers, { on: occurredOn, findings });
};

describe('a correction says only what changes', () => {
  it('one answer', () => {
    const draft = correct(twins, 'visit', { answers: { weight_g: 2310 } });
    expect(draft).toMatchObject({
      form: 'correction@2',
      subject: null,
      occurredOn: today,
      answers: {
        corrects: twins.entry('visit').id,
        reason: 'digits swapped',
        set: { weight_g: 2310 },
        in_form: 'mami-visit@2',
      },
    });
    expect(answersNow(readIn(saved(twins, draft), 'visit'))).toMatchObject({ weight_g: 2310, length_cm: 51 });
  });

  it('an answer that is taken away, and one that was missing', () => {
    const life = saved(twins, correct(twins, 'visit', { answers: { length_cm: null, head_cm: 36 } }));
    const now = answersNow(readIn(life, 'visit'));
    expect(now).not.toHaveProperty('length_cm');
    expect(now['head_cm']).toBe(36);
  });

  it('the day, and the answers that repeat it', () => {
    const draft = correct(twins, 'visit', { on: '2026-02-02' });
    expect(draft).toMatchObject({ answers: { occurred_on: '2026-02-02', set: { visit_date: '2026-02-02' } } });
    const read = readIn(saved(twins, draft), 'visit');
    expect([read.occurredOn, answersNow(read)['visit_date']]).toEqual(['2026-02-02', '2026-02-02']);
    expect(isDayOf(read, 'visit_date')).toBe(true);
    expect(isDayOf(read, 'next_due')).toBe(false);
  });

  it('the twin who was meant', () => {
    const life = saved(twins, correct(twins, 'visit', { subject: 'keita-child-2' }));
    expect(readIn(life, 'visit').subject).toBe('keita-child-2');
    expect(timelineOf(life).encounters.map(({ child }) => child)).toEqual(['keita-child-2']);
  });

  it('that the entry should not have been made, and then nothing else', () => {
    const draft = correct(twins, 'visit', { withdraw: true, answers: { weight_g: 2310 }, on: '2026-02-02' });
    expect('kind' in draft ? draft : draft.answers).toEqual({
      corrects: twins.entry('visit').id,
      reason: 'digits swapped',
      withdraw: true,
    });
    const life = saved(twins, draft);
    expect(readIn(life, 'visit').withdrawn).toBe(true);
    expect(timelineOf(life).encounters).toEqual([]);
  });

  it('gestation in days, of weeks that she typed', () => {
    const life = family('a').mother().bears({ on: '2026-01-05', gestational_age_days: 230, as: 'birth' });
    const typed = { ...inWeeks(answersNow(readIn(life, 'birth'))), ga_weeks: 34, ga_days: 1 };
    const draft = correct(life, 'birth', { answers: inDays(typed as JsonObject) as JsonObject });
    expect(draft).toMatchObject({ answers: { set: { gestational_age_days: 239 } } });
    expect(timelineOf(saved(life, draft)).children[0]?.gestationalAgeDays).toBe(239);
  });

  it('and that readings of a measure do not outlive it', () => {
    const life = twins.visit({ on: '2026-02-16', weight_g: 3300, weight_g_readings: [3290, 3310], as: 'twice' });
    const draft = correct(life, 'twice', { answers: { weight_g: 3400 } });
    expect(draft).toMatchObject({ answers: { set: { weight_g: 3400, weight_g_readings: null } } });
    expect(correct(life, 'twice', { answers: { head_cm: 36 } })).toMatchObject({ answers: { set: { head_cm: 36 } } });
  });

  it('with the conclusions of the corrected visit', () => {
    const concluded = { findings: { pairClass: 'high' }, protocolVersion: 'mami@0.1.0' };
    const draft = correct(twins, 'visit', { answers: { weight_g: 1310 } }, concluded);
    expect(draft).toMatchObject({ protocolVersion: 'mami@0.1.0' });
    expect(readIn(saved(twins, draft), 'visit').findings).toEqual({ pairClass: 'high' });
  });
});

describe('a correction is not made', () => {
  it('when nothing changed', () => {
    expect(correct(twins, 'visit', {})).toEqual({ kind: 'nothingChanged' });
    expect(correct(twins, 'visit', { answers: { weight_g: 3210, muac_mm: null } })).toEqual({ kind: 'nothingChanged' });
  });

  it('without a reason', () => {
    expect(correct(twins, 'visit', { answers: { weight_g: 2310 }, reason: '  ' })).toEqual({ kind: 'noReason' });
    expect(correct(twins, 'visit', { withdraw: true, reason: '' })).toEqual({ kind: 'noReason' });
  });

  it('to a day that has not come', () => {
    expect(correct(twins, 'visit', { on: '2026-03-02' })).toEqual({ kind: 'notYet' });
    expect(correct(twins, 'visit', { on: '2026-03-01' })).not.toHaveProperty('kind');
    // Where the phone's date may be wrong, a later day is accepted.
    expect(correct(twins, 'visit', { on: '2026-03-02', todayInDoubt: true })).not.toHaveProperty('kind');
  });
});

const answers = fc.record(
  {
    weight_g: fc.option(fc.integer({ min: 500, max: 9000 })),
    length_cm: fc.option(fc.integer({ min: 35, max: 70 })),
    oedema: fc.constantFrom(null, 'none', 'plus1'),
    agreed_actions: fc.option(fc.subarray(['feeding', 'hygiene', 'vaccination'])),
  },
  { requiredKeys: [] },
);

describe('whatever is corrected', () => {
  it('twice, the entry reads as the second correction left it', () => {
    fc.assert(
      fc.property(answers, answers, (first, second) => {
        const once = correct(twins, 'visit', { answers: first as JsonObject });
        const between = 'kind' in once ? twins : saved(twins, once);
        const twice = correct(between, 'visit', { answers: second as JsonObject });
        const after = 'kind' in twice ? between : saved(between, twice);
        const wanted = { ...answersNow(readIn(twins, 'visit')), ...first, ...second };
        const known = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== null));
        expect(answersNow(readIn(after, 'visit'))).toEqual(known);
      }),
      { numRuns: 60 },
    );
  });

  it('and corrected back, the entry reads as it was first saved, and both corrections are seen', () => {
    fc.assert(
      fc.property(answers, (change) => {
        const once = correct(twins, 'visit', { answers: change as JsonObject });
        if ('kind' in once) return;
        const life = saved(twins, once);
        const back = Object.fromEntries(
          Object.keys(change).map((name) => [name, answersNow(readIn(twins, 'visit'))[name] ?? null]),
        );
        const read = readIn(saved(life, correct(life, 'visit', { answers: back })), 'visit');
        expect(answersNow(read)).toEqual(answersNow(readIn(twins, 'visit')));
        expect(read.corrections.length).toBe(2);
      }),
      { numRuns: 40 },
    );
  });
});
