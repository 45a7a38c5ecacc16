/**
 * Rows of any table as text, exactly as PostgreSQL writes and reads its values, so that restored values are identical
 * to the last digit. Read in pages by key and place by place: memory use stays constant, and a spread database can do
 * it.
 */
import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { TableFacts } from '../database/every-table.ts';
import type { Tables } from '../database/tables.ts';

export type Column = { readonly name: string; readonly type: string };
export type Row = readonly (string | null)[];

const PAGE = 200;

/** Makes the text form of values independent of the settings of the database. */
export const plainTextValues = async (tx: Transaction<Tables>): Promise<void> => {
  await sql`SET LOCAL timezone = 'UTC'`.execute(tx);
  await sql`SET LOCAL datestyle = 'ISO, YMD'`.execute(tx);
  await sql`SET LOCAL bytea_output = 'hex'`.execute(tx);
  await sql`SET LOCAL extra_float_digits = 1`.execute(tx);
};

/** Returns `[]` when there is no such table. */
export const columnsOf = async (tx: Transaction<Tables>, table: string): Promise<readonly Column[]> => {
  const { rows } = await sql<Column>`
    SELECT attname AS name, format_type(atttypid, atttypmod) AS type FROM pg_attribute
    WHERE attrelid = to_regclass(quote_ident(${table})) AND attnum > 0 AND NOT attisdropped ORDER BY attnum`.execute(
    tx,
  );
  return rows;
};

/** `place`: for a spread table; `null`: for a table that is the same on every machine. */
export async function* readPages(
  tx: Transaction<Tables>,
  { name, key }: TableFacts,
  columns: readonly Column[],
  place: string | null,
): AsyncGenerator<readonly Row[]> {
  const of = (column: string): RawBuilder<unknown> => sql.ref(`${name}.${column}`);
  const texts = sql.join(columns.map((column) => sql`${of(column.name)}::text AS ${sql.ref(column.name)}`));
  const keys = sql.join(key.map(of));
  const keyAt = key.map((one) => columns.findIndex((column) => column.name === one));
  const here = place === null ? sql`true` : sql`${of('place_id')} = ${place}`;
  let last: Row | null = null;
  for (;;) {
    const after: RawBuilder<unknown> =
      last === null
        ? sql`true`
        : sql`(${keys}) > (${sql.join(keyAt.map((at) => sql`${last?.[at]}::${sql.raw(columns[at]?.type ?? 'text')}`))})`;
    const order = key.length === 0 ? sql`` : sql`ORDER BY ${keys}`;
    const { rows } = await sql<Record<string, string | null>>`
      SELECT ${texts} FROM ${sql.table(name)} WHERE ${here} AND ${after} ${order} LIMIT ${PAGE}`.execute(tx);
    const page: readonly Row[] = rows.map((row) => columns.map((column) => row[column.name] ?? null));
    if (page.length > 0) yield page;
    if (page.length < PAGE || key.length === 0) return;
    last = page.at(-1) ?? null;
  }
}

export const writeRows = async (
  tx: Transaction<Tables>,
  table: string,
  columns: readonly Column[],
  rows: readonly Row[],
): Promise<void> => {
  const names = sql.join(columns.map(({ name }) => sql.ref(name)));
  const values = sql.join(columns.map(({ name, type }) => sql`given.${sql.ref(name)}::${sql.raw(type)}`));
  const given = sql.join(columns.map((_, at) => sql`${rows.map((row) => row[at] ?? null)}::text[]`));
  await sql`
    INSERT INTO ${sql.table(table)} (${names})
    SELECT ${values} FROM unnest(${given}) AS given (${names})`.execute(tx);
};

export const countRows = async (tx: Transaction<Tables>, table: string): Promise<number> => {
  const { rows } = await sql<{ count: string }>`SELECT count(*) AS count FROM ${sql.table(table)}`.execute(tx);
  return Number(rows[0]?.count);
};
