/**
 * All that the server has not acknowledged, in one courier file. Nothing of it counts as sent: it waits on the phone until
 * the server says that it has it, by whatever road that comes.
 */

import { err, ok, type Result } from '@denba/quantities/result';
import type { JsonValue } from '@denba/records/canonical-json';
import { newClock, tick } from '@denba/records/hybrid-clock';
import { writeBundleOfLines } from '@denba/sync/bundle';
import { parcelText } from '@denba/sync/courier/parcel';
import { sealParcel } from '@denba/sync/courier/seal-parcel';
import type { SealedStore, Session } from '../device.ts';
import type { Link } from '../sync/link.ts';

export type CourierFile = { readonly text: string; readonly parcels: readonly string[]; readonly entries: number };

export type CourierFileProblem =
  /** The server has not said yet to which key: one meeting is needed. */
  | { readonly kind: 'noKey' }
  | { readonly kind: 'nothingWaits' }
  /** An entry of our own log cannot be read here. */
  | { readonly kind: 'damagedLog'; readonly seq: number };

type Given = {
  readonly session: Pick<Session<unknown>, 'deviceId' | 'log' | 'sign'> & { readonly sealed: SealedStore<JsonValue> };
  readonly wallMs: () => number;
};

/** One parcel: small enough to be handed over on a slow line before it breaks off. */
const PARCEL_ENTRIES = 500;

/** `most`: entries; what lies behind them waits for another file. */
export const writeCourierFile = async (
  { session, wallMs }: Given,
  { acknowledged, courierKey }: Pick<Link, 'acknowledged' | 'courierKey'>,
  most = Number.POSITIVE_INFINITY,
): Promise<Result<CourierFile, CourierFileProblem>> => {
  if (courierKey === null) return err({ kind: 'noKey' });
  const end = Math.min(session.log.head().seq, acknowledged + most);
  if (acknowledged >= end) return err({ kind: 'nothingWaits' });
  const sign = async (bytes: Uint8Array<ArrayBuffer>) => (await session.sign(bytes)).signature;
  const parcels: string[] = [];
  for (let after = acknowledged; after < end; ) {
    const lines = await session.log.read(after, Math.min(PARCEL_ENTRIES, end - after));
    const first = after + 1;
    if (lines[0]?.seq !== first) return err({ kind: 'damagedLog', seq: first });
    const madeAt = tick(newClock, wallMs()).time;
    const bundle = await writeBundleOfLines(lines, session.deviceId, madeAt, sign);
    after += lines.length;
    parcels.push(parcelText(await sealParcel(courierKey, { from: session.deviceId, first, last: after, bundle })));
  }
  return ok({ text: parcels.join(''), parcels, entries: end - acknowledged });
};
