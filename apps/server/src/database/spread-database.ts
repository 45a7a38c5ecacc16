/**
 * Spreads the database over many machines with the extension Citus: what grows with care given goes by place, what is
 * looked up from everywhere is the same on every machine. Nothing else in the code changes (design, storage).
 */
import { type Kysely, sql } from 'kysely';
import { everyTable, type TableFacts } from './every-table.ts';
import type { Tables } from './tables.ts';

/** All others lie where this one lies, place by place. */
const FIRST = 'place_feed';

/** In the order in which they are run: tables that others refer to come first. */
export const spreadStatements = (tables: readonly TableFacts[] = everyTable): readonly string[] => [
  ...tables.filter(({ kept }) => kept === 'everywhere').map(({ name }) => `SELECT create_reference_table('${name}')`),
  `SELECT create_distributed_table('${FIRST}', 'place_id')`,
  ...tables
    .filter(({ kept, name }) => kept === 'spread' && name !== FIRST)
    .map(({ name }) => `SELECT create_distributed_table('${name}', 'place_id', colocate_with => '${FIRST}')`),
];

export type SpreadState =
  /** This PostgreSQL does not have the extension at all. */
  | 'notInstalled'
  /** It has it, and this database does not use it yet: `CREATE EXTENSION citus`. */
  | 'notCreated'
  | 'ready';

export const spreadStateOf = async (db: Kysely<Tables>): Promise<SpreadState> => {
  const { rows } = await sql<{ installed: string | null }>`
    SELECT installed_version AS installed FROM pg_available_extensions WHERE name = 'citus'`.execute(db);
  if (rows[0] === undefined) return 'notInstalled';
  return rows[0].installed === null ? 'notCreated' : 'ready';
};

/** Runs what has not been run yet, and gives it. Only where `spreadStateOf` says `ready`. */
export const spreadDatabase = (db: Kysely<Tables>): Promise<readonly string[]> =>
  db.transaction().execute(async (tx) => {
    // A reference table has one part that is copied: what was distributed before must not meet it in parallel.
    await sql`SET LOCAL citus.multi_shard_modify_mode TO 'sequential'`.execute(tx);
    const { rows } = await sql<{ name: string }>`SELECT logicalrelid::text AS name FROM pg_dist_partition`.execute(tx);
    const done = new Set(rows.map(({ name }) => name));
    const statements = spreadStatements().filter((statement) => !done.has(/\('(\w+)'/.exec(statement)?.[1] ?? ''));
    for (const statement of statements) await sql.raw(statement).execute(tx);
    return statements;
  });
