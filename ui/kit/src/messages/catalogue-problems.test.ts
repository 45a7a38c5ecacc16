import { describe, expect, it } from 'vitest';
import { catalogueProblems, ownProblems } from './catalogue-problems.ts';

const french = {
  hello: 'Bonjour {{name}}',
  visits_one: 'une visite',
  visits_other: '{{count}} visites',
};
const english = { hello: 'Hello {{name}}', visits_one: '{{count}} visit', visits_other: '{{count}} visits' };

const problems = (catalogue: Readonly<Record<string, string>>) =>
  catalogueProblems({ language: 'fr', catalogue: french }, { language: 'en', catalogue });

describe('a translation beside its source', () => {
  it('is sound when keys and placeholders agree, though the languages have other plural forms', () => {
    expect(problems(english)).toEqual([]);
  });

  it('lacks a message, or has one too many', () => {
    const { hello: _, ...rest } = english;
    expect(problems({ ...rest, goodbye: 'Goodbye' })).toEqual(['hello: not in en', 'goodbye: only in en']);
  });

  it('lacks a plural form', () => {
    const { visits_one: _, ...rest } = english;
    expect(problems(rest)).toEqual(['visits: no form "one" in en']);
  });

  it('sets the marks of French apart by a space that does not break', () => {
    const said = (text: string) => ownProblems({ language: 'fr', catalogue: { ask: text } });
    for (const text of ['Pourquoi ?', 'Attention : « Kati »', '«\u00a0Kati »', '12 %', 'oui ; non'])
      expect(said(text), text).toEqual(['ask: a plain space beside a French mark']);
    for (const text of ['Pourquoi\u00a0?', '«\u00a0Kati\u00a0»', '12\u202f%', 'à 9:30', 'Kati, Bla'])
      expect(said(text), text).toEqual([]);
    expect(ownProblems({ language: 'en', catalogue: { ask: 'Why ?' } })).toEqual([]);
  });

  it('needs the forms that counting takes: not the French for whole millions, but all six of Arabic', () => {
    expect(ownProblems({ language: 'fr', catalogue: french })).toEqual([]);
    expect(ownProblems({ language: 'ar', catalogue: { v_one: '1', v_other: 'n' } })).toEqual(
      ['zero', 'two', 'few', 'many'].map((form) => `v: no form "${form}" in ar`),
    );
  });

  it('has another placeholder', () => {
    expect(problems({ ...english, hello: 'Hello {{nom}}' })).toEqual([
      'hello: placeholders nom in en, name in the source',
    ]);
  });

  it('is plural on one side only', () => {
    expect(problems({ hello: english.hello, visits: 'visits' })).toEqual(['visits: plural on one side only (en)']);
  });

  it('has an empty text, or a message both plain and plural', () => {
    expect(ownProblems({ language: 'en', catalogue: { a: ' ', b: 'x', b_other: 'y' } })).toEqual([
      'a: empty in en',
      'b: both plain and plural in en',
    ]);
  });
});
