/**
 * Takes in a bundle, in one transaction: what joins goes into the feed of its place and of every place that cares for the
 * family too, what cannot join into quarantine, and the log is acknowledged as far as it was received. Runs on the
 * server's PostgreSQL and, the same, in the simulation.
 */
import { admit, type HashEntryText, type Joining, type Refused } from '../admit.ts';
import type { Bundle } from '../bundle.ts';
import { type BundleAnswer, WIRE } from '../wire.ts';
import type { Fold } from './fold-families.ts';
import { auditOfJoining, joinRecord } from './join-record.ts';
import type { AuditEvent, Kept, ReceivingStore } from './receiving-store.ts';

export type Sender = {
  readonly device: string;
  /** Where the device belongs. */
  readonly place: string;
  /** The names under which it may record: its place, and what the place was called before it joined. */
  readonly facilities: ReadonlySet<string>;
  /** Who brought it: `device:…` or `account:…`; `null`: the device itself. */
  readonly broughtBy?: string | null;
  /** The address that it came from, for the audit; not known of what came by another road. */
  readonly from?: string;
  /** How far its clock is off now, in milliseconds; positive: ahead. Not known of what came by another road. */
  readonly clockOffMs?: number;
};

export type ReceiveError =
  /** The log is received up to here; send what follows it. */
  { readonly kind: 'gap'; readonly acknowledged: number };

type Given<Row extends Kept> = {
  readonly store: ReceivingStore<Row>;
  /** `null`: what the entries say of their families is left for `takeAndFold`. */
  readonly fold: Fold | null;
  /** The server's clock, milliseconds since 1970. */
  readonly serverMs: number;
  readonly hash?: HashEntryText;
};

/** The signature of the bundle was checked before: `isSignedBy`. */
export const receiveBundle = async <Row extends Kept>(
  { store, fold, serverMs, hash }: Given<Row>,
  sender: Sender,
  bundle: Pick<Bundle, 'head' | 'lines'>,
): Promise<BundleAnswer | ReceiveError> => {
  const { device, place, facilities } = sender;
  const log = await store.lockLog(place, device);
  // Of what was received before under the numbers of this bundle: sent again, or a fork.
  const earlier = await store.hashesOf(place, device, bundle.head.from, bundle.head.count);
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
