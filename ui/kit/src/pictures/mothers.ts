// Adults holding a baby, on the whole board.

import { baby, hat, type Mood, woman } from './heads.ts';
import { at, body, type Colour, type Drawing, disc, dot, flat, line, shape } from './ink.ts';

/** The baby's head at the breast, turned to the mother, so that it is seen from behind the ear. */
export const headAtBreast = (x: number, y: number): Drawing =>
  at(
    x,
    y,
    disc('skin-2', 0, 0, 10) +
      flat('line', 'M3-9.6A10.1 10.1 0 0 1 3 9.6C8 5 8-4 3-9.6Z') +
      line('M-6-2.4q1.5 2 3.5 1.2M1 0q3 .6 1.4 4', 'line', 2),
  );

const seat = (cloth: Colour): Drawing =>
  body('skin', [8, 'M42 36V46']) +
  shape(cloth, 'M8 98C8 66 18 49 34 46Q42 53 50 46C68 48 80 62 84 84C85 92 80 96 76 98Z');

/** The arm that holds the baby: the sleeve's fold and the forearm. */
export const forearm = body('skin', [8, 'M77 87L46 91']) + line('M72 66Q77 76 78 82');

/** A seated mother who looks down at what she holds, on the right of the board. */
export const mother = (mood: Mood = 'down', cloth: Colour = 'cloth'): Drawing =>
  seat(cloth) + at(42, 27, woman(mood, cloth, 'cloth-2'), 1.15, 6);

export const breast = shape('skin', 'M48 52C60 50 68 58 66 70H44C40 64 41 54 48 52Z');

/** A mother breastfeeding, from the front. */
export const nursing = (mood: Mood = 'down', cloth: Colour = 'cloth'): Drawing =>
  mother(mood, cloth) + breast + body('cloth-2', [17, 'M56 75L26 80']) + headAtBreast(61, 67) + forearm;

type Point = readonly [x: number, y: number];

/** A line through the baby's ear, shoulder and hip: straight when the baby is well held. */
export const posture = (...points: readonly Point[]): Drawing =>
  line(`M${points.map(([x, y]) => `${x} ${y}`).join('L')}`, 'white', 2.6) +
  points.map(([x, y]) => dot(x, y, 2.4, 'white')).join('');

/** A baby held well: head, back and seat on one line, close to the mother. */
export const wellHeld = nursing() + posture([66, 70], [48, 75], [27, 81]);

/** An adult with a wrapped baby in the arms. `head` is drawn around (0, 0). */
export const holding = (head: Drawing, cloth: Colour, wrap: Colour = 'cloth-2'): Drawing =>
  seat(cloth) + at(42, 27, head, 1.15) + body(wrap, [20, 'M58 72L30 82']) + at(62, 65, baby()) + forearm;

/** Skin to skin: the baby upright on the chest, with a hat, held by the cloth. */
export const kangaroo = (head: Drawing, cloth: Colour = 'cloth'): Drawing =>
  body('skin', [8, 'M48 36V46']) +
  shape('skin', 'M16 98C16 66 24 49 40 46H56C72 49 80 66 80 98Z') +
  at(48, 27, head, 1.15) +
  body('skin-2', [14, 'M48 72V84']) +
  at(48, 66, baby('down', 'skin-2', -2) + hat()) +
  shape(cloth, 'M14 98C14 84 16 74 20 68Q48 94 76 68C80 74 82 84 82 98Z') +
  line('M19 76Q48 102 77 76', 'cloth-2', 2.4);

/** A woman who walks to the right with her baby on her back; feet at y = 40, head at (2, −30). */
export const carrying = (mood: Mood = 'calm', cloth: Colour = 'cloth', wrap: Colour = 'cloth-2'): Drawing =>
  body('skin', [6, 'M-4 30L-7 40H-3M6 30L9 40H13']) +
  shape(cloth, 'M-7-16C-11 0-14 20-13 34H14C13 20 11 0 8-16Z') +
  at(-12, -14, baby('down', 'skin-2', 2), 0.75) +
  shape(wrap, 'M-4-12C-14-12-21-6-20 3C-19 11-8 12 9 9L10 2C2 3-2-4-4-12Z') +
  line('M-6-6C-8 0-4 5 8 5', 'white', 2) +
  at(3, -27, woman(mood, cloth, wrap, 3), 0.85) +
  body('skin', [5.4, 'M6 -6L10 3L17-1']);
