/** The places that an entry adds to its family's circle: the ids of the places it is referred or transferred to. */
import type { Entry } from '@denba/records/entry';
import { isId } from '@denba/records/ids';

export const circleOf = ({ form, answers }: Entry): readonly string[] => {
  if (!form.startsWith('transfer@')) return [];
  // Version 1 of the form has the id of a place of the network in `to_facility`, the field for its name.
  const places = [answers['to_facility_id'], answers['to_facility']];
  return places.filter((place) => typeof place === 'string' && isId(place)) as readonly string[];
};
