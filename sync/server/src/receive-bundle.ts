/**
 * Takes in a bundle, in one transaction: what joins goes into the feed of its place and of every place that cares for the
 * family too, what cannot join into quarantine, and the log is acknowledged as far as it was received. When it answers,
 * everything that it answers for is on disk.
 */
import { groupedBy } from '@denba/quantities/grouped-by';
import type { Entry } from '@denba/records/entry';
import { type Admission, admit, type Joining, type Verdict } from '@denba/sync/admit';
import type { Bundle } from '@denba/sync/bundle';
import { linkedFamilies } from '@denba/sync/linked-families';
import type { BundleAnswer } from '@denba/sync/wire';
import { WIRE } from '@denba/sync/wire';
import type { Kysely, Transaction } from 'kysely';
import { addAudit } from './audit.ts';
import { type Fold, foldFamilies } from './fold-families.ts';
import { quarantine } from './quarantine.ts';
import { shareFamilies } from './share-families.ts';
import type { SyncTables } from './tables.ts';
import { writeEntries } from './write-entries.ts';

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
  /** How far its clock is off now; positive: ahead. Not known of what came by another road. */
  readonly clockOffMs?: number;
};

export type ReceiveError =
  /** The log is received up to here; send what follows it. */
  { readonly kind: 'gap'; readonly acknowledged: number };

type Given = { readonly db: Kysely<SyncTables>; readonly fold: Fold; readonly now: () => Date };

/** The signature of the bundle was checked before: `isSignedBy`. */
export const receiveBundle = (
  { db, fold, now }: Given,
  { device, place, facilities, broughtBy = null, from, clockOffMs }: Sender,
  bundle: Bundle,
): Promise<BundleAnswer | ReceiveError> =>
  db.transaction().execute(async (tx) => {
    const at = now();
    const arrival = { at, phoneOffMs: clockOffMs ?? null };
    const log = await lockLog(tx, place, device);
    const earlier = await hashesOf(tx, place, device, bundle);
    const admission = admit(bundle, { log, places: facilities, earlier: (seq) => earlier.get(seq) ?? null });
    if (admission === null) return { kind: 'gap', acknowledged: log.acknowledged };
    const joining = admission.verdicts.flatMap((verdict) => (verdict.kind === 'joins' ? [verdict] : []));
    const refused = admission.verdicts.flatMap((verdict) => (verdict.kind === 'refused' ? [verdict] : []));
    if (joining.length > 0) {
      await writeEntries(tx, place, arrival, joining);
      const others = await shareFamilies(tx, place, arrival, joining);
      const written = { device, seqs: joining.map(({ entry }) => entry.seq), texts: joining.map(({ text }) => text) };
      await foldFamilies(tx, place, familiesOf(joining), fold, written);
      for (const [where, families] of others) {
        if (where !== place) await foldFamilies(tx, where, families, fold);
      }
    }
    await quarantine(tx, place, device, at, refused);
    await acknowledge(tx, place, device, admission);
    await addAudit(tx, place, at, auditOf({ device, broughtBy, from }, joining, refused));
    const { acknowledged, head } = admission.log;
    return {
      ...{ wire: WIRE, acknowledged, head, serverMs: at.getTime() },
      quarantined: refused.map(({ seq, reason }) => ({ seq, reason })),
    };
  });

type Refused = Extract<Verdict, { readonly kind: 'refused' }>;

/** Two bundles of one device take turns. */
const lockLog = async (tx: Transaction<SyncTables>, place: string, device: string) => {
  const known = () =>
    tx
      .selectFrom('device_log')
      .select(['acknowledged', 'head'])
      .where('place_id', '=', place)
      .where('device_id', '=', device)
      .forUpdate()
      .executeTakeFirst();
  const { acknowledged, head } = (await known()) ?? (await begun());
  return { acknowledged: Number(acknowledged), head: head === null ? null : hashText(head) };

  async function begun() {
    await tx
      .insertInto('device_log')
      .values({ place_id: place, device_id: device, acknowledged: 0, head: null })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const log = await known();
    if (log === undefined) throw new Error('a log that was begun is not there');
    return log;
  }
};

/** Of what was received before under the numbers of this bundle: sent again, or a fork. */
const hashesOf = async (tx: Transaction<SyncTables>, place: string, device: string, { head }: Bundle) => {
  const rows = await tx
    .selectFrom('entry')
    .select(['seq', 'hash'])
    .where('place_id', '=', place)
    .where('device_id', '=', device)
    .where('seq', '>=', String(head.from))
    .where('seq', '<', String(head.from + head.count))
    .execute();
  return new Map(rows.map(({ seq, hash }) => [Number(seq), hashText(hash)]));
};

const acknowledge = async (
  tx: Transaction<SyncTables>,
  place: string,
  device: string,
  { log: { acknowledged, head } }: Admission,
): Promise<void> => {
  await tx
    .updateTable('device_log')
    .set({ acknowledged, head: head === null ? null : Buffer.from(head, 'hex') })
    .where('place_id', '=', place)
    .where('device_id', '=', device)
    .execute();
};

const familiesOf = (joining: readonly Joining[]): ReadonlySet<string> =>
  new Set(joining.flatMap(({ entry }) => [entry.family, ...linkedFamilies(entry)]));

const auditOf = (
  {
    device,
    broughtBy,
    from,
  }: { readonly device: string; readonly broughtBy: string | null; readonly from: string | undefined },
  joining: readonly Joining[],
  refused: readonly Refused[],
) => {
  const byFamily = groupedBy(joining, ({ entry }) => entry.family);
  const actor = `device:${device}`;
  const by = { ...(from === undefined ? {} : { from }), ...(broughtBy === null ? {} : { broughtBy }) };
  return [
    ...[...byFamily].map(([family, of]) => ({
      ...{ actor, act: 'received', family: family as string },
      detail: {
        ...{ ...by, entries: of.length },
        authors: [...new Set(of.map(({ entry }: { entry: Entry }) => entry.author))],
      },
    })),
    ...refused.map(({ seq, reason }) => ({
      actor,
      act: 'quarantined',
      family: null,
      detail: { ...by, seq, reason },
    })),
  ];
};

const hashText = (hash: Buffer) => hash.toString('hex') as Entry['prev'] & string;
