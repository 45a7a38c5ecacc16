import type { Session } from '@denba/device/device';
import type { CareRow } from '@denba/protocols/care/lists/care-row';
import { localDate } from '@denba/quantities/local-date';
import type { JsonObject } from '@denba/records/canonical-json';
import { assessmentAnswers } from '@denba/scenario/answers';
import { type FamilyLife, family } from '@denba/scenario/family-life';
import { timelineOf } from '@denba/scenario/given';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { runningMami as protocol } from '../../../test/running-mami.ts';
import { correctedFindings, formOf } from './corrected-findings.ts';
import { answersNow, type Correcting } from './correction-draft.ts';

beforeAll(() => void vi.stubGlobal('localStorage', { getItem: () => null }));
afterAll(() => void vi.unstubAllGlobals());

const session = { centre: { id: 'cscom-1', name: 'CSCom' }, user: { name: 'Mariam' } } as Session<CareRow>;

const keita = family('keita').mother().bears({ on: '2026-01-05', birth_weight_g: 2900 });
const assessed = keita.assessed({ on: '2026-02-09', weight_g: 4100, length_cm: 53, as: 'assessment' });

const findings = (life: FamilyLife, as: string, over: Partial<Correcting> & { readonly set?: JsonObject } = {}) => {
  const timeline = timelineOf(life);
  const read = timeline.history.find(({ entry }) => entry.id === life.entry(as).id);
  if (read === undefined) throw new Error(`no entry ${as}`);
  const { set = {}, ...rest } = over;
  const correcting: Correcting = {
    answers: { ...answersNow(read), ...set },
    occurredOn: read.occurredOn,
    subject: read.subject,
    withdraw: false,
    reason: 'digits',
    ...rest,
  };
  return correctedFindings({ protocol, session }, timeline, read, correcting, 'fr');
};

describe('the conclusions of a corrected visit', () => {
  it('are those of the protocol for the corrected answers', () => {
    const before = findings(assessed, 'assessment');
    const after = findings(assessed, 'assessment', { set: { weight_g: 2800 } });
    expect(before['kept']).toMatchObject({ waz: expect.any(Number) });
    const waz = (found: JsonObject): number => Number((found['kept'] as JsonObject)['waz']);
    expect(waz(after)).toBeLessThan(-3);
    expect(waz(before)).toBeGreaterThan(-1);
    expect(after['pairClass']).not.toEqual(before['pairClass']);
  });

  it('turn with a danger sign that was forgotten', () => {
    expect(findings(assessed, 'assessment', { set: { d_convulsing_now: true } })).toMatchObject({
      pairClass: 'high',
      urgent: true,
    });
  });

  it('turn to incomplete when an essential answer is taken away', () => {
    const { d_feed: _taken, ...rest } = assessmentAnswers();
    expect(Object.keys(rest)).not.toContain('d_feed');
    expect(findings(assessed, 'assessment', { set: { d_feed: null } })).toMatchObject({ headline: { floor: true } });
  });

  it('are drawn from the right twin', () => {
    const twins = family('twins')
      .mother()
      .bearsTwins({ on: '2026-01-05', birth_weight_g: 3000, sex: 'F' }, { on: '2026-01-05', sex: 'M' })
      .assessed({ on: '2026-02-09', child: 'twins-child-1', weight_g: 3600, as: 'assessment' });
    const waz = (found: JsonObject) => (found['kept'] as JsonObject)['waz'];
    const girl = findings(twins, 'assessment');
    const boy = findings(twins, 'assessment', { subject: twins.childId('twins-child-2') });
    expect(waz(girl)).not.toBe(waz(boy));
  });

  it('are drawn from the right day', () => {
    const waz = (found: JsonObject) => Number((found['kept'] as JsonObject)['waz']);
    const earlier = findings(assessed, 'assessment', { occurredOn: localDate('2026-01-26') });
    expect(waz(earlier)).toBeGreaterThan(waz(findings(assessed, 'assessment')));
  });

  it('look back at the visits before, never at the first version of the visit itself', () => {
    const life = assessed.visit({ on: '2026-02-16', weight_g: 5300, as: 'visit' });
    const gain = (found: JsonObject) => (found['kept'] as JsonObject)['gain_g_day'];
    expect(gain(findings(life, 'visit', { set: { weight_g: 4310 } }))).toBe(30);
  });

  it('know the birth of a child that is in two records which were joined', () => {
    const twice = assessed
      .bears({ on: '2026-01-05', child: 'again', birth_weight_g: null, sex: null })
      .visit({ on: '2026-02-16', child: 'again', weight_g: 4310, as: 'of the other record' })
      .mergesPersons('keita-child-1', 'again');
    const kept = findings(twice, 'of the other record')['kept'] as JsonObject;
    expect(kept['waz']).toBeTypeOf('number');
    expect(kept['gain_g_day']).toBe(30);
  });

  it('are none for a withdrawn visit and for other entries', () => {
    expect(findings(assessed, 'assessment', { withdraw: true })).toEqual({});
    const life = assessed.traced('found', { on: '2026-02-20', as: 'tracing' });
    expect(findings(life, 'tracing')).toEqual({});
  });
});

describe('the form of the protocol', () => {
  it.each([
    ['screened', {}, 'rapid-screen'],
    ['assessed', {}, 'assessment'],
    ['visit', {}, 'follow-up'],
    ['visit', { visit_type: 'review' }, 'review'],
    ['visit', { reviewed: false }, 'review'],
    ['weighed', {}, null],
  ] as const)('of an entry that was %s %j is %s', (step, answers, form) => {
    const life = keita[step]({ on: '2026-02-09', as: 'entry', ...answers });
    const read = timelineOf(life).history.find(({ entry }) => entry.id === life.entry('entry').id);
    expect(read === undefined ? undefined : formOf(read)).toBe(form);
  });
});
