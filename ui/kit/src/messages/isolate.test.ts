import { expect, it } from 'vitest';
import { isolateNumbers } from './isolate.ts';

const marked = (text: string): string => isolateNumbers(text).replaceAll('\u2068', '[').replaceAll('\u2069', ']');

it('sets each number of a sentence apart, with its sign and its unit', () => {
  expect(marked('P/A −2,66\u00a0z, sous le seuil de −2,00\u00a0z.')).toBe(
    'P/A [−2,66\u00a0z], sous le seuil de [−2,00\u00a0z].',
  );
  expect(marked('110\u00a0mm à 63\u00a0jours ; 5\u202f800 g, 12%')).toBe(
    '[110\u00a0mm] à [63\u00a0jours] ; [5\u202f800] g, [12%]',
  );
  expect(marked('Pourquoi 3\u00a0? Au moins 8/jour (+2)')).toBe('Pourquoi [3]\u00a0? Au moins [8/jour] ([+2])');
});

it('leaves words as they are', () => {
  expect(marked('Rien à dire : d’ordinaire – non')).toBe('Rien à dire : d’ordinaire – non');
});
