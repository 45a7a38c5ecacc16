import { localDate } from '@denba/quantities/local-date';
import type { JsonObject } from '@denba/records/canonical-json';
import { personId } from '@denba/records/ids';
import { family } from '@denba/scenario/family-life';
import { timelineOf } from '@denba/scenario/given';
import { describe, expect, it } from 'vitest';
import { answersNow } from './correction-draft.ts';
import { visitsThatKeep } from './visits-that-keep.ts';

const keita = family('keita')
  .mother({ as: 'registration' })
  .bearsTwins({ on: '2026-01-05', as: 'girl' }, { on: '2026-01-05', sex: 'M' })
  .screened({ on: '2026-01-12', child: 'keita-child-1' })
  .assessed({ on: '2026-01-15', child: 'keita-child-1', weight_g: 2600, as: 'assessment' })
  .visit({ on: '2026-01-22', child: 'keita-child-1', weight_g: 2700, as: 'visit' })
  .visit({ on: '2026-01-22', child: 'keita-child-2' })
  .visit({ on: '2026-01-29', child: 'keita-child-1', as: 'mistake' })
  .withdraws('mistake', 'another family');

type Change = {
  readonly set?: JsonObject;
  readonly on?: string;
  readonly subject?: string;
  readonly withdraw?: boolean;
};

const keeping = (as: string, { set = {}, on, subject, withdraw = false }: Change): number => {
  const timeline = timelineOf(keita);
  const read = timeline.history.find(({ entry }) => entry.id === keita.entry(as).id);
  if (read === undefined) throw new Error(`no entry ${as}`);
  return visitsThatKeep(timeline, read, {
    answers: { ...answersNow(read), ...set },
    occurredOn: on === undefined ? read.occurredOn : localDate(on),
    subject: subject === undefined ? read.subject : personId(subject),
    withdraw,
  });
};

describe('how many visits keep what was concluded', () => {
  it('all of the child, when its birth was another day, its sex or its gestation another', () => {
    expect(keeping('girl', { on: '2025-12-05' })).toBe(3);
    expect(keeping('girl', { set: { sex: 'M' } })).toBe(3);
    expect(keeping('girl', { set: { gestational_age_days: 238 } })).toBe(3);
  });

  it('those after a visit whose weight was another, or that was the other twin’s', () => {
    expect(keeping('assessment', { set: { weight_g: 2060 } })).toBe(1);
    expect(keeping('visit', { set: { weight_g: 2060 } })).toBe(0);
    expect(keeping('assessment', { subject: 'keita-child-2' })).toBe(2);
    expect(keeping('assessment', { withdraw: true })).toBe(1);
  });

  it('none, when what changed is read by no other visit', () => {
    expect(keeping('girl', { set: { infant_name: 'Awa' } })).toBe(0);
    expect(keeping('assessment', { set: { next_due: '2026-01-20' } })).toBe(0);
    expect(keeping('registration', { set: { village: 'Kati' } })).toBe(0);
    expect(keeping('girl', {})).toBe(0);
  });
});
