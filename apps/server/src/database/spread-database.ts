/**
 * Spreads the database over many machines with the extension Citus: tables that grow with the care given are
 * distributed by place, tables that are looked up from everywhere are copied to every machine. Nothing else in the code
 * changes (design, storage).
 */
import { type Kysely, sql } from 'kysely';
import { everyTable, type TableFacts } from './every-table.ts';
import type { Tables } from './tables.ts';

/** All other spread tables are colocated with this one, place by place. */
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
  /** The extension is not installed on this PostgreSQL. */
  | 'notInstalled'
  /** The extension is installed, but not created in this database: `CREATE EXTENSION citus`. */
  | 'notCreated'
  | 'ready';

export const spreadStateOf = async (db: Kysely<Tables>): Promise<SpreadState> => {
  const { rows } = await sql<{ installed: string | null }>`
    SELECT installed_version AS installed FROM pg_available_extensions WHERE name = 'citus'`.execute(db);
  if (rows[0] === undefined) return 'notInstalled';
  return rows[0].installed === null ? 'notCreated' : 'ready';
};

/** Runs the statements that have not run yet, and returns them. Only when `spreadStateOf` returns `ready`. */
export const spreadDatabase = (db: Kysely<Tables>): Promise<readonly string[]> =>
  db.transaction().execute(async (tx) => {
    // A reference table is a single shard that is copied: distributed tables must not be changed in parallel with it.
    await sql`SET LOCAL citus.multi_shard_modify_mode TO 'sequential'`.execute(tx);
    const { rows } = await sql<{ name: string }>`SELECT logicalrelid::text AS name FROM pg_dist_partition`.execute(tx);
    const done = new Set(rows.map(({ name }) => name));
    const statements = spreadStatements().filter((statement) => !done.has(/\('(\w+)'/.exec(statement)?.[1] ?? ''));
    for (const statement of statements) await sql.raw(statement).execute(tx);
    return statements;
  });
