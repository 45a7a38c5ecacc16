import { family } from '@denba/scenario/family-life';
import { timelineOf } from '@denba/scenario/given';
import { expect, it } from 'vitest';
import { personId } from '../ids.ts';
import { keptPerson } from './kept-person.ts';

it('a person that was merged is the kept one, until that is undone', () => {
  const twice = family('keita')
    .mother()
    .bears({ on: '2026-01-05' })
    .bears({ on: '2026-01-05', child: 'again' })
    .mergesPersons('keita-child-1', 'again', { as: 'merge' });
  const [kept, merged] = [personId('keita-child-1'), personId('again')];
  expect([kept, merged].map((id) => keptPerson(timelineOf(twice), id))).toEqual([kept, kept]);
  expect(keptPerson(timelineOf(twice.undoesMerge('merge')), merged)).toBe(merged);
});
