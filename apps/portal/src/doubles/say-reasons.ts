/** Why two families may be one, in words. */
import type { Words } from '../words/words.ts';

const reasons = [
  'sameName',
  'sameSound',
  'nameVariant',
  'closeName',
  'sameOtherName',
  'samePhone',
  'closePhone',
  'sameVillage',
  'closeVillage',
  'sameCard',
  'sameAge',
  'closeAge',
  'sameBirth',
  'closeBirth',
  'sameSex',
] as const;

/** A reason that this version does not know is left out. */
export const sayReasons = ({ t }: Pick<Words, 't'>, codes: readonly string[]): string =>
  reasons.flatMap((one) => (codes.includes(one) ? [t(`doubles.${one}`)] : [])).join(', ');
