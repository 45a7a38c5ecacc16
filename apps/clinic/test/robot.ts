/**
 * A robot that uses the clinic as a midwife does: it finds everything by role and words, and counts its taps and keys.
 * What it cannot find, she could not find either.
 */
import type { Locator, Page } from 'playwright-core';
import type { Words } from './spoken-words.ts';

export type Effort = { readonly taps: number; readonly keys: number };

export type Robot = {
  readonly page: Page;
  readonly words: Words;
  /** Presses the control with this name; give `kind` when it is not a button. */
  readonly press: (name: string, kind?: 'button' | 'link' | 'tab' | 'radio' | 'checkbox') => Promise<void>;
  /** Opens one of the five destinations in the bottom navigation. */
  readonly place: (name: 'today' | 'search' | 'new-family' | 'register' | 'more') => Promise<void>;
  /** Presses an element that the test found by itself. */
  readonly tap: (target: Locator) => Promise<void>;
  /** Types into the field with this label, replacing its content. */
  readonly type: (label: string, text: string) => Promise<void>;
  readonly typeInto: (field: Locator, text: string) => Promise<void>;
  /** Chooses an answer to a question, both given by their words. */
  readonly choose: (question: string, answer: string) => Promise<void>;
  /** Types `2026-11-03` into the three boxes of a date. A year that is already filled in is not typed. */
  readonly typeDate: (question: string, day: string) => Promise<void>;
  /** Waits until the screen contains this text. */
  readonly sees: (text: string | RegExp) => Promise<void>;
  /** The taps and keys since the robot started, or since `startCount`. */
  readonly effort: () => Effort;
  readonly startCount: () => void;
};

/** `touch`: how it presses an element that is in sight. */
export const createRobot = (
  page: Page,
  words: Words,
  touch: (target: Locator) => Promise<void> = (target) => target.click(),
): Robot => {
  let taps = 0;
  let keys = 0;

  const tap = async (target: Locator): Promise<void> => {
    // Moves the element out from under the bars first, as a thumb does.
    await target.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    await touch(target);
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
      // The cursor moves by itself from a full box to the next empty one.
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
