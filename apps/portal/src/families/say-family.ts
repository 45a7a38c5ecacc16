/**
 * What a list calls a family: as the register does, by the numbers of its children, which the search of a phone finds. A
 * family without one is named by the beginning of its identifier. No list of the portal has names of people.
 */
import type { CareRow } from '@denba/protocols/care/lists/care-row';
import type { Words } from '../words/words.ts';

export const sayFamily = (
  { t }: Pick<Words, 't'>,
  { family, numbers }: { readonly family: string; readonly numbers: readonly string[] },
): string => numbers.join(', ') || t('families.no-number', { id: family.slice(0, 8) });

/** The register numbers of the children. */
export const registerNumbers = (children: CareRow['children']): readonly string[] =>
  children.flatMap(({ care }) => (care === null ? [] : [care.number]));
