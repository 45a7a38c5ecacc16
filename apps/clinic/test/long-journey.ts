/**
 * For journeys that take long and whose parts other tests prove as well: `npm test` runs them, continuous integration,
 * which has twenty minutes, says `DENBA_SHORT=yes` and leaves them out with a line.
 */
import { it } from 'vitest';

export const isShort = process.env['DENBA_SHORT'] === 'yes';

/** `fails`: a known gap, which this shows. */
export const longJourney = (title: string, walk: () => Promise<void>, ms: number, known?: 'fails'): void => {
  if (isShort) console.log(`Left out because DENBA_SHORT=yes: ${title}`);
  it(title, { skip: isShort, fails: known === 'fails', timeout: ms }, walk);
};
