/**
 * Who read or wrote which family, when and from where. Append-only; each line holds the hash of the one before it in its
 * place, so that a line that was changed or taken out shows (`denba audit verify`).
 */
import { createHash } from 'node:crypto';
import { canonicalJson, type JsonObject } from '@denba/records/canonical-json';
import type { AuditEvent } from '@denba/sync/receiving/receiving-store';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { SyncTables } from './tables.ts';

export const addAudit = async (
  tx: Transaction<SyncTables>,
  place: string,
  at: Date,
  events: readonly AuditEvent[],
): Promise<void> => {
  if (events.length === 0) return;
  await tx
    .insertInto('audit_head')
    .values({ place_id: place, last_position: 0, hash: Buffer.alloc(32) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const head = await tx
    .selectFrom('audit_head')
    .selectAll()
    .where('place_id', '=', place)
    .forUpdate()
    .executeTakeFirstOrThrow();
  let [position, previous] = [Number(head.last_position), head.hash];
  const lines = events.map((event) => {
    position += 1;
    const line = {
      place_id: place,
      position,
      at,
      ...event,
      previous,
      hash: hashOf(place, position, at, event, previous),
    };
    previous = line.hash;
    return { ...line, detail: JSON.stringify(event.detail) };
  });
  await tx.insertInto('audit').values(lines).execute();
  await tx
    .updateTable('audit_head')
    .set({ last_position: position, hash: previous })
    .where('place_id', '=', place)
    .execute();
};

const hashOf = (place: string, position: number, at: Date, event: AuditEvent, previous: Buffer): Buffer =>
  createHash('sha256')
    .update(previous)
    .update(canonicalJson({ place, position, at: at.toISOString(), ...event }))
    .digest();

export type AuditProblem = { readonly place: string; readonly position: number; readonly kind: 'altered' | 'missing' };

/** Reads the whole audit of a place. `[]`: nothing was changed or taken out. */
export const verifyAudit = async (db: Kysely<SyncTables>, place: string): Promise<readonly AuditProblem[]> => {
  const problems: AuditProblem[] = [];
  let [expected, previous] = [1, Buffer.alloc(32) as Buffer];
  for (;;) {
    const lines = await db
      .selectFrom('audit')
      .selectAll()
      .where('place_id', '=', place)
      .where('position', '>=', String(expected))
      .orderBy('position')
      .limit(1000)
      .execute();
    if (lines.length === 0) break;
    for (const { position, at, actor, act, family, detail, hash, ...line } of lines) {
      for (; expected < Number(position); expected += 1) problems.push({ place, position: expected, kind: 'missing' });
      const event: AuditEvent = { actor, act, family, detail: detail as JsonObject };
      const right = hashOf(place, expected, at, event, line.previous).equals(hash) && line.previous.equals(previous);
      if (!right) problems.push({ place, position: expected, kind: 'altered' });
      [previous, expected] = [hash, expected + 1];
    }
  }
  const { rows } = await sql<{ last_position: string }>`
    SELECT last_position FROM audit_head WHERE place_id = ${place}`.execute(db);
  for (; expected <= Number(rows[0]?.last_position ?? 0); expected += 1) {
    problems.push({ place, position: expected, kind: 'missing' });
  }
  return problems;
};
