/**
 * Reads families of one centre for a list and writes the audit lines that say who read them, both in one transaction.
 */
import { addAudit } from '@denba/sync-server/audit';
import type { SyncTables } from '@denba/sync-server/tables';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { PortalTables } from '../portal-tables.ts';
import type { Kept } from './families-behind.ts';

export type Listed<Row> = { readonly rows: readonly Row[]; readonly total: number };

type Reading<Row extends { readonly family: string }> = {
  readonly place: string;
  readonly account: string;
  /** The network address of the reader. */
  readonly address: string;
  readonly at: Date;
  /** What the audit gives as the reason: the code of an indicator, or the name of a list. */
  readonly about: string;
  /** Kinds of fact: families without one of them are not read. `null`: every family. */
  readonly kinds: readonly string[] | null;
  readonly choose: (kept: readonly Kept[], names: ReadonlySet<string>) => readonly Row[];
  /** Index of the first row of the list that is shown; only the shown rows are written to the audit. */
  readonly from: number;
  readonly most: number;
};

export const readFamilies = <Row extends { readonly family: string }>(
  db: Kysely<PortalTables>,
  { place, account, address, at, about, kinds, choose, from, most }: Reading<Row>,
): Promise<Listed<Row>> =>
  db.transaction().execute(async (tx) => {
    const kept = await tx
      .selectFrom('family_summary')
      .select(['family', 'summary', 'facts'])
      .where('place_id', '=', place)
      .$if(kinds !== null, (query) =>
        query.where((is) =>
          is.or((kinds ?? []).map((kind) => sql<boolean>`facts @> ${JSON.stringify([{ kind }])}::jsonb`)),
        ),
      )
      .execute();
    const all = choose(kept as readonly Kept[], await namesOf(tx, place));
    const rows = all.slice(from, from + most);
    const families = [...new Set(rows.map(({ family }) => family))];
    await addAudit(
      tx as unknown as Transaction<SyncTables>,
      place,
      at,
      families.map((family) => ({
        actor: `account:${account}`,
        act: 'read-register',
        family,
        detail: { about, from: address },
      })),
    );
    return { rows, total: all.length };
  });

/**
 * The place's own id and the names under which its phones record: a centre may have used another name before it joined.
 */
const namesOf = async (tx: Transaction<PortalTables>, place: string): Promise<ReadonlySet<string>> => {
  const phones = await tx.selectFrom('device').select('facility').where('place_id', '=', place).execute();
  return new Set([place, ...phones.map(({ facility }) => facility)]);
};
