/**
 * Reads what is new for the centre. What was gathered is stored while the next is gathered behind it; how far it was read
 * is kept once it is stored, and not before.
 */
import { bothOf } from './both-of.ts';
import { gatherPages, placeAfter } from './gather-pages.ts';
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
  let gathered = await gatherPages(parties, link(), together);
  for (;;) {
    const { entries, end, cut } = gathered;
    if (end !== null) {
      const goesOn = cut === null && end.more;
      const next = goesOn ? gatherPages(parties, placeAfter(end), together) : Promise.resolve(null);
      const [added, behind] = await bothOf(session.receive(entries), next);
      if (!added.ok && added.error.kind === 'invalid' && together > 1) {
        // One page cannot be read. Those before it can: one by one from here on.
        together = 1;
        gathered = await gatherPages(parties, link(), together);
        continue;
      }
      if (!added.ok) return ended(added.error.kind === 'invalid' ? unreadable : added.error);
      received += added.value.added;
      // What the server has of our log is what it says now: less than before when it was put back from a backup.
      const acknowledged = Math.min(end.acknowledged, session.log.head().seq);
      await keepMet(end.serverMs, { ...placeAfter(end), acknowledged });
      if (behind !== null) {
        gathered = behind;
        continue;
      }
    }
    if (cut?.kind !== 'restarted') return ended(cut);
    // From the beginning there is nothing to begin anew: whoever says so is not our server.
    if (link().readUpTo === 0) return ended({ kind: 'busy' });
    await keep({ readUpTo: 0, seen: null });
    gathered = await gatherPages(parties, link(), together);
  }
};

const unreadable: MeetingTrouble = { kind: 'refused', code: 'unreadable-feed' };
