/** Tests that breaths are counted and feeds timed correctly, whatever happens to the page meanwhile. */
import '../tokens.css';
import '../base.css';
import { type ComponentChild, render } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { StopWatch } from './stop-watch.view.tsx';
import { TapCounter } from './tap-counter.view.tsx';

let place: HTMLElement;

beforeEach(() => {
  place = document.createElement('main');
  document.body.append(place);
});

afterEach(() => {
  render(null, place);
  place.remove();
});

const show = (view: ComponentChild): void => render(view, place);

describe('counting and timing', () => {
  let clock = 0;
  const now = (): number => clock;
  beforeEach(() => {
    clock = 1000;
  });

  const labels = {
    start: 'Commencer',
    tap: 'Touchez',
    done: 'Terminé',
    undo: 'Annuler',
    restart: 'Recommencer',
    remaining: (seconds: number) => `${seconds} s`,
    result: (count: number) => `${count} respirations`,
  };

  it('breaths are counted by tap and by key for a minute, the last one taken back', async () => {
    const done = vi.fn();
    show(<TapCounter now={now} onDone={done} labels={labels} />);
    const area = place.querySelector('button') ?? document.body;
    await userEvent.click(area);
    clock += 500;
    await userEvent.click(area);
    await userEvent.click(area);
    area.focus();
    await userEvent.keyboard(' ');
    expect(place.querySelector('.k-tap__count')?.textContent).toBe('3');
    await page.getByRole('button', { name: 'Annuler' }).click();
    expect(place.querySelector('.k-tap__count')?.textContent).toBe('2');
    clock += 60_000;
    await vi.waitFor(() => expect(done).toHaveBeenCalledExactlyOnceWith(2));
    await expect.element(page.getByText('2 respirations')).toBeVisible();
    await page.getByRole('button', { name: 'Recommencer' }).click();
    expect(place.querySelector('.k-tap__count')?.textContent).toBe('0');
  });

  it('a feed is timed, also when the page was away meanwhile', async () => {
    const stopped = vi.fn();
    const words = { title: 'Tétée', start: 'Début', stop: 'Fin', restart: 'Encore', elapsed: (s: number) => `${s} s` };
    const started = vi.fn();
    show(<StopWatch now={now} labels={words} onStop={stopped} onStart={started} />);
    await page.getByRole('button', { name: 'Début' }).click();
    expect(started).toHaveBeenCalledExactlyOnceWith(1000);
    show(null);
    clock += 250_999;
    show(<StopWatch now={now} labels={words} onStop={stopped} startedAt={1000} />);
    expect(place.querySelector('.k-watch__time')?.textContent).toBe('4:10');
    await page.getByRole('button', { name: 'Fin' }).click();
    expect(stopped).toHaveBeenCalledExactlyOnceWith(250);
  });
});
