/**
 * Compares the families of a place with each other, by the comparison and from the threshold by which a phone offers
 * possible duplicates while a family is registered. Pure, but for the pauses.
 */
import type { CareRow } from '@denba/protocols/care/lists/care-row';
import { namesOfRow } from '@denba/protocols/care/lists/names-of-row';
import { createFamilyIndex } from '@denba/records/find-family/family-index';
import { type PossibleDuplicate, possibleDuplicates } from '@denba/records/find-family/possible-duplicates';

/** `family` sorts before `other`. */
export type Double = Pick<PossibleDuplicate, 'strength' | 'reasons'> & {
  readonly family: string;
  readonly other: string;
};

/** Families between two pauses. In a centre of 1,000 families each takes about three milliseconds. */
const TOGETHER = 4;

/** `pause`: lets the thread do other work. */
export const findDoubles = async (rows: readonly CareRow[], pause: () => Promise<void>): Promise<readonly Double[]> => {
  const families = rows.map(namesOfRow);
  const index = createFamilyIndex(families);
  const found = new Map<string, Double & { readonly score: number }>();
  for (const [at, one] of families.entries()) {
    if (at % TOGETHER === 0) await pause();
    for (const { family: like, score, strength, reasons } of possibleDuplicates(index, one, families.length)) {
      const [family, other] = one.family < like ? [one.family, like] : [like, one.family];
      const key = `${family} ${other}`;
      // The two directions may differ a little: the stronger one counts.
      if (score > (found.get(key)?.score ?? Number.NEGATIVE_INFINITY)) {
        found.set(key, { family, other, score, strength, reasons });
      }
    }
  }
  return [...found.values()].map(({ score: _, ...double }) => double);
};
