import { describe, expect, it } from 'vitest';
import { placeNamed, placesToOffer } from './known-places.ts';

const places = [
  { id: 'h', name: 'CSRéf de Kalabancoro', kind: 'hospital' },
  { id: 'd', name: 'CSCom de Dialakoroba', kind: 'health_centre' },
  { id: 'e', name: 'Maternité', kind: 'site' },
  { id: 'f', name: 'Maternité', kind: 'site' },
];

describe('places that the server knows', () => {
  it('are offered by any part of their name, after those that were used', () => {
    expect(placesToOffer('csref', ['Ici'], places)).toEqual(['Ici', 'CSRéf de Kalabancoro']);
    expect(placesToOffer('', [], places)).toEqual(['CSRéf de Kalabancoro', 'CSCom de Dialakoroba', 'Maternité']);
  });

  it('are found by their name as it is spelt by thumb; two of one name are nobody', () => {
    expect(placeNamed(' csref  de kalabancoro', places)).toBe('h');
    expect(placeNamed('CSRéf', places)).toBeNull();
    expect(placeNamed('Maternité', places)).toBeNull();
  });
});
