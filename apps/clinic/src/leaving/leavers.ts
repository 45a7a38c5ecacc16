/** The children whom a leave is about, from those chosen. */
import type { PersonId } from '@denba/records/ids';
import type { Timeline } from '@denba/records/timeline/timeline';
import { sayName } from '../shell/words/say.ts';
import { livingChildren, type Member } from './family-members.ts';
import type { LeavingFamily } from './leave-entries.ts';
import { sayList } from './names-list.ts';

/**
 * The children chosen at first: all of them when `together`, only the given child when `alone`. All of them too when
 * the given person is no living child.
 */
export const firstChosen = (timeline: Timeline, person: PersonId, why: 'alone' | 'together'): readonly PersonId[] => {
  const all = livingChildren(timeline).map(({ child }) => child);
  return why === 'alone' && all.includes(person) ? [person] : all;
};

export const leavingFamily = (timeline: Timeline, chosen: readonly PersonId[]): LeavingFamily => {
  const members = livingChildren(timeline);
  const leavers = members.filter(({ child }) => chosen.includes(child));
  return {
    family: timeline.family,
    leavers: leavers.map(({ child, enrolled }) => ({ child, enrolled })),
    whole: leavers.length === members.length,
  };
};

/** The chosen children by name, or the mother when there are none. */
export const sayLeavers = (timeline: Timeline, chosen: readonly PersonId[]): string => {
  const members: readonly Member[] = livingChildren(timeline).filter(({ child }) => chosen.includes(child));
  if (members.length > 0) return sayList(members.map(({ name }) => sayName(name, 'child')));
  const mother = timeline.persons.find(({ roles }) => roles.includes('mother'));
  return sayName(mother?.name ?? null, 'mother');
};
