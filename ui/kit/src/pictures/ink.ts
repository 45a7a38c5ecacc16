// The drawing primitives of all pictures: one palette, one stroke, no ids and no style attributes (a page may show the
// same picture twice, and its content policy may forbid inline styles). Drawings are SVG text on a 96 × 96 board. All
// drawings of this folder are our own work, licensed CC BY 4.0 like the protocol content they go with.

/** Default colours. A theme changes one by setting the CSS variable `--picture-…`. */
export const palette = {
  line: '#1f2a44',
  paper: '#f7efdf',
  skin: '#965f3e',
  'skin-2': '#b07a55',
  'skin-3': '#5f3826',
  cloth: '#3f51a3',
  'cloth-2': '#e0a030',
  white: '#ffffff',
  lip: '#cc7a66',
  jaundice: '#c9993a',
  yellow: '#f6da55',
  warm: '#c4472f',
  water: '#a9cfe6',
  leaf: '#5f8a4c',
} as const;

export type Colour = keyof typeof palette;

/** What a drawing function returns: SVG text without the `<svg>` around it. */
export type Drawing = string;

const ink = (colour: Colour): string => `var(--picture-${colour},${palette[colour]})`;

/** A filled shape with the common outline. */
export const shape = (colour: Colour, d: string): Drawing => `<path fill="${ink(colour)}" d="${d}"/>`;

/** A filled shape without outline. */
export const flat = (colour: Colour, d: string): Drawing => `<path fill="${ink(colour)}" stroke="none" d="${d}"/>`;

/** A stroke; give `width` only when it is not the common one. */
export const line = (d: string, colour: Colour = 'line', width?: number): Drawing =>
  `<path${colour === 'line' ? '' : ` stroke="${ink(colour)}"`}${width === undefined ? '' : ` stroke-width="${width}"`} d="${d}"/>`;

export const disc = (colour: Colour, x: number, y: number, r: number): Drawing =>
  `<circle fill="${ink(colour)}" cx="${x}" cy="${y}" r="${r}"/>`;

/** A disc without outline: an eye, a bead, a drop of milk. */
export const dot = (x: number, y: number, r: number, colour: Colour = 'line'): Drawing =>
  `<circle fill="${ink(colour)}" stroke="none" cx="${x}" cy="${y}" r="${r}"/>`;

export const oval = (colour: Colour, x: number, y: number, rx: number, ry: number): Drawing =>
  `<ellipse fill="${ink(colour)}" cx="${x}" cy="${y}" rx="${rx}" ry="${ry}"/>`;

const strokeWidth = 2.4;

/** Limbs and trunk as round-ended tubes that merge into one body: all outlines are drawn first, then all fills. */
export const body = (colour: Colour, ...tubes: readonly (readonly [width: number, d: string])[]): Drawing =>
  tubes.map(([width, d]) => line(d, 'line', width + strokeWidth * 2)).join('') +
  tubes.map(([width, d]) => line(d, colour, width)).join('');

const round = (n: number): number => Math.round(n * 100) / 100;

/** Moves a drawing to (x, y), scales it and turns it (degrees); its strokes keep the common width. */
export const at = (x: number, y: number, drawing: Drawing, scale = 1, turn = 0): Drawing =>
  `<g transform="translate(${x} ${y})${turn === 0 ? '' : `rotate(${turn})`}${scale === 1 ? '' : `scale(${scale})`}"${
    scale === 1 ? '' : ` stroke-width="${round(strokeWidth / Math.abs(scale))}"`
  }>${drawing}</g>`;

/** Mirrors a drawing at the vertical line through x. */
export const mirror = (x: number, drawing: Drawing): Drawing =>
  `<g transform="translate(${2 * x})scale(-1 1)">${drawing}</g>`;

/** A tick (good) or a cross (not) in the lower corner, so that the meaning never depends on colour alone. */
export const mark = (kind: 'good' | 'not', x = 83, y = 83): Drawing =>
  disc('white', x, y, 9.5) +
  (kind === 'good'
    ? line(`M${x - 4.5} ${y}l3.3 3.8 6-7.5`, 'cloth', 3)
    : line(`M${x - 4} ${y - 4}l8 8m0-8-8 8`, 'warm', 3));

/** The paper behind a picture, so that it looks the same in the light, dark and sun themes. */
export const board: Drawing = flat('paper', 'M0 0H96V96H0Z');

/** The attributes of every picture's `<svg>`. */
export const pen = {
  viewBox: '0 0 96 96',
  fill: 'none',
  stroke: ink('line'),
  'stroke-width': strokeWidth,
  'stroke-linecap': 'round',
  'stroke-linejoin': 'round',
  // Rounds the corners of the board. An attribute, because it needs neither a style nor an id.
  'clip-path': 'inset(0 round 14%)',
} as const;
