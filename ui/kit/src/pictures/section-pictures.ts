// Pictures of the sections of an assessment.

import { chest, sitting, wrapped } from './babies.ts';
import { baby, bust, hat, man, woman } from './heads.ts';
import { at, body, disc, flat, line, mirror, shape } from './ink.ts';
import { nursing } from './mothers.ts';
import type { PictureMap } from './picture-names.ts';
import { clipboard, listening, magnifier, tape } from './things.ts';

const cuppedHand =
  body('skin', [12, 'M18 104C12 84 6 68 16 48'], [6, 'M15 54L22 36']) + body('white', [18, 'M22 108L17 92']);

const triangle = 'M48 6Q52 6 54 10L90 80Q92 88 84 88H12Q4 88 6 80L42 10Q44 6 48 6Z';

export const sectionPictures: PictureMap<'sections'> = {
  'danger-signs': flat('white', triangle) + line(triangle, 'warm', 5) + at(48, 62, baby('unwell'), 1.7),
  illness: chest('low', 'level') + listening,
  measures:
    disc('white', 40, 40, 30) +
    disc('cloth-2', 40, 40, 4) +
    line('M40 40L54 24', 'line', 3.4) +
    line('M40 16v4M64 40h-4M16 40h4M57 57l-3-3M23 57l3-3M23 23l3 3', 'line', 3) +
    tape('M8 84H60C84 84 88 70 84 56', 9),
  feeding: nursing(),
  'mother-body': at(48, 40, bust('cloth') + woman('calm'), 1.35) + at(8, 2, listening),
  'mother-mood':
    at(48, 42, bust('cloth-2') + woman('low', 'cloth-2', 'cloth'), 1.35) + body('skin', [10, 'M80 98L76 76L66 58']),
  'social-life':
    shape('white', 'M12 44V92H84V44') +
    shape('cloth-2', 'M48 6L92 42Q94 48 88 48H8Q2 48 4 42Z') +
    at(30, 80, man(), 0.85) +
    at(66, 80, woman(), 0.85) +
    at(48, 82, baby('glad'), 0.8),
  risk: at(48, 34, wrapped('cloth-2', 'calm') + hat('cloth'), 1.3) + cuppedHand + mirror(48, cuppedHand),
  plan: at(
    48,
    47,
    clipboard(line('M-10-9l3 3 5-6M2-8H10M-10 3l3 3 5-6M2 4H10M-10 15l3 3 5-6M2 16H10', 'cloth', 3)),
    1.5,
  ),
  review:
    line('M10 8V86H92') + line('M14 78C30 60 50 30 88 16', 'cloth', 4) + at(60, 60, sitting('glad', 'cloth-2'), 1.05),
  screen: at(40, 40, magnifier(at(0, 3, baby('calm'), 1.75)), 1.2),
};
