/**
 * Tests that the text of the button which answers all open signs of a section is true of every answer that it gives.
 */
import type { FormItem, Question } from '@denba/questionnaires/form';
import { describe, expect, it } from 'vitest';
import { mami } from '../../../test/running-mami.ts';
import { english } from '../../messages/english.ts';
import { french } from '../../messages/french.ts';

const questions = (items: readonly FormItem[]): readonly Question[] =>
  items.flatMap((item) => (item.kind === 'question' ? [item] : 'items' in item ? questions(item.items) : []));

const words = [french, english].flatMap((catalogue) =>
  Object.entries(catalogue).flatMap(([key, text]) => (key.startsWith('form.looked') ? [text] : [])),
);

describe('the button of a section for « as it should be »', () => {
  it('answers good signs with yes: they are there', () => {
    const good = mami.forms.flatMap(({ items }) => questions(items).filter(({ well }) => well === true));
    expect(good.map(({ name }) => name)).toEqual(expect.arrayContaining(['f1', 'f2', 'f3', 'f4', 'f6']));
  });

  it('does not say that no sign was found, which of a good attachment would be the contrary', () => {
    expect(words).toHaveLength(4);
    expect(words.filter((text) => /\baucun|\bnone\b|: (rien|nothing)$/.test(text))).toEqual([]);
  });
});
