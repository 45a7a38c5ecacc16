/** The place that a page is about, with what lies in it, its siblings, and the chosen period. */
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
  /** The places whose figures the reader may see, from the parent of this place down. */
  readonly places: readonly PortalPlace[];
  /** The place and all below it. */
  readonly inside: readonly PortalPlace[];
  readonly children: readonly PortalPlace[];
  /**
   * The places of the same kind under the same parent, this place included; only this place when the reader may not see
   * the parent.
   */
  readonly peers: readonly PortalPlace[];
  /** The parent of the place; `null`: the reader may not see it. */
  readonly parent: PortalPlace | null;
  /** The ancestors from the highest down; those that the reader may not open have no link. */
  readonly above: readonly { readonly place: PortalPlace; readonly mayOpen: boolean }[];
  /** The month since which each of `places` records. */
  readonly begun: ReadonlyMap<string, Month>;
  readonly period: Period;
  readonly previous: Period;
  /** Another period was asked for, which only readers of the register may choose. */
  readonly isRefused: boolean;
  readonly mayReadRegister: boolean;
};

/**
 * Returns `null` when there is no such place or the reader may not see it. A period that cannot be read is replaced by
 * the usual one.
 */
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
  // The difference of two periods that differ by a month tells that month, so a reader without the register cannot
  // choose such periods.
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

/** The period from the two months that were typed; when there are none, from the list. */
const periodAsked = (query: PortalVisit['query']): Period | null => {
  const [from, to] = [query.get('from') ?? '', query.get('to') ?? ''];
  if (from !== '' || to !== '') {
    const typed = parsePeriod(`${from === '' ? to : from}..${to === '' ? from : to}`);
    if (typed !== null) return typed;
  }
  return parsePeriod(query.get('period') ?? '');
};
