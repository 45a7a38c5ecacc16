import type { AuditEvent } from '@denba/device/device';
import { expect, it } from 'vitest';
import { recentFamilies } from './recent-families.ts';

const opened = (family: string, userId: string | null = 'mariam'): AuditEvent => ({
  atMs: 0,
  userId,
  kind: 'family-opened',
  detail: { family },
});

it('gives the families that this worker opened last, each once', () => {
  const events = [opened('a'), opened('b'), opened('a'), opened('c', 'fanta'), opened('d'), opened('e')];
  expect(recentFamilies(events, 'mariam', () => true, 3)).toEqual(['a', 'b', 'd']);
});

it('leaves out families that are gone, other events, and what is not a family', () => {
  const events = [
    opened('gone'),
    { ...opened('a'), kind: 'export' },
    { ...opened('a'), detail: {} },
    opened('not an id'),
    opened('b'),
  ];
  expect(recentFamilies(events, 'mariam', (family) => family !== 'gone', 3)).toEqual(['b']);
});
