/**
 * The audit: who read or wrote which family, when and from where. Append-only; each line holds the hash of the previous
 * line of its place, so that a line that was changed or removed is detected (`denba audit verify`).
 */
import { createHash } from 'node:crypto';
import { canonicalJson, type JsonObject } from '@denba/records/canonical-json';
import type { AuditEvent } from '@denba/sync/receiving/receiving-store';
import { type Kysely, sql, type Transaction } from 'kysely';
import { storableJson } from './storable-json.ts';
import type { SyncTables } from './tables.ts';

export const addAudit = async (
  tx: Transaction<SyncTables>,
  place: string,
  at: Date,
  events: readonly AuditEvent[],
): Promise<void> => {
  if (events.length === 0) return;
  const head = (await lockHead(tx, place)) ?? (await firstHead(tx, place));
  let [position, previous] = [Number(head.last_position), head.hash];
  const lines = events.map((given) => {
    position += 1;
    // Converted as it will be read back, so that its hash can be verified.
    const event = { ...given, detail: JSON.parse(storableJson(given.detail)) as JsonObject };
    const line = { ...event, position, previous, hash: hashOf(place, position, at, event, previous) };
    previous = line.hash;
    return line;
  });
  const column = <Value>(of: (line: (typeof lines)[number]) => Value): Value[] => lines.map(of);
  await sql`
    INSERT INTO audit (place_id, position, at, actor, act, family, detail, previous, hash)
    SELECT ${place}, position, ${at}, actor, act, family, detail::jsonb, previous, hash
    FROM unnest(
      ${column((line) => line.position)}::bigint[],
      ${column((line) => line.actor)}::text[],
      ${column((line) => line.act)}::text[],
      ${column((line) => line.family)}::text[],
      ${column((line) => JSON.stringify(line.detail))}::text[],
      ${column((line) => line.previous)}::bytea[],
      ${column((line) => line.hash)}::bytea[]
    ) AS new (position, actor, act, family, detail, previous, hash)`.execute(tx);
  await tx
    .updateTable('audit_head')
    .set({ last_position: position, hash: previous })
    .where('place_id', '=', place)
    .execute();
};

/** Locks the head: two writers of one place append one after the other. */
const lockHead = (tx: Transaction<SyncTables>, place: string) =>
  tx.selectFrom('audit_head').selectAll().where('place_id', '=', place).forUpdate().executeTakeFirst();

const firstHead = async (tx: Transaction<SyncTables>, place: string) => {
  await tx
    .insertInto('audit_head')
    .values({ place_id: place, last_position: 0, hash: Buffer.alloc(32) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const head = await lockHead(tx, place);
  if (head === undefined) throw new Error('the head of an audit vanished');
  return head;
};

/**
 * Records that entries of these families are sent to a device; called before they are sent. `from`: the address of the
 * request.
 */
export const auditSent = async (
  db: Kysely<SyncTables>,
  place: string,
  at: Date,
  {
    device,
    families,
    from,
  }: { readonly device: string; readonly families: ReadonlyMap<string, number>; readonly from: string },
): Promise<void> => {
  if (families.size === 0) return;
  const events = [...families].map(([family, entries]) => ({
    actor: `device:${device}`,
    act: 'sent',
    family,
    detail: { entries, from },
  }));
  await db.transaction().execute((tx) => addAudit(tx, place, at, events));
};

const hashOf = (place: string, position: number, at: Date, event: AuditEvent, previous: Buffer): Buffer =>
  createHash('sha256')
    .update(previous)
    .update(canonicalJson({ place, position, at: at.toISOString(), ...event }))
    .digest();

export type AuditProblem = {
  readonly place: string;
  /** Position of the first line that is altered or missing. */
  readonly position: number;
  /**
   * `altered`: a line was changed. `missing`: a line is missing, in the middle or at the end. `head`: all lines are
   * intact, but the head of the place does not match the last of them.
   */
  readonly kind: 'altered' | 'missing' | 'head';
};

export type AuditVerdict = { readonly lines: number; readonly problem: AuditProblem | null };

const PAGE = 1_000;

/**
 * Reads the audit of a place in pages, in one snapshot, up to the first line that breaks the chain; the lines after it
 * prove nothing. Somebody who can write to the database can forge a whole chain: compare with an older backup.
 */
export const verifyAudit = (db: Kysely<SyncTables>, place: string): Promise<AuditVerdict> =>
  db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((tx) => verifyChain(tx, place));

const verifyChain = async (tx: Transaction<SyncTables>, place: string): Promise<AuditVerdict> => {
  let [position, previous] = [1, Buffer.alloc(32) as Buffer];
  const broken = (kind: AuditProblem['kind']): AuditVerdict => ({
    lines: position - 1,
    problem: { place, position, kind },
  });
  for (;;) {
    const lines = await tx
      .selectFrom('audit')
      .selectAll()
      .where('place_id', '=', place)
      .where('position', '>=', String(position))
      .orderBy('position')
      .limit(PAGE)
      .execute();
    for (const { at, actor, act, family, detail, hash, ...line } of lines) {
      if (Number(line.position) !== position) return broken('missing');
      const event: AuditEvent = { actor, act, family, detail: detail as JsonObject };
      const right = line.previous.equals(previous) && hashOf(place, position, at, event, previous).equals(hash);
      if (!right) return broken('altered');
      [previous, position] = [hash, position + 1];
    }
    if (lines.length < PAGE) break;
  }
  const head = await tx.selectFrom('audit_head').selectAll().where('place_id', '=', place).executeTakeFirst();
  const [last, hash] = [Number(head?.last_position ?? 0), head?.hash ?? Buffer.alloc(32)];
  if (last >= position) return broken('missing');
  return last === position - 1 && hash.equals(previous) ? { lines: position - 1, problem: null } : broken('head');
};
