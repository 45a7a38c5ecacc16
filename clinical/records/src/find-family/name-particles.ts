/**
 * Words that stand beside a name and are written or left out as it comes: titles, marriage, "known as", "son of", and
 * what a register writes for an infant who has no name yet. General knowledge, ours (`default`). Folded spelling.
 *
 * Particles are dropped only beside other words: Ben or Bébé may be all that is written. Hadja and Maman are not here, for
 * they are also given names; a word too many costs little (possible-duplicates.ts).
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
  // and
  ...['de', 'du', 'des', 'la', 'le', 'et'],
  // no name yet
  ...['bebe', 'bb', 'enfant', 'nourrisson', 'jumeau', 'jumelle', 'jumeaux'],
]);
