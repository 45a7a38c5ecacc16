// Objects around mother and child, each around (0, 0) unless its comment says otherwise.
import { at, body, type Colour, type Drawing, disc, dot, flat, line, shape } from './ink.ts';

/** A white disc in a corner with a small drawing in it. */
export const badge = (x: number, y: number, drawing: Drawing): Drawing => disc('white', x, y, 16) + at(x, y, drawing);

/** A stroke that crosses a thing out, which means "not this". */
export const struck = line('M-10-10L10 10', 'warm', 3.4);

export const cup = shape('cloth-2', 'M-9-8H9L7 8H-7Z') + shape('white', 'M-9-8Q0-4 9-8Q0-12-9-8Z');

export const bottle =
  shape('white', 'M-5-3H5V12H-5Z') + shape('cloth-2', 'M-5-3C-5-8-2-7-2-11H2C2-7 5-8 5-3Z') + line('M-5 3h4M-5 7h4');

/** A drop of milk, 2 × r wide. */
export const drop = (x: number, y: number, r: number): Drawing =>
  shape(
    'white',
    `M${x} ${y - 2 * r}C${x + r} ${y - r} ${x + r} ${y - r / 3} ${x + r} ${y}A${r} ${r} 0 0 1 ${x - r} ${y}C${x - r} ${y - r / 3} ${x - r} ${y - r} ${x} ${y - 2 * r}Z`,
  );

/** A thermometer, upright, bulb at (0, 14); `full` from 0 (cold) to 1 (hot). */
export const thermometer = (full: number, colour: Colour = 'warm'): Drawing =>
  shape('white', 'M-4 10V-18a4 4 0 0 1 8 0V10A6.5 6.5 0 1 1-4 10Z') +
  dot(0, 15, 3.8, colour) +
  line(`M0 15V${10 - 26 * full}`, colour, 3.4);

export const clock = disc('white', 0, 0, 11) + line('M0-6V0L4 3');

export const sun = (x: number, y: number): Drawing =>
  disc('cloth-2', x, y, 7) +
  line(
    `M${x} ${y - 12}v-2M${x} ${y + 12}v2M${x - 12} ${y}h-2M${x + 12} ${y}h2M${x - 8.5} ${y - 8.5}l-1.5-1.5M${x + 8.5} ${y - 8.5}l1.5-1.5M${x - 8.5} ${y + 8.5}l-1.5 1.5M${x + 8.5} ${y + 8.5}l1.5 1.5`,
    'cloth-2',
  );

/** A house with a thatched roof: 34 wide, standing on y = 18. */
export const house =
  shape('paper', 'M-14-2H14V18H-14Z') +
  shape('cloth-2', 'M0-18L20 0Q0 5-20 0Z') +
  shape('skin-3', 'M-4 18V8a4 4 0 0 1 8 0V18Z');

/** A health centre: 44 wide, standing on y = 18. Its cross is blue: a red one on white is a protected emblem. */
export const clinic =
  shape('white', 'M-18-10H18V18H-18Z') +
  shape('warm', 'M-22-10L-16-18H16L22-10Z') +
  shape('skin-3', 'M-4 18V8H4V18Z') +
  line('M0-6V4M-5-1H5', 'cloth', 3.6) +
  line('M-12-2v5M12-2v5', 'water', 4);

export const phone = (screen: Drawing): Drawing =>
  shape('line', 'M-17-31a5 5 0 0 1 5-5H12a5 5 0 0 1 5 5V31a5 5 0 0 1-5 5H-12a5 5 0 0 1-5-5Z') +
  flat('white', 'M-13.5-29H13.5V27H-13.5Z') +
  dot(0, 31.4, 1.6, 'white') +
  screen;

export const padlock =
  line('M-7-3V-8a7 7 0 0 1 14 0V-3', 'line', 3.4) +
  shape('cloth-2', 'M-11-4H11V12H-11Z') +
  dot(0, 3, 2.2) +
  line('M0 3V7');

export const clipboard = (lines: Drawing): Drawing =>
  shape('cloth', 'M-20-24H20V28H-20Z') +
  shape('white', 'M-15-19H15V23H-15Z') +
  shape('cloth-2', 'M-7-27H7V-20H-7Z') +
  lines;

export const calendar = (inside: Drawing): Drawing =>
  shape('white', 'M-12-9H12V12H-12Z') + shape('cloth', 'M-12-11H12V-4H-12Z') + line('M-6-14v5M6-14v5') + inside;

/**
 * A health worker's arm from the board's edge to the fingertips; the first half is sleeve. `d` is one straight line.
 */
export const reach = (d: string): Drawing =>
  `${body('skin', [10, d])}<g stroke-dasharray="28 99">${body('white', [13, d])}</g>`;

/** A hand from the right edge holding a stethoscope on the chest at (49, 76). */
export const listening =
  line('M104 74C84 60 66 66 52 74', 'line', 3.4) + disc('water', 49, 76, 7) + reach('M108 92L62 78');

/** A measuring tape along the path `d`. */
export const tape = (d: string, width = 7): Drawing =>
  line(d, 'line', width + 4.8) +
  line(d, 'white', width) +
  `<g stroke-dasharray="2 5" stroke-linecap="butt">${line(d, 'line', width * 0.6)}</g>`;

export const stopwatch =
  line('M0-16V-20M-4-20H4M11-12l3-3', 'line', 3) +
  disc('white', 0, 0, 15) +
  flat('cloth', 'M0 0V-11A11 11 0 1 1-11 0Z') +
  dot(0, 0, 2);

export const magnifier = (lens: Drawing): Drawing =>
  line('M20 20L34 34', 'line', 11) + line('M22 22L34 34', 'cloth-2', 6) + disc('white', 0, 0, 28) + lens;

export const arrow = (d: string, head: string): Drawing => line(d, 'cloth', 4) + line(head, 'cloth', 4);
