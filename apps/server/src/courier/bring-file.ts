/** Somebody who looks after phones uploads a courier file: returns each of its parcels, and what became of it. */
import { type Parcel, readParcels } from '@denba/sync/courier/parcel';
import type { ParcelOutcome } from '@denba/sync/wire';
import { notAllowed } from '../http/refusal.ts';
import { may, pathsWhere } from '../people/authorisation.ts';
import type { Viewer } from '../people/viewer.ts';
import { notParcels } from './courier-routes.ts';
import { type CourierSite, receiveParcel } from './receive-parcel.ts';

export type Brought = {
  /** Name of the phone at its place; `null`: unknown, or the viewer may not see it. */
  readonly phone: string | null;
  /** The id of the phone according to the head of the parcel. */
  readonly device: string;
  readonly first: number;
  readonly last: number;
  readonly outcome: ParcelOutcome | 'newer';
  /** The place in whose quarantine it is, if the viewer may see that. */
  readonly place: string | null;
};

/**
 * Whoever has this right anywhere may bring parcels of any place: their signature proves the contents, which are not
 * shown.
 */
export const mayBring = ({ grants }: Viewer): boolean => pathsWhere(grants, 'bring', 'courier').length > 0;

/** Throws a `Refusal`, and takes no parcel, when the text is not a courier file, is damaged or is too large. */
export const bringFile = async (site: CourierSite, viewer: Viewer, text: string): Promise<readonly Brought[]> => {
  if (!mayBring(viewer)) throw notAllowed();
  const parcels = readParcels(text);
  if (!parcels.ok) throw notParcels(parcels.error);
  const brought: Brought[] = [];
  for (const parcel of parcels.value.toSorted(earlierFirst)) {
    const { from: device, first, last } = parcel.head;
    const outcome = await receiveParcel(site, `account:${viewer.account.id}`, parcel);
    brought.push({ device, first, last, outcome, ...(await knownTo(site, viewer, device)) });
  }
  return brought;
};

const earlierFirst = (a: Parcel, b: Parcel): number => a.head.first - b.head.first;

const knownTo = async (
  { db }: CourierSite,
  { grants }: Viewer,
  id: string,
): Promise<Pick<Brought, 'phone' | 'place'>> => {
  const device = await db
    .selectFrom('device')
    .innerJoin('place', 'place.id', 'device.place_id')
    .select(['device.name', 'place.id', 'place.path'])
    .where('device.id', '=', id)
    .executeTakeFirst();
  if (device === undefined) return { phone: null, place: null };
  return {
    phone: may(grants, 'read', 'devices', device.path) ? device.name : null,
    place: may(grants, 'read', 'quarantine', device.path) ? device.id : null,
  };
};
