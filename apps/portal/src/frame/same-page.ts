/** The page that is open, of another place or another time: with the breakdown or the group that was chosen on it. */
import { placeAddress } from '../address.ts';
import type { OpenPlace } from '../place/open-place.ts';
import { isCentre, type PortalPlace } from '../place/place-tree.ts';
import type { PortalVisit } from '../portal-visit.ts';

export type AddressOf = (place: PortalPlace) => string;

/** What a page of figures can be asked for besides its place and period. */
const choices = ['by', 'group'] as const;

/** As it stands in the address. */
export const choicesMade = ({ query }: PortalVisit): readonly (readonly [name: string, value: string])[] =>
  choices.flatMap((name) => {
    const value = query.get(name) ?? '';
    return value === '' ? [] : [[name, value] as const];
  });

/** Of what lies in no centre: its sheet and its lists give way to the page that they hang on. */
const ofCentresAlone = /\/(centre|missing|families)$/;

/** `path`: of the open page, without its period. */
export const samePage = (visit: PortalVisit, { place, period }: OpenPlace, path: string): AddressOf => {
  const [own = ''] = placeAddress(place.id, period).split('?');
  const page = path.startsWith(own) ? path.slice(own.length) : '';
  return (other) => {
    const [root = '', query = ''] = placeAddress(other.id, period).split('?');
    const more = isCentre(other) ? page : page.replace(ofCentresAlone, '');
    const asked = new URLSearchParams(Object.fromEntries(choicesMade(visit)));
    return `${root}${more}?${query}${asked.size > 0 ? `&${asked.toString()}` : ''}`;
  };
};
