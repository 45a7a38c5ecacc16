// The four signs of attachment (WHO/UNICEF: chin touches the breast, mouth wide open, lower lip turned outwards, more
// areola seen above the mouth than below), the position and the suckling. A pair of pictures differs in its one sign.

import { woman } from './heads.ts';
import { at, body, type Drawing, dot, line, mark, shape } from './ink.ts';
import { type Latch, latched } from './latch.ts';
import { forearm, headAtBreast, seat } from './mothers.ts';
import type { PictureMap } from './picture-names.ts';
import { drop } from './things.ts';

/** The ring that says where to look. */
const ring = (x: number, y: number, r: number): Drawing =>
  `<g fill="none">${line(`M${x - r} ${y}a${r} ${r} 0 1 1 0 .1Z`, 'white', 5)}${line(`M${x - r} ${y}a${r} ${r} 0 1 1 0 .1Z`, 'cloth-2', 3)}</g>`;

type Spot = readonly [x: number, y: number, r: number];

/** A quarter larger, towards the spot. */
const sign = (spot: Spot, change: Partial<Latch> = {}): Drawing => {
  const [x, y, r] = spot;
  const kind = Object.keys(change).length === 0 ? 'good' : 'not';
  return at(-0.2 * x, -0.2 * (y + 12), latched(change) + ring(x, y, r), 1.2) + mark(kind);
};

/** Head, back and seat on one line, held close – or the neck bent and the body on the lap, away from her. */
const position = (kind: 'good' | 'not'): Drawing =>
  seat('cloth') +
  at(42, 27, woman('down', 'cloth', 'cloth-2'), 1.15, 6) +
  shape('skin', 'M48 52C60 50 68 58 66 70H44C40 64 41 54 48 52Z') +
  (kind === 'good'
    ? body('cloth-2', [17, 'M56 75L26 80']) +
      headAtBreast(61, 67) +
      forearm +
      line('M66 70L27 81', 'white', 2.6) +
      dot(66, 70, 2.4, 'white') +
      dot(48, 75, 2.4, 'white') +
      dot(27, 81, 2.4, 'white')
    : body('skin-2', [9, 'M62 72L66 84']) +
      body('cloth-2', [15, 'M62 89L22 91']) +
      headAtBreast(61, 64) +
      line('M64 67L66 87L24 91', 'white', 2.6) +
      dot(64, 67, 2.4, 'white') +
      dot(66, 87, 2.4, 'white') +
      dot(24, 91, 2.4, 'white')) +
  mark(kind, 82, 20);

export const attachmentPictures: PictureMap<'attachment'> = {
  'attachment-chin': sign([30, 79, 12]),
  'attachment-chin-not': sign([30, 79, 12], { chin: 'away' }),
  'attachment-mouth': sign([40, 60, 16]),
  'attachment-mouth-not': sign([40, 60, 16], { mouth: 'narrow' }),
  'attachment-lip': sign([33, 71, 11]),
  'attachment-lip-not': sign([33, 71, 11], { lower: 'in' }),
  'attachment-areola': sign([26, 46, 18]),
  'attachment-areola-not': sign([24, 66, 18], { areola: 'below' }),
  'position-good': position('good'),
  'position-not': position('not'),
  'suckling-deep': latched() + drop(56, 61, 2.6) + drop(65, 65, 2.6) + drop(73, 72, 2.6) + mark('good'),
  'suckling-not': latched({ mouth: 'narrow', lower: 'in' }) + mark('not'),
};
