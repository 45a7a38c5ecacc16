import { describe, expect, it } from 'vitest';
import { readCard } from './card.ts';

const text = `---
id: CC01
title: {fr: "Nourrir", en: "Feeding"}
status: default
source: BOOK
---

## fr

Une idée.

Deux lignes.

## en

One idea.
`;

describe('a counselling card', () => {
  it('has its front matter and a text for each language, with their lines', () => {
    const { card, problems } = readCard('advice/cc01.md', text);
    expect(problems).toEqual([]);
    expect(card).toMatchObject({
      id: 'CC01',
      title: { fr: 'Nourrir', en: 'Feeding' },
      text: { fr: 'Une idée.\n\nDeux lignes.', en: 'One idea.' },
      lines: { id: 2, status: 4, source: 5, fr: 8, en: 14 },
    });
  });

  it('reads the same with Windows line ends', () => {
    expect(readCard('c.md', text.replaceAll('\n', '\r\n'))).toEqual(readCard('c.md', text));
  });

  it('reports a language that is missing as blank, for the checker to see', () => {
    expect(readCard('c.md', text.replace('## en', '### en')).card?.text.en).toBe('');
  });
});
