import { describe, expect, it } from 'vitest';
import { exampleProtocol } from '../example/example-protocol.ts';
import { readProtocol } from '../read/read-protocol.ts';
import { compileProtocol } from './compile-protocol.ts';

/** The example protocol with additional lines in `forms/choices.csv`. */
const withChoices = (...lines: readonly string[]) => {
  const files = new Map(exampleProtocol());
  files.set('forms/choices.csv', `${files.get('forms/choices.csv')?.trimEnd()}\n${lines.join('\n')}\n`);
  const { compiled, problems } = compileProtocol(readProtocol(files).source);
  return { choices: compiled.choices, problems };
};

describe('the words of a choice', () => {
  it('are borrowed from what has the name, up to its colon', () => {
    const { choices, problems } = withChoices('items,W1,W1 – {weight_g},W1 – {weight_g}');
    expect(choices['items']?.['W1']).toEqual({ fr: 'W1 – Poids', en: 'W1 – Weight' });
    expect(problems).toEqual([]);
  });

  it('are borrowed from a choice of another list, which may borrow itself', () => {
    const { choices } = withChoices('one,a,{two.b},{two.b}', 'two,b,{three.c},{three.c}', 'three,c,trois,three');
    expect(choices['one']?.['a']).toEqual({ fr: 'trois', en: 'three' });
  });

  it('that borrow from nowhere, or from themselves, are a problem with its place', () => {
    const { problems } = withChoices('one,a,{weigth_g},mine', 'two,b,{two.b},mine');
    expect(problems.map(({ kind, column, cure }) => [kind, column, cure.en])).toEqual([
      ['placeholderUnknown', 'label::fr', 'Did you mean “{weight_g}”?'],
      ['placeholderUnknown', 'label::fr', 'Write the words yourself.'],
    ]);
  });
});
