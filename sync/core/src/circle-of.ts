/** Places that an entry gives its family to: where it is referred or transferred, by the identifier of the place. */
import type { Entry } from '@denba/records/entry';
import { isId } from '@denba/records/ids';

export const circleOf = ({ form, answers }: Entry): readonly string[] => {
  if (!form.startsWith('transfer@')) return [];
  // Before version 2 of the form a place of the network was named in the field of its name.
  const places = [answers['to_facility_id'], answers['to_facility']];
  return places.filter((place) => typeof place === 'string' && isId(place)) as readonly string[];
};
