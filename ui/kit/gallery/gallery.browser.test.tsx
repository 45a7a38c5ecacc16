/** Tests every component of the gallery with touch, keyboard and accessibility checks. */
import '../src/tokens.css';
import '../src/base.css';
import axe from 'axe-core';
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { Gallery } from './gallery.view.tsx';
import { samples } from './samples.tsx';

const root = document.documentElement;
let place: HTMLElement;

const show = async (view: { theme?: string; dir?: string; text?: string; width?: number }): Promise<void> => {
  await page.viewport(view.width ?? 320, 740);
  history.replaceState(null, '', `?theme=${view.theme ?? 'light'}&dir=${view.dir ?? 'ltr'}&text=${view.text ?? '100'}`);
  render(<Gallery />, place);
  await new Promise((drawn) => setTimeout(drawn, 50));
};

beforeEach(() => {
  root.lang = 'fr';
  place = document.createElement('div');
  document.body.append(place);
});

afterEach(() => {
  render(null, place);
  place.remove();
  root.removeAttribute('style');
});

const violations = async (): Promise<readonly string[]> => {
  const result = await axe.run(place, {
    rules: { 'color-contrast-enhanced': { enabled: true }, 'target-size': { enabled: true } },
  });
  return result.violations.flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id}: ${node.html} ${node.failureSummary}`),
  );
};

/** Elements that stick out of the page sideways, except inside a frame that scrolls or a picture that clips them. */
const overflowing = (): readonly string[] =>
  [...place.querySelectorAll<HTMLElement>('*')]
    .filter(
      (element) =>
        element.closest('.k-table--scroll, .k-table--stack thead, .k-unseen, dialog:not([open]), svg *') === null,
    )
    .filter((element) => {
      const { left, right, width } = element.getBoundingClientRect();
      return width > 1 && (right > root.clientWidth + 1 || left < -1);
    })
    .map((element) => `${element.closest('.gallery__part')?.id}: ${element.outerHTML.slice(0, 120)}`);

it('shows every component', async () => {
  await show({});
  expect(place.querySelectorAll('.gallery__part').length).toBe(Object.keys(samples).length + 1);
});

describe.each(['ltr', 'rtl'])('read %s', (dir) => {
  it('has no fault that axe finds, with text contrast at 7:1', async () => {
    await show({ dir });
    expect(await violations()).toEqual([]);
  });

  it('fits a screen of 320 px', async () => {
    await show({ dir });
    expect(overflowing()).toEqual([]);
    expect(root.scrollWidth).toBe(320);
  });

  it('fits it with text at 200 %', async () => {
    await show({ dir, text: '200' });
    expect(overflowing()).toEqual([]);
    expect(root.scrollWidth).toBe(320);
    expect(await violations()).toEqual([]);
  });
});

it.each(['dark', 'sun'])('has no fault that axe finds in the theme %s', async (theme) => {
  await show({ theme });
  expect(await violations()).toEqual([]);
});

it('gives every control a target of at least 48 px', async () => {
  await show({ width: 360 });
  const small = [...place.querySelectorAll<HTMLElement>('button, summary, label:has(input), input:not(label input)')]
    .filter((control) => control.closest('dialog:not([open])') === null)
    .map((control) => [control, control.getBoundingClientRect()] as const)
    .filter(([, box]) => box.height < 47.5 || box.width < 47.5)
    .map(([control, box]) => `${Math.round(box.width)}×${Math.round(box.height)} ${control.outerHTML.slice(0, 100)}`);
  expect(small).toEqual([]);
});
