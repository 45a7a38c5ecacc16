/** Tests every picture in a real browser. */
import axe from 'axe-core';
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { board } from './ink.ts';
import { Picture } from './picture.view.tsx';
import { loadPictures } from './picture-groups.ts';
import { type PictureGroup, type PictureName, pictureNames } from './picture-names.ts';

const groups = Object.keys(pictureNames) as PictureGroup[];
const names: readonly PictureName[] = groups.flatMap((group) => [...pictureNames[group]]);

/** A long timeout, because a slow machine takes time to load a group. */
const patient = { timeout: 20_000 };

let place: HTMLElement;

const svgs = (): readonly SVGSVGElement[] => [...place.querySelectorAll('svg')];
const drawn = (svg: SVGSVGElement): readonly SVGElement[] => [...svg.querySelectorAll<SVGElement>('*')];

/** Shows all pictures on one page and waits until each has drawn more than its paper. */
const showAll = async (): Promise<void> => {
  render(
    <div>
      {names.map((name) => (
        <Picture key={name} name={name} />
      ))}
    </div>,
    place,
  );
  await vi.waitFor(() => {
    const waiting = svgs().filter((svg) => drawn(svg).length < 2);
    expect(waiting.map((svg) => svg.dataset['picture'])).toEqual([]);
  }, patient);
};

beforeEach(() => {
  place = document.createElement('div');
  document.body.append(place);
});

afterEach(() => {
  render(null, place);
  place.remove();
});

it('keeps the place of a picture until its group arrives', async () => {
  render(<Picture name="oedema" size={160} />, place);
  const svg = place.querySelector('svg');
  const { width, height } = svg?.getBoundingClientRect() ?? {};
  expect([width, height]).toEqual([160, 160]);
  expect(svg?.childElementCount).toBe(1);
  await vi.waitFor(() => expect(svg?.childElementCount).toBeGreaterThan(5), patient);
  expect(svg?.getBoundingClientRect().height).toBe(160);
});

it('draws at once what was loaded before', async () => {
  await loadPictures('shell');
  render(<Picture name="locked" />, place);
  expect(place.querySelector('svg')?.childElementCount).toBeGreaterThan(1);
});

it('draws the other picture when the name changes', async () => {
  await loadPictures('shell');
  render(<Picture name="locked" />, place);
  const before = place.innerHTML;
  render(<Picture name="father" />, place);
  await vi.waitFor(() => expect(svgs().every((svg) => drawn(svg).length > 5)).toBe(true), patient);
  expect(place.querySelector('svg')?.dataset['picture']).toBe('father');
  expect(place.innerHTML).not.toBe(before);
});

describe('all pictures', () => {
  beforeEach(showAll);

  it('are drawn, none twice under two names', () => {
    expect(svgs().length).toBe(names.length);
    const drawings = svgs().map((svg) => svg.innerHTML);
    expect(new Set(drawings).size).toBe(names.length);
    expect(drawings.every((drawing) => drawing.startsWith('<path') && drawing.length > board.length)).toBe(true);
  });

  it('hold no broken number, no id, no words, no style and no link', () => {
    const bad = svgs().filter((svg) => /NaN|undefined|null|Infinity/.test(svg.innerHTML));
    expect(bad.map((svg) => svg.dataset['picture'])).toEqual([]);
    expect(place.querySelectorAll('svg [id], svg [style], svg [href], text, title, image, script').length).toBe(0);
    expect(place.textContent).toBe('');
  });

  it('are drawn in the colours of the palette alone', () => {
    const colours = svgs()
      .flatMap(drawn)
      .flatMap((part) => [part.getAttribute('fill'), part.getAttribute('stroke')])
      .filter((colour) => colour !== null && colour !== 'none' && !colour.startsWith('var(--picture-'));
    expect(colours).toEqual([]);
  });

  it('have no empty part and fill their board', () => {
    for (const svg of svgs()) {
      const parts = [...svg.querySelectorAll<SVGGraphicsElement>('path, circle, ellipse')].slice(1);
      const boxes = parts.map((part) => part.getBoundingClientRect());
      const height = Math.max(...boxes.map((box) => box.bottom)) - Math.min(...boxes.map((box) => box.top));
      const width = Math.max(...boxes.map((box) => box.right)) - Math.min(...boxes.map((box) => box.left));
      expect(Math.max(height, width), svg.dataset['picture']).toBeGreaterThan(64);
      expect(Math.min(height, width), svg.dataset['picture']).toBeGreaterThan(32);
      const empty = boxes.filter((box) => box.width === 0 && box.height === 0);
      expect(empty, svg.dataset['picture']).toEqual([]);
    }
  });

  it('are hidden from the screen reader, and axe finds nothing', async () => {
    expect(place.querySelectorAll('svg[aria-hidden="true"]:not([role])').length).toBe(names.length);
    expect((await axe.run(place)).violations.map((rule) => rule.id)).toEqual([]);
  });
});

it('speaks its label as an image when it has one', async () => {
  render(<Picture name="welcome" label="Mère avec son bébé sur le dos" />, place);
  const svg = place.querySelector('svg[role="img"]');
  expect(svg?.getAttribute('aria-label')).toBe('Mère avec son bébé sur le dos');
  expect(svg?.hasAttribute('aria-hidden')).toBe(false);
  expect((await axe.run(place)).violations.map((rule) => rule.id)).toEqual([]);
});

it('never grows wider than its place', () => {
  place.style.width = '80px';
  place.innerHTML = '<style>svg{max-inline-size:100%}</style><div></div>';
  render(<Picture name="welcome" size={200} />, place.lastElementChild ?? place);
  const { width, height } = place.querySelector('svg')?.getBoundingClientRect() ?? {};
  expect([width, height]).toEqual([80, 80]);
});
