/**
 * For journeys that take long and whose parts other tests cover too. `npm test` runs them; continuous integration,
 * which has twenty minutes, sets `DENBA_SHORT=yes` to skip them and print their names.
 */
import { it } from 'vitest';

export const isShort = process.env['DENBA_SHORT'] === 'yes';

/** `fails`: a known gap, which this journey demonstrates. */
export const longJourney = (title: string, walk: () => Promise<void>, ms: number, known?: 'fails'): void => {
  if (isShort) console.log(`Left out because DENBA_SHORT=yes: ${title}`);
  it(title, { skip: isShort, fails: known === 'fails', timeout: ms }, walk);
};
