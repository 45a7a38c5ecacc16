/** The theme: light, dark, or sun (black on white for a screen at noon). A setting of the phone, not of a user. */
import { signal } from '@preact/signals';

export type Theme = 'light' | 'dark' | 'sun';
export const themes: readonly Theme[] = ['light', 'sun', 'dark'];

const REMEMBERED = 'denba.theme';

const remembered = (): Theme => {
  const word = localStorage.getItem(REMEMBERED);
  return themes.find((theme) => theme === word) ?? 'light';
};

export const theme = signal<Theme>('light');

export const setTheme = (next: Theme = remembered()): void => {
  theme.value = next;
  document.documentElement.dataset['theme'] = next;
  localStorage.setItem(REMEMBERED, next);
};
