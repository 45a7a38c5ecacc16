/** A figure against the period before, in words. */
import { makeFigure } from '@denba/indicators/figure/make-figure';
import type { Indicator } from '@denba/indicators/indicator';
import { expect, it } from 'vitest';
import { changeOf } from '../figures/change.ts';
import { sayChange } from './say-change.ts';
import { wordsIn } from './words.ts';

const indicator: Indicator = {
  ...{
    code: 'X',
    theme: 'mami',
    name: { fr: '', en: '' },
    kind: 'count',
    fact: 'mami-exited',
    among: null,
    when: null,
  },
  ...{ value: null, population: null, unit: 'n', by: [], source: 'DENBA', status: 'default', trap: null, needs: null },
  ...{ reading: { fr: '', en: '' }, numerator: { fr: '', en: '' }, denominator: null, restricted: false, better: null },
};
const figure = (count: number, mayReadRegister: boolean) =>
  makeFigure(indicator, [{ value: '', numerator: count, denominator: 0, unknown: 0, total: 0 }], { mayReadRegister });
const said = (language: 'fr' | 'en', before: ReturnType<typeof figure>) =>
  sayChange(wordsIn(language), { indicator, before, change: changeOf(indicator, figure(12, true), before) });

it('says of a small number before that it is hidden, and not that there was none', () => {
  expect(said('fr', figure(3, false))).toBe('Avant\u00a0: non montré, petits nombres ici ou à côté.');
  expect(said('en', figure(3, false))).toBe('Before: not shown, small numbers here or beside it.');
});

it('says that there was none before anybody recorded', () => {
  const none = { ...figure(0, true), value: null, why: 'nothingRecorded' as const };
  expect(said('fr', none)).toBe('Pas de chiffre avant.');
});
