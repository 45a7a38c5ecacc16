/** The members of a family who can leave care, and those who remain after a death. */
import type { PersonId } from '@denba/records/ids';
import type { Child, Timeline } from '@denba/records/timeline/timeline';
import type { Leaver } from './leave-entries.ts';

export type Member = Leaver & { readonly name: string | null };

/** Living children, the eldest first, each with whether it is in MAMI care now. */
export const livingChildren = ({ children, persons, episodes }: Timeline): readonly Member[] =>
  children.toSorted(byBirth).flatMap(({ id, stillborn }): readonly Member[] => {
    const person = persons.find((one) => one.id === id);
    if (stillborn === true || person?.died != null) return [];
    const last = episodes.findLast((episode) => episode.child === id);
    return [{ child: id, name: person?.name ?? null, enrolled: last !== undefined && last.status !== 'exited' }];
  });

const byBirth = (a: Child, b: Child): number =>
  compare(a.birthDate ?? '', b.birthDate ?? '') || (a.birthOrder ?? 0) - (b.birthOrder ?? 0);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Living children who need another caregiver when a person dies: those of the mother, unless somebody else already
 * cares for them, and those for whom the person was the caregiver.
 */
export const bereavedChildren = (timeline: Timeline, person: PersonId): readonly Member[] => {
  const living = livingChildren(timeline).filter(({ child }) => child !== person);
  return living.filter(({ child }) => {
    const { mother, caregiver } = timeline.children.find(({ id }) => id === child) ?? { mother: null, caregiver: null };
    return caregiver === person || (mother === person && (caregiver === null || caregiver === mother));
  });
};
