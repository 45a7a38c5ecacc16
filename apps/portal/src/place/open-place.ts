/** A place as a page opens it: with what lies in it, what stands beside it, and the period that is asked for. */
import {
  alignmentOf,
  type Month,
  type Period,
  parsePeriod,
  previousOf,
  usualPeriod,
  usualQuarter,
} from '../period/period.ts';
import type { PortalSite } from '../portal-site.ts';
import type { PortalVisit } from '../portal-visit.ts';
import { mayReadFigures, mayReadRegister } from '../reader.ts';
import { ancestorsOf, childrenOf, type PortalPlace, peersOf } from './place-tree.ts';
import { readBegun } from './read-begun.ts';
import { readPlace, readPlacesBelow, readPlacesNamed } from './read-places.ts';

export type OpenPlace = {
  readonly place: PortalPlace;
  /** Everything that she may see figures of, from the parent of the place down. */
  readonly places: readonly PortalPlace[];
  /** The place and all below it. */
  readonly inside: readonly PortalPlace[];
  readonly children: readonly PortalPlace[];
  /** Beside it, the place itself among them; the place alone when she may not see the others. */
  readonly peers: readonly PortalPlace[];
  /** What the peers lie in; `null` when she may not see it. */
  readonly parent: PortalPlace | null;
  /** From the highest down; those that she may not open have no link. */
  readonly above: readonly { readonly place: PortalPlace; readonly mayOpen: boolean }[];
  /** The month since which each of `places` records. */
  readonly begun: ReadonlyMap<string, Month>;
  readonly period: Period;
  readonly previous: Period;
  /** Another period was asked for, which only readers of the register may ask for. */
  readonly isRefused: boolean;
  readonly mayReadRegister: boolean;
};

/** `null`: no such place, or not hers to see. A period that is none is the usual one. */
export const openPlace = async (site: PortalSite, visit: PortalVisit): Promise<OpenPlace | null> => {
  const { db } = site;
  const { reader, params, query, today } = visit;
  const place = await readPlace(db, params['place'] ?? '');
  if (place === null || !mayReadFigures(reader, place.path)) return null;
  const ancestors = ancestorsOf(await readPlacesNamed(db, place.path.split('/').slice(0, -1)), place);
  const parent = ancestors.find(({ id, path }) => id === place.parent && mayReadFigures(reader, path)) ?? null;
  const places = await readPlacesBelow(db, [(parent ?? place).path]);
  const mayRegister = mayReadRegister(reader, place.path);
  const asked = periodAsked(query);
  // Two periods that differ by a month tell that month: without the register there are no such periods.
  const isRefused = asked !== null && !mayRegister && alignmentOf(asked) === null;
  const period = (isRefused ? null : asked) ?? (mayRegister ? usualPeriod(today) : usualQuarter(today));
  return {
    place,
    places,
    begun: await readBegun(site, places),
    parent,
    period,
    previous: previousOf(period),
    isRefused,
    inside: places.filter(({ path }) => path.startsWith(place.path)),
    children: childrenOf(places, place),
    peers: parent === null ? [place] : peersOf(places, place),
    above: ancestors.slice(0, -1).map((one) => ({ place: one, mayOpen: mayReadFigures(reader, one.path) })),
    mayReadRegister: mayRegister,
  };
};

/** From a list, or from two months that were typed, which go before it. */
const periodAsked = (query: PortalVisit['query']): Period | null => {
  const [from, to] = [query.get('from') ?? '', query.get('to') ?? ''];
  if (from !== '' || to !== '') {
    const typed = parsePeriod(`${from === '' ? to : from}..${to === '' ? from : to}`);
    if (typed !== null) return typed;
  }
  return parsePeriod(query.get('period') ?? '');
};
