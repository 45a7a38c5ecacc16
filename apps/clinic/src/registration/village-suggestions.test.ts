import { expect, it } from 'vitest';
import { villageSuggestions } from './village-suggestions.ts';

const villages = ['Kabé', null, 'Kola', 'Kabé', 'Siéné', '', 'Kola', 'Kabé', 'Falani', 'Digato', 'Banankoro'];

it('offers the villages of most families first, a handful', () => {
  expect(villageSuggestions(villages, '')).toEqual(['Kabé', 'Kola', 'Banankoro', 'Digato', 'Falani']);
});

it('offers those that begin as was typed, accents or not', () => {
  expect(villageSuggestions(villages, 'ka')).toEqual(['Kabé']);
  expect(villageSuggestions(villages, 'Sie')).toEqual(['Siéné']);
  expect(villageSuggestions(villages, 'x')).toEqual([]);
});
