/** Tests when a steady part of a screen is rendered again, and which callback it calls. */
import { render } from 'preact';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { steady } from './steady.ts';

type Props = { readonly word: string; readonly hint?: string; readonly onPress: () => void };

let place: HTMLElement;
let drawn: number;
const Word = steady(({ word, hint, onPress }: Props) => {
  drawn += 1;
  return (
    <button type="button" title={hint} onClick={onPress}>
      {word}
    </button>
  );
});

beforeEach(() => {
  drawn = 0;
  place = document.createElement('main');
  document.body.append(place);
});
afterEach(() => {
  render(null, place);
  place.remove();
});

it('is not rendered again for a new callback, and calls the newest', () => {
  const pressed: string[] = [];
  render(<Word word="Suivant" onPress={() => pressed.push('old')} />, place);
  render(<Word word="Suivant" onPress={() => pressed.push('new')} />, place);
  place.querySelector('button')?.click();
  expect(drawn).toBe(1);
  expect(pressed).toEqual(['new']);
});

it('is rendered again when another prop changes, appears or goes', () => {
  const press = (): void => {};
  render(<Word word="Suivant" onPress={press} />, place);
  render(<Word word="Enregistrer" onPress={press} />, place);
  expect(place.textContent).toBe('Enregistrer');
  render(<Word word="Enregistrer" hint="la visite" onPress={press} />, place);
  expect(place.querySelector('button')?.title).toBe('la visite');
  render(<Word word="Enregistrer" onPress={press} />, place);
  expect(place.querySelector('button')?.title).toBe('');
  expect(drawn).toBe(4);
});
