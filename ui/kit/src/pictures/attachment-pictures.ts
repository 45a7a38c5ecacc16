// The four signs of attachment (WHO/UNICEF: chin touches the breast, mouth wide open, lower lip turned outwards, more
// areola seen above the mouth than below), the position and the suckling. The pictures of a pair differ only in their
// sign.

import { at, body, type Drawing, line, mark } from './ink.ts';
import { type Latch, latched } from './latch.ts';
import { breast, headAtBreast, mother, posture, wellHeld } from './mothers.ts';
import type { PictureMap } from './picture-names.ts';
import { drop } from './things.ts';

/** A ring that shows where to look. */
const ring = (x: number, y: number, r: number): Drawing => {
  const round = `M${x - r} ${y}a${r} ${r} 0 1 1 0 .1Z`;
  return line(round, 'white', 5) + line(round, 'cloth-2', 3);
};

type Spot = readonly [x: number, y: number, r: number];

/** The latch with a ring at the spot, enlarged by a fifth around it; marked "not" when `change` makes it a poor one. */
const sign = (spot: Spot, change: Partial<Latch> = {}): Drawing => {
  const [x, y, r] = spot;
  const kind = Object.keys(change).length === 0 ? 'good' : 'not';
  return at(-0.2 * x, -0.2 * (y + 12), latched(change) + ring(x, y, r), 1.2) + mark(kind);
};

/** A baby held badly: neck bent, body on the lap, away from the mother. */
const badlyHeld =
  mother() +
  breast +
  body('skin-2', [9, 'M62 72L66 84']) +
  body('cloth-2', [15, 'M62 89L22 91']) +
  headAtBreast(61, 64) +
  posture([64, 67], [66, 87], [24, 91]);

export const attachmentPictures: PictureMap<'attachment'> = {
  'attachment-chin': sign([30, 79, 12]),
  'attachment-chin-not': sign([30, 79, 12], { chin: 'away' }),
  'attachment-mouth': sign([40, 60, 16]),
  'attachment-mouth-not': sign([40, 60, 16], { mouth: 'narrow' }),
  'attachment-lip': sign([33, 71, 11]),
  'attachment-lip-not': sign([33, 71, 11], { lower: 'in' }),
  'attachment-areola': sign([31, 44, 14]),
  'attachment-areola-not': sign([25, 69, 14], { areola: 'below' }),
  'position-good': wellHeld + mark('good', 82, 20),
  'position-not': badlyHeld + mark('not', 82, 20),
  'suckling-deep': latched() + drop(56, 61, 2.6) + drop(65, 65, 2.6) + drop(73, 72, 2.6) + mark('good'),
  'suckling-not': latched({ mouth: 'narrow', lower: 'in' }) + mark('not'),
};
