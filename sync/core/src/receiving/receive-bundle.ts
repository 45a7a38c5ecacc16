/**
 * Receives a bundle, in one transaction: entries that join are appended to the feed of their place and of every place
 * that cares for the family too, entries that cannot join are quarantined, and the log is acknowledged as far as it was
 * received. Runs on the server's PostgreSQL and, unchanged, in the simulation.
 */
import type { EntryHash } from '@denba/records/entry';
import { admit, type HashEntryText, type Joining, type Refused } from '../admit.ts';
import type { Bundle } from '../bundle.ts';
import { type BundleAnswer, WIRE } from '../wire.ts';
import type { Fold } from './fold-families.ts';
import { auditOfJoining, joinRecord } from './join-record.ts';
import type { AuditEvent, Kept, ReceivingStore } from './receiving-store.ts';

export type Sender = {
  readonly device: string;
  /** The place that the device belongs to. */
  readonly place: string;
  /** The facilities under which the device may record: its place, and the id that it used for it before it joined. */
  readonly facilities: ReadonlySet<string>;
  /** Who brought the bundle: `device:…` or `account:…`; `null`: the device itself. */
  readonly broughtBy?: string | null;
  /** Network address that the bundle came from, for the audit; absent when it came by another channel. */
  readonly from?: string;
  /**
   * How far the device's clock is off now, in milliseconds, positive when ahead; absent when the bundle came by another
   * channel.
   */
  readonly clockOffMs?: number;
};

export type ReceiveError =
  /** The log is received up to `acknowledged`; the device must send the entries after it. */
  { readonly kind: 'gap'; readonly acknowledged: number };

type Given<Row extends Kept> = {
  readonly store: ReceivingStore<Row>;
  /** `null`: the families are not folded now but left for `takeAndFold`. */
  readonly fold: Fold | null;
  /** The server's clock, milliseconds since 1970. */
  readonly serverMs: number;
  readonly hash?: HashEntryText;
};

/** The caller has verified the signature of the bundle: `isSignedBy`. */
export const receiveBundle = async <Row extends Kept>(
  { store, fold, serverMs, hash }: Given<Row>,
  sender: Sender,
  bundle: Pick<Bundle, 'head' | 'lines'>,
): Promise<BundleAnswer | ReceiveError> => {
  const { device, place, facilities } = sender;
  const log = await store.lockLog(place, device);
  // Hashes already stored under the numbers of this bundle: these entries are repeated, or a fork.
  const { from, count } = bundle.head;
  const earlier = from > log.acknowledged ? NOTHING_EARLIER : await store.hashesOf(place, device, from, count);
  const admission = admit(bundle, {
    log,
    places: facilities,
    earlier: (seq) => earlier.get(seq) ?? null,
    ...(hash === undefined ? {} : { hash }),
  });
  if (admission === null) return { kind: 'gap', acknowledged: log.acknowledged };
  const joining = admission.verdicts.flatMap((verdict) => (verdict.kind === 'joins' ? [verdict] : []));
  const refused = admission.verdicts.flatMap((verdict) => (verdict.kind === 'refused' ? [verdict] : []));
  await joinRecord({ store, fold }, place, joining);
  if (refused.length > 0) await store.quarantine(place, device, refused);
  await store.acknowledge(place, device, admission.log);
  await store.audit(place, auditOf(sender, joining, refused));
  const { acknowledged, head } = admission.log;
  return { wire: WIRE, acknowledged, head, serverMs, quarantined: refused.map(({ seq, reason }) => ({ seq, reason })) };
};

const NOTHING_EARLIER: ReadonlyMap<number, EntryHash> = new Map();

const auditOf = (
  { device, broughtBy = null, from }: Sender,
  joining: readonly Joining[],
  refused: readonly Refused[],
): readonly AuditEvent[] => {
  const actor = `device:${device}`;
  const by = { ...(from === undefined ? {} : { from }), ...(broughtBy === null ? {} : { broughtBy }) };
  return [
    ...auditOfJoining(device, by, joining),
    ...refused.map(({ seq, reason }) => ({ actor, act: 'quarantined', family: null, detail: { ...by, seq, reason } })),
  ];
};
