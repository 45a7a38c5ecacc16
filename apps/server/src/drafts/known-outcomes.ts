/**
 * How children fared whose stay in care ended, to compare a protocol with. Poor: the child died, or left without a good
 * response (exit R2). Good: a good response (R1). Any other end, and a stay that is not over, counts as neither. The
 * definitions are ours and await approval, as the pages say.
 */
import type { PersonId } from '@denba/records/ids';
import type { Timeline } from '@denba/records/timeline/timeline';

export type Outcome = { readonly poor: boolean | null; readonly on: string | null };

export const outcomeOf = (timeline: Timeline, child: PersonId): Outcome => {
  const person = timeline.persons.find(({ id }) => id === child);
  const ends = timeline.episodes.flatMap((stay) => (stay.child === child && stay.outcome ? [stay.outcome] : []));
  const poor = [
    ...(person?.died ? [person.died.on] : []),
    ...ends.filter(({ code }) => code === 'R5' || code === 'R2').map(({ on }) => on),
  ].sort();
  if (poor[0] !== undefined) return { poor: true, on: poor[0] };
  const good = ends.find(({ code }) => code === 'R1');
  return good === undefined ? { poor: null, on: null } : { poor: false, on: good.on };
};
