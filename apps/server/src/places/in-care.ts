/**
 * How many are in care at a place now: children who entered care there and have not left it, by the same facts as its
 * figures. It names nobody.
 */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Tables } from '../database/tables.ts';

export type InCare = {
  readonly children: number;
  /** `null`: the viewer may not know. */
  readonly families: number | null;
  /** `true`: there are fewer than `FEW`, and `children` is `FEW` instead of the exact number. */
  readonly few: boolean;
};

/** Smaller numbers are only for people who may read the register (decision 0023). */
export const FEW = 5;

/** What a viewer may know, depending on the right to read the register of the place. */
export const inCareFor = ({ families, children }: Counted, readsRegister: boolean): InCare => {
  if (readsRegister || children === 0) return { children, families, few: false };
  return { children: Math.max(children, FEW), families: null, few: children < FEW };
};

export type Counted = { readonly families: number; readonly children: number };

/** A child enters or leaves the care of a place. */
export type CareStep = { readonly kind: string; readonly place: string; readonly subject: string | null };

export const readInCare = async (db: Kysely<Tables>, place: string): Promise<Counted> => {
  const kept = await db
    .selectFrom('family_summary')
    .select(
      sql<readonly CareStep[]>`
        jsonb_path_query_array(facts, '$[*] ? (@.kind == "mami-in-care" || @.kind == "mami-out-of-care")')`.as('steps'),
    )
    .where('place_id', '=', place)
    .where(sql<boolean>`facts @> '[{"kind":"mami-in-care"}]'::jsonb`)
    .execute();
  const phones = await db.selectFrom('device').select('facility').where('place_id', '=', place).execute();
  // A centre may have recorded under another id before it joined.
  const names = new Set([place, ...phones.map(({ facility }) => facility)]);
  return countInCare(
    kept.map(({ steps }) => steps),
    names,
  );
};

/** `families`: the steps of each family. `names`: ids under which the place records. */
const countInCare = (families: readonly (readonly CareStep[])[], names: ReadonlySet<string>): Counted => {
  const children = families.map((steps) => {
    const own = steps.filter(({ place }) => names.has(place));
    const balance = new Map<string | null, number>();
    for (const { kind, subject } of own) {
      balance.set(subject, (balance.get(subject) ?? 0) + (kind === 'mami-in-care' ? 1 : -1));
    }
    return [...balance.values()].filter((steps) => steps > 0).length;
  });
  return {
    families: children.filter((count) => count > 0).length,
    children: children.reduce((sum, count) => sum + count, 0),
  };
};
