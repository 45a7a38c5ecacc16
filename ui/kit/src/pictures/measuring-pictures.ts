// Pictures of how a mother and her child are measured.

import { chest } from './babies.ts';
import { baby, woman } from './heads.ts';
import { at, body, disc, dot, flat, line, shape } from './ink.ts';
import type { PictureMap } from './picture-names.ts';
import { reach, stopwatch, tape, thermometer } from './things.ts';

const scale =
  shape('cloth', 'M18 76H78L84 96H12Z') +
  disc('white', 48, 86, 8.5) +
  line('M48 86L52 81') +
  shape('white', 'M6 58H90Q86 76 70 76H26Q10 76 6 58Z');

/** A woman with a bare left arm, on the right of the board. */
const bareArm = (arm: string): string =>
  body('skin', [8, 'M38 40V50'], [13, arm]) +
  shape('skin', 'M8 98C8 70 18 54 32 52H46C58 53 64 58 66 68L62 98Z') +
  shape('cloth', 'M8 98C8 84 10 74 14 70Q36 80 60 70L63 98Z') +
  at(38, 30, woman('calm', 'cloth', 'cloth-2'), 1.15);

export const measuringPictures: PictureMap<'measuring'> = {
  weighing:
    scale +
    body('skin-2', [8, 'M62 50L76 44L82 52'], [7, 'M44 50L46 38'], [17, 'M38 52H60']) +
    shape('white', 'M54 43L66 43Q70 52 66 61H54Z') +
    at(24, 48, baby('calm'), 1.15, -24) +
    flat('white', 'M8 59.5H88L85 66H11Z'),
  'length-board':
    shape('cloth', 'M4 70H92V82H4Z') +
    line('M14 72v5M22 72v5M30 72v5M38 72v5M46 72v5M54 72v5M62 72v5M70 72v5M78 72v5', 'white', 2) +
    shape('cloth-2', 'M3 32H11V70H3Z') +
    body('skin-2', [8, 'M62 60H82V54'], [7, 'M40 58L56 64'], [17, 'M38 58H58']) +
    shape('white', 'M54 49.5L66 51Q70 58 66 66.5L54 66.5Z') +
    at(24, 56, baby('calm'), 1.15, -90) +
    shape('cloth-2', 'M86 40H94V70H86Z') +
    reach('M66 0L70 50'),
  muac:
    body('skin-2', [12, 'M18 62L8 84'], [15, 'M50 62L84 62'], [34, 'M34 68V100']) +
    at(34, 30, baby('calm'), 1.75) +
    line('M68 52L67 73', 'line', 13.8) +
    line('M68 52.4L67 72.6', 'white', 9) +
    line('M65 62H70', 'warm', 4) +
    tape('M67 75C68 88 78 92 90 88', 7),
  'head-circumference': at(46, 54, baby('calm'), 2.7) + tape('M19 46Q46 30 73 46') + tape('M73 46C82 54 88 66 84 86'),
  'breath-counting':
    at(-12, 0, chest('calm', 'level') + line('M37 74q11-7 22 0M37 85q11-7 22 0', 'cloth', 3)) +
    at(76, 66, stopwatch, 1.15),
  thermometer:
    body('skin-2', [11, 'M36 58L20 78'], [34, 'M48 64V104']) +
    dot(40, 61, 1.5) +
    at(73, 55, thermometer(0.6), 1.35, 38) +
    body('skin-2', [11, 'M61 62L70 84']) +
    at(48, 28, baby('calm'), 1.75),
  'mother-muac':
    bareArm('M60 62L80 98') +
    line('M60 82L76 73', 'line', 13.8) +
    line('M60.4 81.8L75.6 73.2', 'white', 9) +
    line('M67 78.5l3.5-2', 'warm', 4) +
    tape('M78 72C86 66 92 56 84 48'),
  'blood-pressure':
    bareArm('M60 64L76 82L90 78') +
    line('M61 66L68 74', 'line', 22) +
    line('M61.4 66.4L67.6 73.6', 'cloth-2', 17) +
    line('M72 66C80 56 78 50 78 44', 'line', 3) +
    disc('white', 78, 30, 14) +
    line('M78 30L84 23M69 36h.1M68 28h.1M72 21.500h.1M79 19h.1M88 29h.1M87 36h.1', 'line', 2.6),
};
