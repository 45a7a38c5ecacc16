/**
 * Reads what is new for the centre. What was gathered is stored while the next is gathered behind it; how far it was read
 * is kept once it is stored, and not before.
 */
import { bothOf } from './both-of.ts';
import { type FeedPlace, gatherPages, placeAfter } from './gather-pages.ts';
import type { LinkKeeper, MeetingTrouble, Parties } from './meeting.ts';

/** Held in memory until they are stored, and as many again that come meanwhile: about 6 MB of text each. */
const PAGES_TOGETHER = 5;

/** `trouble`: `null` when nothing more is to be read. */
export const readFeed = async (
  parties: Parties,
  { link, keep, keepMet }: LinkKeeper,
): Promise<{ readonly received: number; readonly trouble: MeetingTrouble | null }> => {
  const { session } = parties;
  let [received, together] = [0, PAGES_TOGETHER];
  const ended = (trouble: MeetingTrouble | null) => ({ received, trouble });
  // What cannot be read here may be had back from the server: then nothing is said to be held.
  const isWhole = (): boolean => session.problems().every(({ kind }) => kind !== 'entriesDamaged');
  const gatherFrom = (place: FeedPlace) =>
    gatherPages(parties, { ...place, held: isWhole() ? link().held : null }, together);
  const gatherOn = () => gatherFrom({ after: link().readUpTo, seen: link().seen });
  let gathered = await gatherOn();
  for (;;) {
    const { entries, end, cut } = gathered;
    if (end !== null) {
      const goesOn = cut === null && end.more;
      const next = goesOn ? gatherFrom(placeAfter(end)) : Promise.resolve(null);
      const [added, behind] = await bothOf(session.receive(entries), next);
      if (!added.ok && added.error.kind === 'invalid' && together > 1) {
        // One page cannot be read. Those before it can: one by one from here on.
        together = 1;
        gathered = await gatherOn();
        continue;
      }
      if (!added.ok) return ended(added.error.kind === 'invalid' ? unreadable : added.error);
      received += added.value.added;
      // What the server has of our log is what it says now: less than before when it was put back from a backup.
      const acknowledged = Math.min(end.acknowledged, session.log.head().seq);
      const { after: readUpTo, seen } = placeAfter(end);
      await keepMet(end.serverMs, { readUpTo, seen, acknowledged });
      if (behind !== null) {
        gathered = behind;
        continue;
      }
    }
    if (cut?.kind !== 'restarted') return ended(cut);
    // From the beginning there is nothing to begin anew: whoever says so is not our server.
    if (link().readUpTo === 0) return ended({ kind: 'busy' });
    await keep({ readUpTo: 0, seen: null });
    gathered = await gatherOn();
  }
};

const unreadable: MeetingTrouble = { kind: 'refused', code: 'unreadable-feed' };
