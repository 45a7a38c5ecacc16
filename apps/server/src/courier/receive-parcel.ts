/**
 * Receives a parcel that somebody brought: decrypts it, verifies its signature and receives the bundle as if its phone
 * had sent it. Whoever brings it need not belong to the place of the phone, and learns nothing of the contents.
 */
import { type Bundle, isSignedBy, readBundle } from '@denba/sync/bundle';
import type { Parcel } from '@denba/sync/courier/parcel';
import { openParcel } from '@denba/sync/courier/seal-parcel';
import type { Fold } from '@denba/sync/receiving/fold-families';
import type { ParcelOutcome } from '@denba/sync/wire';
import { acknowledged } from '@denba/sync-server/acknowledged';
import type { CountFigures } from '@denba/sync-server/figures/figures';
import { quarantineBundle } from '@denba/sync-server/quarantine';
import { receiveBundle } from '@denba/sync-server/receive-bundle';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { sawCarried } from '../devices/saw-device.ts';
import { privateCourierKey } from './courier-keys.ts';

export type CourierSite = {
  readonly db: Kysely<Tables>;
  readonly fold: Fold;
  readonly figures: CountFigures | null;
  readonly now: () => Date;
};

/** `broughtBy`: `device:…` or `account:…`. Never throws because of the contents of a parcel. */
export const receiveParcel = async (
  site: CourierSite,
  broughtBy: string,
  parcel: Parcel,
): Promise<ParcelOutcome | 'newer'> => {
  const key = await privateCourierKey(site.db, parcel.head.to);
  if (key === null) return 'notOurs';
  const opened = await openParcel(parcel, key);
  if (!opened.ok) return 'unreadable';
  const bundle = readBundle(opened.value);
  if (!bundle.ok) return bundle.error.kind === 'newer' ? 'newer' : 'unreadable';
  return takeIn(site, broughtBy, bundle.value);
};

const takeIn = async (
  { db, fold, figures, now }: CourierSite,
  broughtBy: string,
  bundle: Bundle,
): Promise<ParcelOutcome> => {
  const author = await db
    .selectFrom('device')
    .select(['id', 'place_id', 'facility', 'public_key', 'revoked_at'])
    .where('id', '=', bundle.head.device)
    .executeTakeFirst();
  if (author === undefined) return 'unknownPhone';
  const { id: device, place_id: place } = author;
  if (!(await isSignedBy(bundle, new Uint8Array(author.public_key)))) return 'unreadable';
  if (author.revoked_at !== null) return quarantineBundle(db, { device, place, broughtBy }, bundle, now());
  const facilities = new Set([place, author.facility]);
  const before = await acknowledged(db, place, device);
  const answer = await receiveBundle({ db, fold, figures, now }, { device, place, facilities, broughtBy }, bundle);
  if ('kind' in answer) return 'early';
  // A file may be brought again and again.
  if (answer.acknowledged > before) await sawCarried(db, device, now());
  return 'received';
};
