/** One meeting of a phone with the server: whom it takes, what it keeps of the link on the way, how it may end. */
import type { JsonValue } from '@denba/records/canonical-json';
import type { SaveError, SealedStore, Session } from '../device.ts';
import { keepLink, type Link } from './link.ts';
import type { Server, Trouble } from './server.ts';

export type MeetingTrouble =
  | Trouble
  | SaveError
  /** An entry of our own log cannot be read here, and stands in the way of those behind it. */
  | { readonly kind: 'damagedLog'; readonly seq: number };

export type Parties = {
  readonly session: Pick<Session<unknown>, 'deviceId' | 'log' | 'receive' | 'sign' | 'problems'> & {
    readonly sealed: SealedStore<JsonValue>;
  };
  readonly server: Pick<Server, 'push' | 'pull'>;
  readonly wallMs: () => number;
};

export type LinkKeeper = {
  readonly link: () => Link;
  /** On the disk when it resolves. */
  readonly keep: (change: Partial<Link>) => Promise<void>;
  /** The same, after an answer of the server. */
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
