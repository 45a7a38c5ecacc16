import { describe, expect, it } from 'vitest';
import { mami } from '../../test/mami.ts';
import { createCellChoices, parameterChoices } from './cell-choices.ts';

const choicesOf = createCellChoices(mami);

describe('the codes that may stand in a cell', () => {
  it('of a conclusion are those of its output, in words, one of them chosen', () => {
    expect(choicesOf('enrolment_rule', 'then: proposal', 'not_eligible')).toMatchObject({
      ...{ several: false, chosen: ['not_eligible'] },
      codes: expect.arrayContaining([{ code: 'not_eligible', words: { fr: "pas d'inscription", en: 'no enrolment' } }]),
    });
  });

  it('of a condition may be several, and an answer that is missing is one of them', () => {
    const choices = choicesOf('feeding_breast', 'when: bf_status', 'predominant, mixed');
    expect(choices?.chosen).toEqual(['predominant', 'mixed']);
    expect(choices?.codes.at(-1)).toEqual({ code: 'null', words: { fr: 'sans réponse', en: 'not answered' } });
  });

  it('of a yes-or-no are yes, no and not answered; an empty cell asks nothing', () => {
    const choices = choicesOf('attendance', 'when: visit_late', '');
    expect([choices?.codes.map(({ code }) => code), choices?.chosen]).toEqual([['true', 'false', 'null'], []]);
  });

  it.each([
    ['a comparison', 'nutrition', 'when: waz', '< p.waz_cut'],
    ['a parameter', 'child_problems', 'then: level', 'p.illness_class'],
    ['anything but some codes', 'mental_health', 'when: epds_item10', 'not(null)'],
    ['a condition of its own', 'feeding_breast', 'when: some d in f9 satisfies d != "none"', 'true'],
  ])('are not offered for %s', (_, table, column, text) => {
    expect(choicesOf(table, column, text)).toBeNull();
  });

  it('are offered for a setting that has a list of its name', () => {
    expect(parameterChoices(mami, 'yi_rule').map(({ code, words }) => [code, words.fr])).toEqual([
      ['months', 'en mois révolus'],
      ['days', 'en jours'],
    ]);
    expect(parameterChoices(mami, 'waz_cut')).toEqual([]);
  });

  it('are offered for every setting that is a code', () => {
    const coded = mami.parameters.filter(({ value }) => typeof value === 'string');
    const without = coded.filter(({ name, value }) => !parameterChoices(mami, name).some(({ code }) => code === value));
    expect(without.map(({ name }) => name)).toEqual([]);
  });
});
