/** Places that an entry gives its family to: where it is referred or transferred, by the identifier of the place. */
import type { Entry } from '@denba/records/entry';

export const circleOf = ({ form, answers }: Entry): readonly string[] => {
  if (!form.startsWith('transfer@')) return [];
  const place = answers['to_facility'];
  return typeof place === 'string' && place !== '' ? [place] : [];
};
