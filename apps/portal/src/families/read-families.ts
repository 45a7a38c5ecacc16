/** Families of one centre for a list, and the lines of the audit that say who read it: neither is there without the other. */
import { addAudit } from '@denba/sync-server/audit';
import type { SyncTables } from '@denba/sync-server/tables';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { PortalTables } from '../portal-tables.ts';
import type { Kept } from './families-behind.ts';

export type Listed<Row> = { readonly rows: readonly Row[]; readonly total: number };

type Reading<Row extends { readonly family: string }> = {
  readonly place: string;
  readonly account: string;
  /** From which she asks. */
  readonly address: string;
  readonly at: Date;
  /** What is written down of why: an indicator, a list. */
  readonly about: string;
  /** Kinds of fact; families without one are not read at all. `null`: every family. */
  readonly kinds: readonly string[] | null;
  readonly choose: (kept: readonly Kept[], names: ReadonlySet<string>) => readonly Row[];
  /** Of the list: only these are shown, and written down. */
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

/** A centre may have recorded under a name of its own before it joined. */
const namesOf = async (tx: Transaction<PortalTables>, place: string): Promise<ReadonlySet<string>> => {
  const phones = await tx.selectFrom('device').select('facility').where('place_id', '=', place).execute();
  return new Set([place, ...phones.map(({ facility }) => facility)]);
};
