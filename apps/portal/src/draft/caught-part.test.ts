import { html } from '@denba/kit/html/html';
import type { Caught } from '@denba/protocols/what-if/compare/caught';
import { describe, expect, it } from 'vitest';
import { wordsIn } from '../words/words.ts';
import { caughtPart } from './caught-part.ts';

const share = (n: number, of: number) => ({ n, of, share: n / of, low: 0, high: 1 });
const caught = (found: number, left: number): Caught => ({
  ...{ sensitivity: share(found, 40), specificity: share(left, 100), undecided: 0, unknownOutcome: 0 },
});
const told = (draft: Caught, open = true, base = caught(30, 60)): string =>
  html`${caughtPart(wordsIn('fr'), base, draft, open)}`.text.replaceAll(/\s+/g, ' ');

describe('what a draft would have found', () => {
  it('is told plainly when it is less: the children who would have been missed', () => {
    const text = told(caught(24, 80));
    expect(text).toContain('<p class="warning">Attention : ce projet aurait manqué 6 enfants de plus');
    expect(text).toContain('signalé à risque 20 enfants de moins qui sont allés bien');
  });

  it('is told when it is more, and at which price', () => {
    const text = told(caught(31, 50));
    expect(text).toContain('<p class="">Ce projet aurait repéré un enfant de plus');
    expect(text).toContain('signalé à risque 10 enfants de plus qui sont allés bien');
  });

  it('and when it is the same', () => expect(told(caught(30, 60))).toContain('autant d&#39;enfants'));

  it('is not told of a difference of few to a reader without the register', () => {
    expect(told(caught(31, 50), false)).toContain('trop peu d&#39;enfants');
    expect(told(caught(24, 80), false)).toContain('manqué 6 enfants');
  });
});
