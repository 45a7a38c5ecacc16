/**
 * Who is in care at a place now: children who came into its care and did not leave it, by the facts that its figures are
 * made of. It names nobody.
 */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Tables } from '../database/tables.ts';

export type InCare = {
  readonly children: number;
  /** `null`: not hers to know. */
  readonly families: number | null;
  /** As many as she may know of; there are fewer than `FEW`. */
  readonly few: boolean;
};

/** Smaller numbers are for those who read the register (decision 0023). */
export const FEW = 5;

/** As somebody may know it who reads the register of the place, or does not. */
export const inCareFor = ({ families, children }: Counted, readsRegister: boolean): InCare => {
  if (readsRegister || children === 0) return { children, families, few: false };
  return { children: Math.max(children, FEW), families: null, few: children < FEW };
};

export type Counted = { readonly families: number; readonly children: number };

/** A child comes into care, or leaves it, in the name of a place. */
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
  // A centre may have recorded under a name of its own before it joined.
  const names = new Set([place, ...phones.map(({ facility }) => facility)]);
  return countInCare(
    kept.map(({ steps }) => steps),
    names,
  );
};

/** `families`: the steps of each. `names`: under which the place records. */
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
