/** Searches the database for traces of lost, duplicated or half-written data, in one snapshot, while phones go on. */
import { verifyAudit } from '@denba/sync-server/audit';
import { sql } from 'kysely';
import type { TestDatabase } from '../test-database.ts';

type Acknowledged = ReadonlyMap<string, number>;

/**
 * `acknowledged`: by phone, how far it was told that its log is stored. Returns a sentence for each fault; none when
 * all is right.
 */
export const halfWritten = async (
  { db }: Pick<TestDatabase, 'db'>,
  acknowledged: Acknowledged,
): Promise<readonly string[]> => {
  const found = await db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      const faults: string[] = [];
      const ask = async (what: string, query: ReturnType<typeof sql<{ where: string }>>): Promise<void> => {
        const { rows } = await query.execute(tx);
        faults.push(...rows.map((row) => `${what}: ${row.where}`));
      };
      await ask(
        'the feed of a place has gaps, or does not end where its counter says',
        sql`SELECT f.place_id AS "where" FROM place_feed f LEFT JOIN entry e USING (place_id)
          GROUP BY f.place_id, f.last_position
          HAVING count(e.position) <> f.last_position OR coalesce(max(e.position), 0) <> f.last_position`,
      );
      await ask(
        'a log that is acknowledged further, or less far, than there are entries',
        sql`SELECT l.device_id AS "where" FROM device_log l LEFT JOIN entry e USING (place_id, device_id)
          GROUP BY l.place_id, l.device_id, l.acknowledged
          HAVING count(e.seq) <> l.acknowledged OR count(DISTINCT e.seq) <> l.acknowledged`,
      );
      await ask(
        'an entry twice in one place',
        sql`SELECT id AS "where" FROM entry GROUP BY place_id, id HAVING count(*) > 1`,
      );
      await ask(
        'a family whose summary counts other entries than there are, and which nobody is going to fold',
        sql`SELECT e.family AS "where" FROM entry e LEFT JOIN family_summary s USING (place_id, family)
          WHERE NOT EXISTS (SELECT FROM family_to_fold t WHERE t.place_id = e.place_id AND t.family = e.family)
          GROUP BY e.place_id, e.family, s.entries HAVING count(*) IS DISTINCT FROM s.entries::bigint`,
      );
      await ask(
        'a circle that one side does not know',
        sql`SELECT a.family AS "where" FROM circle a LEFT JOIN circle b
          ON b.place_id = a.other_place_id AND b.other_place_id = a.place_id AND b.family = a.family
          WHERE b.family IS NULL`,
      );
      await ask(
        'a family that a place of its circle does not have whole',
        sql`SELECT c.family AS "where" FROM circle c
          WHERE (SELECT count(*) FROM entry e WHERE e.place_id = c.place_id AND e.family = c.family)
            <> (SELECT count(*) FROM entry e WHERE e.place_id = c.other_place_id AND e.family = c.family)`,
      );
      await ask(
        'entries that the audit does not tell of',
        sql`SELECT l.device_id AS "where" FROM device_log l WHERE l.acknowledged <> coalesce((
          SELECT sum((a.detail ->> 'entries')::bigint) FROM audit a
          WHERE a.place_id = l.place_id AND a.actor = 'device:' || l.device_id AND a.act = 'received'), 0)`,
      );
      await ask('something was set apart', sql`SELECT reason AS "where" FROM quarantine`);
      const { rows: logs } = await sql<{ device_id: string; acknowledged: string }>`
        SELECT device_id, acknowledged::text FROM device_log`.execute(tx);
      const kept = new Map(logs.map((log) => [log.device_id, Number(log.acknowledged)]));
      for (const [device, told] of acknowledged) {
        if ((kept.get(device) ?? 0) < told)
          faults.push(`acknowledged up to ${told} and kept up to ${kept.get(device) ?? 0}`);
      }
      return faults;
    });
  const places = await db.selectFrom('audit_head').select('place_id').execute();
  for (const { place_id } of places) {
    const { problem } = await verifyAudit(db, place_id);
    if (problem !== null) found.push(`the audit of a place: ${problem.kind} at ${problem.position}`);
  }
  return found;
};
