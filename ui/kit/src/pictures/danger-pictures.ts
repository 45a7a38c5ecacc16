// The danger signs in a young infant, as the worker sees or checks them.

import { chest, lying, mat } from './babies.ts';
import { baby } from './heads.ts';
import { at, body, type Drawing, disc, dot, flat, line, mark, mirror, oval, shape } from './ink.ts';
import { breast, latched } from './latch.ts';
import type { PictureMap } from './picture-names.ts';
import { profile } from './profile.ts';
import { clock, reach, sun, thermometer } from './things.ts';

const foot =
  shape('skin-2', 'M24-4V26C10 40 8 64 14 80C20 88 40 88 43 78C46 60 44 40 42 26V-4Z') +
  disc('skin-2', 17, 84, 3.6) +
  disc('skin-2', 23, 87, 3.8) +
  disc('skin-2', 30, 88, 4) +
  disc('skin-2', 38, 86, 5.4);

const waves = (x: number, y: number): Drawing => line(`M${x} ${y}q4-4 0-8t0-8M${x + 9} ${y}q4-4 0-8t0-8`, 'warm', 3);

export const dangerPictures: PictureMap<'danger'> = {
  feeds: latched() + mark('good'),
  'does-not-feed':
    at(-14, 0, breast()) +
    body('cloth-2', [26, 'M62 92L50 112']) +
    at(112, 14, `<g transform="scale(-1 1)">${profile('closed')}</g>`, 0.8) +
    mark('not', 17, 80),
  convulsion:
    line('M4 82H92', 'cloth-2', 6) +
    body('skin-2', [8, 'M66 64L90 70M66 60L90 58'], [7, 'M38 56L50 34M34 54L36 30'], [19, 'M36 60Q50 50 66 62']) +
    shape('white', 'M56 46Q66 46 76 53Q77 64 70 72Q60 66 53 65Z') +
    at(20, 66, baby('rolled'), 1.3, -62) +
    line('M58 26l5 5-5 5 5 5M22 26l5 5-5 5 5 5M84 36l5 5-5 5 5 5', 'warm', 3),
  'vomits-everything':
    body('cloth', [40, 'M70 76V100']) +
    at(14, -2, profile('wide', 'in'), 0.86) +
    flat('cloth-2', 'M50 46C36 48 26 60 24 86H36C36 70 40 60 51 53Z') +
    oval('cloth-2', 28, 88, 20, 5),
  lethargic:
    mat +
    at(46, 54, lying('asleep', { arms: 'M-8-7L-15 12M8-7L15 12' }, 22), 1.3) +
    reach('M104 30L66 46') +
    line('M66 18l5-5M74 24l7-4', 'line', 3),
  'movement-stimulated':
    mat +
    at(44, 46, lying('asleep', { legs: 'M-5 14L-9 29M5 14L15 16L17 26' }), 1.3) +
    reach('M104 98L72 83') +
    line('M70 60q5 3 6 9M76 54q7 5 8 13', 'warm', 3),
  'fast-breathing':
    chest('low', 'level') + line('M37 72q11-7 22 0M36 82q12-8 24 0M37 92q11-7 22 0', 'cloth', 3) + at(80, 20, clock),
  'chest-indrawing': chest('unwell', 'in') + line('M10 88H28M23 82l6 6-6 6M86 88H68M73 82l-6 6 6 6', 'warm', 3.6),
  fever: at(40, 56, baby('unwell'), 2.3) + at(80, 52, thermometer(0.95), 1.4) + waves(20, 26) + waves(40, 22),
  cold:
    at(40, 58, baby('low'), 2.2) +
    at(80, 52, thermometer(0.1, 'cloth'), 1.4) +
    line('M8 40q4 4 0 8t0 8M8 66q4 4 0 8t0 8', 'cloth', 3),
  jaundice:
    at(42, 54, baby('calm', 'jaundice'), 2.3) +
    dot(33.3, 52.6, 4.4, 'yellow') +
    dot(50.7, 52.6, 4.4, 'yellow') +
    dot(33.3, 52.6, 2.2) +
    dot(50.7, 52.6, 2.2) +
    sun(78, 20) +
    reach('M104 82L60 42'),
  oedema:
    foot + mirror(48, foot) + dot(32, 58, 5, 'skin-3') + dot(64, 58, 5, 'skin-3') + mirror(48, reach('M104 40L72 57')),
};
