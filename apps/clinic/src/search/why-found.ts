/** Whether a row must say why it was found; `null` when the mother's own name or her village shows it already. */
import type { CareRow } from '@denba/protocols/care/lists/care-row';
import { foldLetters } from '@denba/records/find-family/fold-letters';
import type { SearchHit } from '@denba/records/find-family/search';

export type WhyFound = { readonly says: 'name' | 'phone' | 'card' | 'register'; readonly part: string };

export const whyFound = ({ matched, part }: SearchHit, { mother }: CareRow): WhyFound | null => {
  switch (matched) {
    case 'village':
      return null;
    case 'name':
      return foldLetters(mother.name ?? '').includes(foldLetters(part)) ? null : { says: 'name', part };
    case 'phone':
    case 'card':
    case 'register':
      return { says: matched, part };
  }
};
