/**
 * A single hidden part of a sum that is shown could be worked out as the sum less the other parts. The smallest of the
 * other parts is therefore hidden with it (complementary suppression).
 */
import type { Figure } from '@denba/indicators/figure/figure';

export const hideDerivable = (parts: readonly Figure[]): readonly Figure[] => {
  const few = parts.filter(({ why }) => why === 'tooFew');
  if (few.length !== 1) return parts;
  const shown = parts.filter(({ why, ...figure }) => why === null && sizeOf(figure) > 0);
  const smallest = shown.toSorted((a, b) => sizeOf(a) - sizeOf(b))[0];
  return parts.map((part) => (part === smallest ? hidden(part) : part));
};

const sizeOf = ({ numerator, denominator }: Pick<Figure, 'numerator' | 'denominator'>): number =>
  denominator ?? numerator;

/** The same figure without its numbers, as shown to a reader who may not see it. */
export const hidden = ({ indicator }: Figure): Figure => ({
  indicator,
  numerator: 0,
  denominator: null,
  unknown: 0,
  value: null,
  interval: null,
  why: 'tooFew',
  parts: [],
});
