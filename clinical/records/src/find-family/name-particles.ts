/**
 * Words that are written beside a name or left out at will: titles, marriage, "known as", "son of", and what a register
 * writes for an infant who has no name yet. General knowledge, ours (`default`). Folded spelling.
 *
 * Particles are dropped only beside other words: Ben or Bébé may be all that is written. Hadja and Maman are not listed
 * because they are also given names; an extra word costs little (`compare-names.ts`).
 */
export const nameParticles: ReadonlySet<string> = new Set([
  // titles
  ...[
    'mme',
    'mm',
    'mlle',
    'madame',
    'monsieur',
    'mr',
    'dr',
    'el',
    'al',
    'elhadj',
    'elhadji',
    'hadj',
    'hadji',
    'hadja',
    'adja',
  ],
  // marriage, widowhood
  ...['epouse', 'epse', 'eps', 'ep', 'nee', 'veuve', 'vve', 'feu', 'feue', 'mere'],
  // known as
  ...['dite', 'dit', 'alias'],
  // child of: Arabic, Moorish, Tuareg
  ...['ben', 'bin', 'ibn', 'bent', 'bint', 'ould', 'mint', 'ag', 'walet', 'wallet'],
  // articles, prepositions, « et »
  ...['de', 'du', 'des', 'la', 'le', 'et'],
  // no name yet
  ...['bebe', 'bb', 'enfant', 'nourrisson', 'jumeau', 'jumelle', 'jumeaux'],
]);
