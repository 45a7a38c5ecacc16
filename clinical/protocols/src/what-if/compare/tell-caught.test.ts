import { expect, it } from 'vitest';
import { tellCaught } from './tell-caught.ts';

it('who would have been found is told with the interval', () => {
  const interval = { n: 31, of: 40, share: 0.775, low: 0.625, high: 0.877 };
  const nobody = { n: 0, of: 0, share: null, low: null, high: null };
  const words = tellCaught({ sensitivity: interval, specificity: nobody, undecided: 2, unknownOutcome: 0 });
  expect(words.map(({ fr }) => fr)).toEqual([
    'Enfants dont l’issue a été défavorable, repérés à temps : 31 sur 40 (78\u00a0%, intervalle à 95\u00a0% : 63–88\u00a0%)',
    'Autres enfants, jamais signalés à risque : personne à compter',
    'Autres enfants dont toutes les évaluations sont incomplètes, comptés à part : 2',
  ]);
  expect(words[0]?.en).toBe('Children with a poor outcome, found in time: 31 of 40 (78%, 95% interval 63–88%)');
});
