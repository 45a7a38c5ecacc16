/**
 * Checks that a PostgreSQL is suitable for Denba. A database with another encoding would accept most names and fail at
 * the first character that it lacks.
 */
import type pg from 'pg';
import { ToldFailure } from '../told-failure.ts';

const OLDEST = 15;

export type PostgresFacts = { readonly version: number; readonly encoding: string };

export const readPostgresFacts = async (client: pg.PoolClient): Promise<PostgresFacts> => {
  const { rows } = await client.query<{ number: string; encoding: string }>(
    "SELECT current_setting('server_version_num') AS number, current_setting('server_encoding') AS encoding",
  );
  return { version: Math.floor(Number(rows[0]?.number) / 10_000), encoding: rows[0]?.encoding ?? '' };
};

/** Throws a `ToldFailure`. */
export const refuseWrongPostgres = ({ version, encoding }: PostgresFacts): void => {
  if (version < OLDEST) {
    throw new ToldFailure({
      fr: `DATABASE_URL : c'est un PostgreSQL ${version} ; Denba demande ${OLDEST} ou plus récent. Mettez-le à jour, ou donnez-en un autre.`,
      en: `DATABASE_URL: this is a PostgreSQL ${version}; Denba takes ${OLDEST} or newer. Upgrade it, or give another one.`,
    });
  }
  if (encoding !== 'UTF8') {
    throw new ToldFailure({
      fr: `DATABASE_URL : cette base est codée en ${encoding} et ne peut pas garder tous les noms. Faites-en une vide : CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0`,
      en: `DATABASE_URL: this database is encoded in ${encoding} and cannot keep every name. Make an empty one: CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0`,
    });
  }
};
