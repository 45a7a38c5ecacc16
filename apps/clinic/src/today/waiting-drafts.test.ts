import { expect, it } from 'vitest';
import { waitingDrafts } from './waiting-drafts.ts';

const known = (family: string): boolean => family === 'keita';
const routes = (...keys: readonly string[]) => waitingDrafts(keys, known).map(({ route }) => route);

it('leads back to each form that waits', () => {
  expect(routes('visit follow-up keita child-1', 'leave death keita child-1', 'trace keita child-1')).toEqual([
    { name: 'leave', family: 'keita', person: 'child-1', why: 'death' },
    { name: 'trace', family: 'keita', child: 'child-1' },
    { name: 'visit', family: 'keita', child: 'child-1', form: 'follow-up' },
  ]);
  expect(routes('add-child keita', 'counter-referral keita child-1', 'refer keita child-1')).toEqual([
    { name: 'add-child', family: 'keita' },
    { name: 'counter-referral', family: 'keita', child: 'child-1' },
    { name: 'refer', family: 'keita', child: 'child-1' },
  ]);
});

it('puts a family that is not registered yet first', () => {
  expect(routes('add-child keita', 'registration')[0]).toEqual({ name: 'new-family' });
});

it('leaves out families that are not here, and forms that this version does not know', () => {
  expect(
    routes(
      'visit follow-up traore child-1',
      'visit dance keita child-1',
      'visit follow-up keita',
      'leave moon keita child-1',
      'trace keita',
      'visit',
      'something keita child-1',
      '',
    ),
  ).toEqual([]);
});
