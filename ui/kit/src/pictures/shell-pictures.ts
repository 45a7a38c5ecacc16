// Pictures of the first screens and the empty states.

import { baby, bust, woman, worker } from './heads.ts';
import { at, body, dot, line, shape } from './ink.ts';
import type { PictureMap } from './picture-names.ts';
import { arrow, magnifier, padlock, phone, sun } from './things.ts';

const pages = line('M-8-18H8M-8-8H8M-8 2H2', 'cloth', 3.4);

export const shellPictures: PictureMap<'shell'> = {
  welcome:
    at(72, 46, baby('glad'), 1.2) +
    body('skin', [8, 'M42 42V52']) +
    shape('cloth', 'M6 98C8 70 18 55 34 51Q42 58 50 51C68 55 80 70 82 98Z') +
    shape('cloth-2', 'M9 78Q44 66 80 78L82 98H6Z') +
    line('M8 86Q44 74 81 86', 'white', 2.4) +
    shape('cloth-2', 'M34 76Q42 66 50 76Q54 84 48 92L42 84L36 92Q30 84 34 76Z') +
    at(42, 32, woman('glad'), 1.2),
  'nobody-due':
    sun(18, 20) +
    line('M6 84H90', 'leaf', 4) +
    shape('skin-3', 'M62 84L64 50H70L72 84Z') +
    shape('leaf', 'M44 50C34 50 32 36 42 32C42 20 56 12 66 18C78 12 92 24 88 36C94 44 86 52 78 50Z') +
    dot(56, 38, 3, 'cloth-2') +
    dot(72, 30, 3, 'cloth-2') +
    dot(78, 42, 3, 'cloth-2') +
    shape('cloth', 'M10 64H50V70H10Z') +
    line('M16 70V84M44 70V84', 'line', 4),
  'no-result':
    shape('white', 'M10 8H66V86H10Z') +
    line('M20 22H56M20 34H44M20 46H36', 'water', 4) +
    at(58, 52, magnifier(line('M-10 0H10', 'line', 4)), 0.85),
  saved: at(48, 48, phone(line('M-9 0L-2 8L10-9', 'cloth', 6)), 1.2),
  locked: at(48, 48, phone(at(0, 0, padlock)), 1.2),
  training:
    at(48, 34, bust('white') + worker(), 1.2) +
    shape('cloth-2', 'M8 66Q28 58 48 68Q68 58 88 66V98H8Z') +
    line('M48 68V96M16 74q12-4 24 1M56 75q12-5 24-1M16 83q12-4 24 1M56 84q12-5 24-1', 'line', 2.4),
  offline: at(
    48,
    48,
    phone(
      line('M-8-6a12 12 0 0 1 16 0M-4 1a6 6 0 0 1 8 0', 'cloth', 3.4) +
        dot(0, 7, 2.4, 'cloth') +
        line('M-10-14L10 14', 'line', 3.4),
    ),
    1.2,
  ),
  backup:
    at(24, 40, phone(pages), 0.9) +
    at(72, 40, phone(pages + at(4, 8, padlock, 0.75)), 0.9) +
    arrow('M26 86H68', 'M61 79l8 7-8 7'),
};
