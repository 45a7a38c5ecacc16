import { describe, expect, it } from 'vitest';
import { foldLetters } from './fold-letters.ts';
import { nameVariants } from './name-variants.ts';
import { soundKey } from './sound-key.ts';

describe('the table of variants', () => {
  it('is in folded spelling, one word a form', () => {
    for (const form of nameVariants.flat()) {
      expect(foldLetters(form)).toBe(form);
      expect(form).toMatch(/^[a-z]{2,}$/);
    }
  });

  it('has no form on two lines, by letters or by sound, so that a name is never two names', () => {
    const lineOf = new Map<string, string>();
    const twice = nameVariants.flatMap((line) =>
      line.flatMap((form) =>
        [form, `sound ${soundKey(form)}`].flatMap((key) => {
          const other = lineOf.get(key);
          lineOf.set(key, line[0]);
          return other === undefined || other === line[0] ? [] : [`${form}: ${other}, ${line[0]}`];
        }),
      ),
    );
    expect(twice).toEqual([]);
  });

  it('joins nothing that it says it leaves apart', () => {
    const line = (name: string) => nameVariants.find((forms) => forms.includes(name))?.[0] ?? name;
    for (const [one, other] of [
      ['fanta', 'fatoumata'],
      ['mamadou', 'mohamed'],
      ['sekou', 'cheick'],
      ['awa', 'eve'],
    ] as const) {
      expect(line(one)).not.toBe(line(other));
    }
    for (const name of ['nana', 'mama', 'maman']) expect(nameVariants.flat()).not.toContain(name);
  });
});
