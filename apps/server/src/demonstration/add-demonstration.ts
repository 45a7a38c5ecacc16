/**
 * Adds a simulated district near Bamako, to try Denba out: places, and a join code for each centre. Nothing in it is
 * real.
 */
import type { Kysely } from 'kysely';
import type { PlaceKind, Tables } from '../database/tables.ts';
import { makeJoinCode } from '../devices/join-codes.ts';

type Place = { readonly id: string; readonly kind: PlaceKind; readonly name: string; readonly parent: string | null };

export const demonstrationPlaces: readonly Place[] = [
  { id: 'demo-pays', kind: 'country', name: 'Pays (simulé)', parent: null },
  { id: 'demo-region', kind: 'region', name: 'Région de Koulikoro (simulée)', parent: 'demo-pays' },
  { id: 'demo-district', kind: 'district', name: 'District de Kalabancoro (simulé)', parent: 'demo-region' },
  { id: 'demo-sanankoroba', kind: 'health_centre', name: 'CSCom de Sanankoroba (simulé)', parent: 'demo-district' },
  { id: 'demo-dialakoroba', kind: 'health_centre', name: 'CSCom de Dialakoroba (simulé)', parent: 'demo-district' },
  { id: 'demo-hopital', kind: 'hospital', name: 'CSRéf de Kalabancoro (simulé)', parent: 'demo-district' },
];

const withPhones: readonly string[] = ['demo-sanankoroba', 'demo-dialakoroba', 'demo-hopital'];

/**
 * Returns a new code for each centre. Existing places stay as they are. When there is a real country, nothing is added
 * and no code is made: otherwise somebody who forgot to turn the demonstration off would find simulated places, and
 * phones in them, among the real ones.
 */
export const addDemonstration = async (
  db: Kysely<Tables>,
  now: Date,
): Promise<readonly { readonly place: string; readonly code: string }[]> => {
  if (await hasRealCountry(db)) return [];
  const paths = new Map<string | null, string>([[null, '']]);
  for (const { id, kind, name, parent } of demonstrationPlaces) {
    const path = `${paths.get(parent) ?? ''}${id}/`;
    paths.set(id, path);
    await db
      .insertInto('place')
      .values({
        id,
        parent_id: parent,
        kind,
        name,
        path,
        // Places need a code to be exported and imported again.
        code: id,
        dhis2_uid: null,
        latitude: null,
        longitude: null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  const codes: { place: string; code: string }[] = [];
  for (const id of withPhones) {
    const name = demonstrationPlaces.find((place) => place.id === id)?.name ?? id;
    codes.push({ place: name, code: await makeJoinCode(db, { place: id, madeBy: 'demonstration', now }) });
  }
  return codes;
};

const hasRealCountry = async (db: Kysely<Tables>): Promise<boolean> => {
  const simulated = demonstrationPlaces.map(({ id }) => id);
  const root = await db
    .selectFrom('place')
    .select('id')
    .where('parent_id', 'is', null)
    .where('id', 'not in', simulated)
    .limit(1)
    .executeTakeFirst();
  return root !== undefined;
};
