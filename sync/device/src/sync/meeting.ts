/**
 * One meeting of a phone with the server: who takes part, how the link is stored meanwhile, and how the meeting may
 * fail.
 */
import type { JsonValue } from '@denba/records/canonical-json';
import type { SaveError, SealedStore, Session } from '../device.ts';
import { keepLink, type Link } from './link.ts';
import type { Server, Trouble } from './server.ts';

export type MeetingTrouble =
  | Trouble
  | SaveError
  /** An entry of our own log cannot be read, which blocks the entries after it. */
  | { readonly kind: 'damagedLog'; readonly seq: number };

export type Parties = {
  readonly session: Pick<Session<unknown>, 'deviceId' | 'log' | 'receive' | 'sign' | 'problems'> & {
    readonly sealed: SealedStore<JsonValue>;
  };
  readonly server: Pick<Server, 'push' | 'pull'>;
  readonly wallMs: () => number;
  /** Number of entries in the first bundle; absent: 50. The simulation has smaller logs. */
  readonly firstBundle?: number;
};

export type LinkKeeper = {
  readonly link: () => Link;
  /** The change is on disk when the promise resolves. */
  readonly keep: (change: Partial<Link>) => Promise<void>;
  /** Like `keep`, after an answer of the server: also records the time and how far this phone's clock is ahead. */
  readonly keepMet: (serverMs: number, change: Partial<Link>) => Promise<void>;
};

export const linkKeeper = ({ session, wallMs }: Pick<Parties, 'session' | 'wallMs'>, before: Link): LinkKeeper => {
  let link = before;
  const keep = async (change: Partial<Link>): Promise<void> => {
    link = { ...link, ...change };
    await keepLink(session.sealed, link);
  };
  return {
    link: () => link,
    keep,
    keepMet: (serverMs, change) => keep({ lastContactMs: wallMs(), clockAheadMs: wallMs() - serverMs, ...change }),
  };
};
