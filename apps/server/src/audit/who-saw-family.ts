/**
 * Who saw a mother and her children: every line of the audits of all places about her family and about the families
 * that were merged with it. Names are today's.
 */
import type { JsonObject } from '@denba/records/canonical-json';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Tables } from '../database/tables.ts';

export type Seen = {
  readonly at: Date;
  readonly act: string;
  readonly place: string;
  readonly placeName: string;
  /** As the audit has it: `device:…`, `account:…`. */
  readonly actor: string;
  /** Present name of the phone or the person; `null`: unknown. */
  readonly actorName: string | null;
  readonly family: string;
  readonly detail: JsonObject;
};

/** Sorted by time. `[]`: nobody, or no such family. */
export const whoSawFamily = (db: Kysely<Tables>, family: string): Promise<readonly Seen[]> =>
  db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      const places = new Map(
        (await tx.selectFrom('place').select(['id', 'name']).execute()).map((one) => [one.id, one]),
      );
      const lines = await linesAbout(tx, [...places.keys()], [family]);
      const others = await mergedWith(tx, [...new Set(lines.map(({ place_id }) => place_id))], family);
      const all = others.length === 0 ? lines : [...lines, ...(await linesAbout(tx, [...places.keys()], others))];
      const nameOf = await namesOf(tx, new Set(all.map(({ actor }) => actor)));
      return all
        .map(({ place_id, position, family: about, actor, ...line }) => ({
          ...line,
          actor,
          detail: line.detail as JsonObject,
          family: about ?? family,
          place: place_id,
          placeName: places.get(place_id)?.name ?? place_id,
          position: Number(position),
          actorName: nameOf.get(actor) ?? null,
        }))
        .sort((a, b) => a.at.getTime() - b.at.getTime() || a.place.localeCompare(b.place) || a.position - b.position)
        .map(({ position: _, ...seen }) => seen);
    });

/** Naming the places allows the index of each to be used, and each machine of a spread database to search its own. */
const linesAbout = (tx: Transaction<Tables>, places: readonly string[], families: readonly string[]) =>
  tx
    .selectFrom('audit')
    .select(['place_id', 'position', 'at', 'actor', 'act', 'family', 'detail'])
    .where('place_id', '=', sql<string>`ANY(${places}::text[])`)
    .where('family', '=', sql<string>`ANY(${families}::text[])`)
    .execute();

const mergedWith = async (
  tx: Transaction<Tables>,
  places: readonly string[],
  family: string,
): Promise<readonly string[]> => {
  const rows = await tx
    .selectFrom('family_summary')
    .select('families')
    .where('place_id', '=', sql<string>`ANY(${places}::text[])`)
    .where(sql<boolean>`families @> ${[family]}::text[]`)
    .execute();
  return [...new Set(rows.flatMap(({ families }) => families))].filter((one) => one !== family);
};

const namesOf = async (tx: Transaction<Tables>, actors: ReadonlySet<string>): Promise<ReadonlyMap<string, string>> => {
  const idsOf = (kind: string): string[] =>
    [...actors].flatMap((actor) => (actor.startsWith(`${kind}:`) ? [actor.slice(kind.length + 1)] : []));
  const [devices, accounts] = [idsOf('device'), idsOf('account')];
  const phones = await tx
    .selectFrom('device')
    .select(['id', 'name'])
    .where('id', '=', sql<string>`ANY(${devices}::text[])`)
    .execute();
  const people = await tx
    .selectFrom('account')
    .select(['id', 'name'])
    .where('id', '=', sql<string>`ANY(${accounts}::text[])`)
    .execute();
  return new Map([
    ...phones.map(({ id, name }) => [`device:${id}`, name] as const),
    ...people.map(({ id, name }) => [`account:${id}`, name] as const),
  ]);
};
