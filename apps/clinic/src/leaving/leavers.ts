/** Whom a way of leaving is about, from what was chosen. */
import type { PersonId } from '@denba/records/ids';
import type { Timeline } from '@denba/records/timeline/timeline';
import { sayName } from '../shell/words/say.ts';
import { livingChildren, type Member } from './family-members.ts';
import type { LeavingFamily } from './leave-entries.ts';
import { sayList } from './names-list.ts';

/** A family moves and is refused care together; a child that is named may leave alone. */
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

/** The children by name; the mother when there is no child. */
export const sayLeavers = (timeline: Timeline, chosen: readonly PersonId[]): string => {
  const members: readonly Member[] = livingChildren(timeline).filter(({ child }) => chosen.includes(child));
  if (members.length > 0) return sayList(members.map(({ name }) => sayName(name, 'child')));
  const mother = timeline.persons.find(({ roles }) => roles.includes('mother'));
  return sayName(mother?.name ?? null, 'mother');
};
