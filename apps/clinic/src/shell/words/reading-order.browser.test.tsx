/** Tests that on a right-to-left screen a number keeps its sign before it and its unit after it. */
import { afterEach, expect, it } from 'vitest';
import { setLanguage } from './language.ts';
import { inReadingOrder, sayValue } from './reading-order.ts';

afterEach(async () => {
  document.body.replaceChildren();
  await setLanguage('fr');
});

/** The characters of a line in their visual order, from the left. */
const fromTheLeft = (text: string): string => {
  const line = document.createElement('p');
  line.textContent = text;
  document.body.append(line);
  const words = line.firstChild as Text;
  const placed = [...text].map((sign, at) => {
    const range = document.createRange();
    range.setStart(words, at);
    range.setEnd(words, at + 1);
    return { sign, left: range.getBoundingClientRect().left, width: range.getBoundingClientRect().width };
  });
  return placed
    .filter(({ width }) => width > 0)
    .sort((a, b) => a.left - b.left)
    .map(({ sign }) => sign)
    .join('')
    .replaceAll('\u00a0', ' ');
};

it('a score alone, and a score in a sentence of another script', async () => {
  await setLanguage('mirror');
  expect(fromTheLeft('−2,66\u00a0z'), 'what the browser makes of it').not.toBe('−2,66 z');
  expect(fromTheLeft(sayValue(-2.66, { unit: 'z', codes: {} }))).toBe('−2,66 z');
  expect(fromTheLeft(inReadingOrder('الوزن −2,66\u00a0z، الحد −2,00\u00a0z'))).toContain('−2,66 z');
  expect(fromTheLeft(inReadingOrder('الوزن −2,66\u00a0z، الحد −2,00\u00a0z'))).toContain('−2,00 z');
});

it('is left as it is where lines are read from the left: nothing unseen is in what may be copied', async () => {
  await setLanguage('fr');
  expect(sayValue(-2.66, { unit: 'z', codes: {} })).toBe('−2,66\u00a0z');
  expect(inReadingOrder('P/A −2,66\u00a0z.')).toBe('P/A −2,66\u00a0z.');
});
