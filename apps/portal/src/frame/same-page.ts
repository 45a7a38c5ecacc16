/** The address of the open page for another place or period. The chosen breakdown and group are kept. */
import { placeAddress } from '../address.ts';
import type { OpenPlace } from '../place/open-place.ts';
import { isCentre, type PortalPlace } from '../place/place-tree.ts';
import type { PortalVisit } from '../portal-visit.ts';

export type AddressOf = (place: PortalPlace) => string;

/** The query parameters of a page of figures, besides its period. */
const choices = ['by', 'group'] as const;

/** The choices that the address of the page holds. */
export const choicesMade = ({ query }: PortalVisit): readonly (readonly [name: string, value: string])[] =>
  choices.flatMap((name) => {
    const value = query.get(name) ?? '';
    return value === '' ? [] : [[name, value] as const];
  });

/** Pages that only a centre has. For another place they are replaced by the page above them. */
const ofCentresAlone = /\/(centre|missing|families)$/;

/** `path`: the path of the open page, without the query. */
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
