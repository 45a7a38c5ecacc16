/**
 * Reads the new entries of the centre's feed. While gathered pages are stored, the next ones are fetched; the position
 * read is recorded only after its pages are stored.
 */
import { bothOf } from './both-of.ts';
import { type FeedPlace, gatherPages, placeAfter } from './gather-pages.ts';
import type { LinkKeeper, MeetingTrouble, Parties } from './meeting.ts';

/**
 * Pages held in memory until they are stored, and the same number again that are fetched meanwhile: about 6 MB of text
 * each.
 */
const PAGES_TOGETHER = 5;

/**
 * The first pages are stored sooner, so that the phone has something to do while the server makes the next ones. Not
 * one alone: so few entries are stored as recent ones, which are moved once more later.
 */
const FIRST_PAGES = 3;

/** `trouble`: `null` when the feed is read to its end. */
export const readFeed = async (
  parties: Parties,
  { link, keep, keepMet }: LinkKeeper,
): Promise<{ readonly received: number; readonly trouble: MeetingTrouble | null }> => {
  const { session } = parties;
  let [received, together] = [0, PAGES_TOGETHER];
  const ended = (trouble: MeetingTrouble | null) => ({ received, trouble });
  // When entries are damaged here, the server may be able to return them: then the phone does not claim to hold
  // anything.
  const isWhole = (): boolean => session.problems().every(({ kind }) => kind !== 'entriesDamaged');
  const gatherFrom = (place: FeedPlace, most: number, enough: () => boolean) =>
    gatherPages(parties, { ...place, held: isWhole() ? link().held : null }, most, enough);
  const gatherOn = () =>
    gatherFrom({ after: link().readUpTo, seen: link().seen }, Math.min(together, FIRST_PAGES), () => false);
  let gathered = await gatherOn();
  for (;;) {
    const { entries, end, cut } = gathered;
    if (end !== null) {
      const goesOn = cut === null && end.more;
      let isStored = false;
      const storing = session.receive(entries).finally(() => {
        isStored = true;
      });
      const next = goesOn ? gatherFrom(placeAfter(end), together, () => isStored) : Promise.resolve(null);
      const [added, behind] = await bothOf(storing, next);
      if (!added.ok && added.error.kind === 'invalid' && together > 1) {
        // One of the pages cannot be read. The pages before it can: read one by one from here on.
        together = 1;
        gathered = await gatherOn();
        continue;
      }
      if (!added.ok) return ended(added.error.kind === 'invalid' ? unreadable : added.error);
      received += added.value.added;
      // The server now says how far it has our log: less than before when it was restored from a backup.
      const acknowledged = Math.min(end.acknowledged, session.log.head().seq);
      const { after: readUpTo, seen } = placeAfter(end);
      await keepMet(end.serverMs, { readUpTo, seen, acknowledged });
      if (behind !== null) {
        gathered = behind;
        continue;
      }
    }
    if (cut?.kind !== 'restarted') return ended(cut);
    // A feed read from the beginning cannot be restarted: the answer is not from our server.
    if (link().readUpTo === 0) return ended({ kind: 'busy' });
    await keep({ readUpTo: 0, seen: null });
    gathered = await gatherOn();
  }
};

const unreadable: MeetingTrouble = { kind: 'refused', code: 'unreadable-feed' };
