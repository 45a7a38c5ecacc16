import { describe, expect, it } from 'vitest';
import { placeholdersOf } from './catalogue.ts';
import { catalogueProblems } from './catalogue-problems.ts';
import { pseudoCatalogue, pseudoText } from './pseudo.ts';

describe('the pseudo-language', () => {
  it('is accented, in brackets and a third longer', () => {
    const text = pseudoText('Enregistrer la visite');
    expect(text.startsWith('[Ëñ') || text.startsWith('[Ê')).toBe(true);
    expect(text.endsWith(']')).toBe(true);
    expect(text.length).toBeGreaterThanOrEqual('Enregistrer la visite'.length * 1.3);
  });

  it('keeps placeholders', () => {
    expect(placeholdersOf(pseudoText('{{count}} visites pour {{name}}'))).toEqual(['count', 'name']);
  });

  it('is a whole catalogue', () => {
    const french = { a: 'Oui', b_one: '{{count}} jour', b_other: '{{count}} jours' };
    const pseudo = pseudoCatalogue(french);
    expect(catalogueProblems({ language: 'fr', catalogue: french }, { language: 'fr', catalogue: pseudo })).toEqual([]);
  });
});
