/**
 * Writes all entries that the server has not acknowledged into one courier file. They do not count as sent: they stay
 * waiting on the phone until the server acknowledges them, whichever way they arrive.
 */

import { err, ok, type Result } from '@denba/quantities/result';
import type { JsonValue } from '@denba/records/canonical-json';
import { newClock, tick } from '@denba/records/hybrid-clock';
import { type LogLine, writeBundleOfLines } from '@denba/sync/bundle';
import { parcelText } from '@denba/sync/courier/parcel';
import { sealParcel } from '@denba/sync/courier/seal-parcel';
import type { Progress, SealedStore, Session } from '../device.ts';
import type { Link } from '../sync/link.ts';

export type CourierFile = {
  readonly text: string;
  readonly parcels: readonly string[];
  readonly entries: number;
  /** Number of entries that are left out because they cannot be read; always `0` without `aroundDamage`. */
  readonly unreadable: number;
};

export type CourierFileProblem =
  /** The server has not yet sent the key to encrypt to: the phone must meet it once. */
  | { readonly kind: 'noKey' }
  | { readonly kind: 'nothingWaits' }
  /** An entry of this phone's own log cannot be read. */
  | { readonly kind: 'damagedLog'; readonly seq: number };

type Given = {
  readonly session: Pick<Session<unknown>, 'deviceId' | 'log' | 'sign'> & { readonly sealed: SealedStore<JsonValue> };
  readonly wallMs: () => number;
};

export type CourierFileHow = {
  /** Limit of entries; the rest is left for another file. */
  readonly most?: number;
  /**
   * Leaves out entries that cannot be read, so that the ones after them can still be sent. Without it, such an entry
   * fails the file.
   */
  readonly aroundDamage?: boolean;
  readonly onProgress?: Progress;
};

/** Limit of entries per parcel: small enough to be handed over on a slow line before the connection breaks. */
const PARCEL_ENTRIES = 500;

export const writeCourierFile = async (
  { session, wallMs }: Given,
  { acknowledged, courierKey }: Pick<Link, 'acknowledged' | 'courierKey'>,
  { most = Number.POSITIVE_INFINITY, aroundDamage = false, onProgress = () => {} }: CourierFileHow = {},
): Promise<Result<CourierFile, CourierFileProblem>> => {
  if (courierKey === null) return err({ kind: 'noKey' });
  const end = Math.min(session.log.head().seq, acknowledged + most);
  if (acknowledged >= end) return err({ kind: 'nothingWaits' });
  const sign = async (bytes: Uint8Array<ArrayBuffer>) => (await session.sign(bytes)).signature;
  const parcels: string[] = [];
  let entries = 0;
  for (let after = acknowledged; after < end; ) {
    const upTo = Math.min(after + PARCEL_ENTRIES, end);
    const lines = await session.log.read(after, upTo - after);
    const missing = firstMissing(lines, after + 1, upTo);
    if (missing !== null && !aroundDamage) return err({ kind: 'damagedLog', seq: missing });
    for (const run of withoutGaps(lines)) {
      const madeAt = tick(newClock, wallMs()).time;
      const bundle = await writeBundleOfLines(run, session.deviceId, madeAt, sign);
      const [first, last] = [run[0]?.seq ?? upTo, run.at(-1)?.seq ?? upTo];
      parcels.push(parcelText(await sealParcel(courierKey, { from: session.deviceId, first, last, bundle })));
    }
    entries += lines.length;
    after = upTo;
    onProgress(after - acknowledged, end - acknowledged);
  }
  if (entries === 0) return err({ kind: 'damagedLog', seq: acknowledged + 1 });
  return ok({ text: parcels.join(''), parcels, entries, unreadable: end - acknowledged - entries });
};

const firstMissing = (lines: readonly LogLine[], first: number, last: number): number | null => {
  const at = lines.findIndex(({ seq }, index) => seq !== first + index);
  if (at >= 0) return first + at;
  return first + lines.length > last ? null : first + lines.length;
};

/** Splits the lines into runs of consecutive numbers, which a bundle requires. */
const withoutGaps = (lines: readonly LogLine[]): readonly (readonly LogLine[])[] => {
  const runs: LogLine[][] = [];
  for (const line of lines) {
    const run = runs.at(-1);
    if (run?.at(-1)?.seq === line.seq - 1) run.push(line);
    else runs.push([line]);
  }
  return runs;
};
