import { expect, it } from 'vitest';
import { compiledMami } from '../../../../testing/protocols/test/compiled-mami.ts';
import { wordsIn } from '../words/words.ts';
import { caseForm } from './case-form.ts';
import { caseOf } from './case-of.ts';

it('every number is asked for with its unit', () => {
  const form = (language: 'fr' | 'en') =>
    caseForm(wordsIn(language), compiledMami, caseOf(compiledMami)({}), '/try').text;
  expect(form('fr')).toContain('Poids de naissance (g)</label>');
  expect(form('fr')).toMatch(/for="answer\.weight_g">[^<]*\(g\)<\/label>/);
  expect(form('fr')).toMatch(/for="answer\.muac_mm">[^<]*\(mm\)<\/label>/);
  expect(form('en')).toContain('(g)</label>');
  expect(form('fr')).not.toMatch(/heures \(heures\)|semaines \(semaines\)/);
});
