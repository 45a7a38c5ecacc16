/**
 * One meeting of a phone with the server: reads what is new for its centre, then sends its log from where the server
 * has it. It may fail at any point: what was stored stays stored, and the next meeting continues from there.
 *
 * Reading comes first: a phone that was restored from an old backup gets its own later entries back before it continues
 * its log, so that no number is used twice.
 */
import type { Link } from './link.ts';
import { linkKeeper, type MeetingTrouble, type Parties } from './meeting.ts';
import { readFeed } from './read-feed.ts';
import { sendLog } from './send-log.ts';

export type Meeting = {
  readonly link: Link;
  readonly sent: number;
  readonly received: number;
  /** `null`: everything is sent, and nothing more is to be read. */
  readonly trouble: MeetingTrouble | null;
};

export const synchronise = async (parties: Parties, before: Link): Promise<Meeting> => {
  const keeper = linkKeeper(parties, before);
  const { received, trouble: reading } = await readFeed(parties, keeper);
  const { sent, trouble } = reading === null ? await sendLog(parties, keeper) : { sent: 0, trouble: reading };
  if (trouble?.kind === 'revoked') await keeper.keep({ revoked: true });
  return { link: keeper.link(), sent, received, trouble };
};
