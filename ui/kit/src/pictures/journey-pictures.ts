// Pictures of journeys and people: referral and return, the search for a family that did not come, the family, a death.

import { wrapped } from './babies.ts';
import { bust, man, woman, worker } from './heads.ts';
import { at, body, line, shape } from './ink.ts';
import { carrying, holding } from './mothers.ts';
import type { PictureMap } from './picture-names.ts';
import { clinic, house } from './things.ts';

const ground = line('M2 91H94', 'cloth-2', 4);

const walking =
  body('skin', [6, 'M-4 30L-9 40H-5M6 30L10 40H14']) +
  shape('cloth', 'M-7-16C-10 0-11 20-10 34H11C11 20 11 0 8-16Z') +
  shape('white', 'M-8-16C-11-4-11 8-11 16H12C12 6 11-4 8-16Z') +
  body('skin', [5.4, 'M0-8L2 10']) +
  shape('cloth-2', 'M-6 12H8V24H-6Z') +
  line('M1 8V12', 'line', 3) +
  at(2, -27, worker('calm', 3), 0.85);

export const journeyPictures: PictureMap<'journey'> = {
  referral: at(74, 66, clinic, 1.2) + ground + at(28, 50, carrying(), 0.98),
  'counter-referral':
    at(15, 24, clinic, 0.62) +
    at(80, 72, house, 0.8) +
    ground +
    `<g stroke-dasharray=".1 6">${line('M14 42V78Q14 88 26 88', 'cloth', 3.4)}</g>` +
    at(50, 50, carrying('glad'), 0.98),
  tracing: at(74, 64, house, 1.3) + ground + at(26, 50, walking, 0.98),
  condolence:
    body('skin', [15, 'M-8 84L44 66'], [6, 'M42 62L66 60'], [6, 'M44 70L64 72']) +
    body('cloth', [22, 'M-12 85L8 78']) +
    body('skin', [15, 'M104 44L58 50'], [6.4, 'M58 45L34 48'], [6.4, 'M58 51L30 56'], [6.4, 'M58 56L34 63']) +
    body('skin', [6.4, 'M60 46L48 38L40 39']) +
    body('white', [22, 'M108 44L88 46']),
  father: holding(man('down'), 'white'),
  family:
    at(28, 36, bust('white') + man(), 1.1) +
    at(66, 40, bust('cloth') + woman(), 1.1) +
    at(50, 66, wrapped('cloth-2', 'glad'), 1),
};
