/**
 * For journeys that take long and whose parts other tests prove as well: `npm test` runs them, continuous integration,
 * which has twenty minutes, says `DENBA_SHORT=yes` and leaves them out with a line.
 */
import { it } from 'vitest';

const short = process.env['DENBA_SHORT'] === 'yes';

export const longJourney = (title: string, walk: () => Promise<void>, ms: number): void => {
  if (short) console.log(`Left out because DENBA_SHORT=yes: ${title}`);
  it.skipIf(short)(title, walk, ms);
};
