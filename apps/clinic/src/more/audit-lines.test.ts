import type { AuditEvent } from '@denba/device/device';
import { localDate } from '@denba/quantities/local-date';
import { describe, expect, it } from 'vitest';
import { auditDays } from './audit-lines.ts';

const DAY_MS = 86_400_000;
const dayOf = (atMs: number) => localDate(`2026-11-${String(1 + Math.floor(atMs / DAY_MS)).padStart(2, '0')}`);
const event = (atMs: number, kind: string, detail: AuditEvent['detail'] = {}, userId: string | null = 'awa') =>
  ({ atMs, kind, detail, userId }) satisfies AuditEvent;

describe('the log of this phone', () => {
  it('is told by day, newest first', () => {
    const days = auditDays(
      [event(2 * DAY_MS, 'unlocked'), event(DAY_MS + 5, 'created'), event(DAY_MS, 'unlocked')],
      dayOf,
    );
    expect(days.map(({ day, lines }) => [day, lines.map(({ kind }) => kind)])).toEqual([
      ['2026-11-03', ['unlocked']],
      ['2026-11-02', ['created', 'unlocked']],
    ]);
  });

  it('names every wrong PIN, and whose it was', () => {
    const wrong = [3, 2, 1].map((attempts) => event(attempts, 'wrongPin', { user: 'awa', attempts }, null));
    const [today] = auditDays(wrong, dayOf);
    expect(today?.lines.map(({ kind, about, userId, times }) => [kind, about, userId, times])).toEqual([
      ['wrongPin', 'awa', null, 1],
      ['wrongPin', 'awa', null, 1],
      ['wrongPin', 'awa', null, 1],
    ]);
  });

  it('tells one family opened again and again as one line, and two families as two', () => {
    const opened = (atMs: number, family: string) => event(atMs, 'family-opened', { family });
    const [today] = auditDays([opened(4, 'keita'), opened(3, 'keita'), opened(2, 'diarra'), opened(1, 'keita')], dayOf);
    expect(today?.lines.map(({ family, times }) => [family, times])).toEqual([
      ['keita', 2],
      ['diarra', 1],
      ['keita', 1],
    ]);
  });

  it('shows what it has no sentence for by its name', () => {
    const [today] = auditDays([event(1, 'from-a-newer-app')], dayOf);
    expect(today?.lines[0]).toMatchObject({ kind: 'other', name: 'from-a-newer-app' });
  });
});
