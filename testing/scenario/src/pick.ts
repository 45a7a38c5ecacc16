/** Picks from lists that may be empty, or whose items have different shares. */
import type { Random } from './random.ts';
import type { Share } from './west-african-names.ts';

export const pickOne = <T>(random: Random, items: readonly T[]): T => {
  const item = items[random.whole(items.length)];
  if (item === undefined) throw new RangeError('nothing to pick from');
  return item;
};

export const pickShare = (random: Random, shares: readonly Share[]): string => {
  let rest = random.next() * shares.reduce((sum, [, share]) => sum + share, 0);
  for (const [name, share] of shares) {
    rest -= share;
    if (rest < 0) return name;
  }
  return shares[0]?.[0] ?? '';
};
