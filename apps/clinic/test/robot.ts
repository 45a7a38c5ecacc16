/**
 * A robot that uses the clinic as a midwife does: it finds everything by its role and its words, and counts its taps
 * and keys. What it cannot find, she could not find either.
 */
import type { Locator, Page } from 'playwright-core';
import type { Words } from './spoken-words.ts';

export type Effort = { readonly taps: number; readonly keys: number };

export type Robot = {
  readonly page: Page;
  readonly words: Words;
  /** Presses what is named so. `kind` when it is not a button. */
  readonly press: (name: string, kind?: 'button' | 'link' | 'tab' | 'radio' | 'checkbox') => Promise<void>;
  /** One of the five places below. */
  readonly place: (name: 'today' | 'search' | 'new-family' | 'register' | 'more') => Promise<void>;
  /** Presses what a test found by itself. */
  readonly tap: (target: Locator) => Promise<void>;
  /** Types into the field of this name, in place of what is in it. */
  readonly type: (label: string, text: string) => Promise<void>;
  readonly typeInto: (field: Locator, text: string) => Promise<void>;
  /** Picks the answer of these words to the question of these words. */
  readonly choose: (question: string, answer: string) => Promise<void>;
  /** Types `2026-11-03` into the three boxes of a date. A year that stands there already is not typed. */
  readonly typeDate: (question: string, day: string) => Promise<void>;
  /** Waits until the screen says this. */
  readonly sees: (text: string | RegExp) => Promise<void>;
  /** What was done since the robot began, or since `startCount`. */
  readonly effort: () => Effort;
  readonly startCount: () => void;
};

export const createRobot = (page: Page, words: Words): Robot => {
  let taps = 0;
  let keys = 0;

  const tap = async (target: Locator): Promise<void> => {
    // As a thumb does: what is pressed is moved out from under the bars first.
    await target.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    await target.click();
    taps += 1;
  };

  const typeInto = async (field: Locator, text: string): Promise<void> => {
    await tap(field);
    if ((await field.inputValue()) !== '') await field.fill('');
    await field.pressSequentially(text);
    keys += text.length;
  };

  const choose = async (question: string, answer: string): Promise<void> => {
    const group = page
      .getByRole('radiogroup', { name: question, exact: true })
      .or(page.getByRole('group', { name: question, exact: true }));
    const option = group.getByText(answer, { exact: true });
    await tap(option);
  };

  return {
    page,
    words,
    press: (name, kind = 'button') => tap(page.getByRole(kind, { name, exact: true })),
    place: (name) =>
      tap(
        page
          .getByRole('navigation', { name: words.t('shell.places'), exact: true })
          .getByRole('button', { name: words.t(`shell.place.${name}`), exact: true }),
      ),
    tap,
    type: (label, text) => {
      const secret = page.locator('input[type=password]').and(page.getByLabel(label, { exact: true }));
      return typeInto(page.getByRole('textbox', { name: label, exact: true }).or(secret), text);
    },
    typeInto,
    choose,
    typeDate: async (question, day) => {
      const [year = '', month = '', date = ''] = day.split('-');
      const boxes = page.getByRole('group', { name: question, exact: true }).getByRole('textbox');
      await tap(boxes.nth(0));
      // The cursor goes on by itself from a box that is full to one that is empty.
      await boxes.nth(0).pressSequentially(date);
      await boxes.nth(1).pressSequentially(month);
      keys += 4;
      if ((await boxes.nth(2).inputValue()) === year) return;
      await boxes.nth(2).fill(year);
      keys += 4;
    },
    sees: async (text) => {
      await page.getByText(text).first().waitFor();
    },
    effort: () => ({ taps, keys }),
    startCount: () => {
      taps = 0;
      keys = 0;
    },
  };
};
