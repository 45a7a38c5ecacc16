/** Updates the figures of a place when the facts of some families change from `before` to `after`. */
import type { Transaction } from 'kysely';
import type { SyncTables } from '../tables.ts';
import type { CountedPlace, Figures } from './figures.ts';
import { addToFigures, type FamilyFacts, rememberChanges } from './write-figures.ts';

type Tx = Transaction<SyncTables>;

/** The figures of the place must be up to date, and its feed held. */
export const changeFigures = async (
  tx: Tx,
  place: string,
  { day, facilities }: CountedPlace,
  figures: Figures,
  before: readonly FamilyFacts[],
  after: readonly FamilyFacts[],
): Promise<void> => {
  const [were, are] = [before, after].map((families) => families.map(({ facts }) => facts));
  await addToFigures(tx, place, figures.change(were ?? [], are ?? [], day, facilities));
  await rememberChanges(
    tx,
    place,
    after.flatMap(({ family, facts }) => figures.changesAfter(facts, day).map((on) => ({ family, on }))),
  );
};
