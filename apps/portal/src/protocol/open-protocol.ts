/** The protocol that a page shows: the one of a place or another stored one, compared with a further one when asked. */
import type { Booklet } from '@denba/protocols/booklet/booklet';
import { placeAddress } from '../address.ts';
import { type OpenPlace, openPlace } from '../place/open-place.ts';
import { readPlace } from '../place/read-places.ts';
import type { PortalSite } from '../portal-site.ts';
import type { PortalVisit } from '../portal-visit.ts';
import { bookletOf } from './booklet-of.ts';
import type { ShelvedPack } from './pack-shelf.ts';

export type OpenProtocol = {
  readonly open: OpenPlace;
  readonly shown: ShelvedPack;
  /** The place uses this protocol today. */
  readonly isRunning: boolean;
  /**
   * Name of the place to which the protocol was given; `null`: it came with the release, or this place does not use it.
   */
  readonly from: string | null;
  readonly against: ShelvedPack | null;
  readonly packs: readonly Pick<ShelvedPack, 'id' | 'name'>[];
  readonly booklet: Booklet;
};

/** Returns `null` when there is no such place or protocol, or the reader may not see the place. */
export const openProtocol = async (site: PortalSite, visit: PortalVisit): Promise<OpenProtocol | null> => {
  const open = await openPlace(site, visit);
  if (open === null) return null;
  const { query } = visit;
  const running = await site.packs.ofPlace(open.place.path);
  const asked = query.get('pack') ?? '';
  const shown = asked === '' ? (running?.pack ?? null) : await site.packs.read(asked);
  if (shown === null) return null;
  const isRunning = shown.id === running?.pack.id;
  const other = query.get('against') ?? '';
  const against = other === '' || other === shown.id ? null : await site.packs.read(other);
  const from = isRunning && running.from !== null ? ((await readPlace(site.db, running.from))?.name ?? null) : null;
  return {
    open,
    shown,
    isRunning,
    from,
    against,
    packs: await site.packs.list(),
    booklet: bookletOf(shown.protocol, against?.protocol ?? null),
  };
};

/**
 * The address of a page of the protocol: a chapter (`'1'` is the first), everything for printing (`'all'`), or trying a
 * case (`'try'`).
 */
export const protocolAddress = ({ open, shown, isRunning, against }: OpenProtocol, page: string): string => {
  const [path, query] = placeAddress(open.place.id, open.period, 'protocol').split('?') as [string, string];
  const more = [
    ...(isRunning ? [] : [`&pack=${shown.id}`]),
    ...(against === null ? [] : [`&against=${against.id}`]),
  ].join('');
  return `${path}${page === '' ? '' : `/${page}`}?${query}${more}`;
};
