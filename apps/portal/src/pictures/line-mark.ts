/**
 * The mark of a line, by its index among the lines: six shapes, first filled and then empty, for readers who cannot
 * tell the colours apart.
 */
import { type Html, html } from '@denba/kit/html/html';

const outlines = [
  'M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0Z',
  'M-3.6-3.6H3.6V3.6H-3.6Z',
  'M0-4.6L4.4 3.4H-4.4Z',
  'M0-5L5 0L0 5L-5 0Z',
  'M0 4.6L4.4-3.4H-4.4Z',
  'M-5-1.6H-1.6V-5H1.6V-1.6H5V1.6H1.6V5H-1.6V1.6H-5Z',
] as const;

export const markAt = (place: number, x: number, y: number): Html =>
  html`<path class="mark hue-${place % outlines.length} ${place >= outlines.length && 'empty'}" transform="translate(${x} ${y})" d="${outlines[place % outlines.length] ?? ''}"/>`;
