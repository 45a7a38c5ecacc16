// Pictures of the counselling cards on milk and feeding.

import { sitting } from './babies.ts';
import { grandmother, woman } from './heads.ts';
import { at, body, disc, dot, flat, line, mirror, shape } from './ink.ts';
import { latched } from './latch.ts';
import { forearm, headAtBreast, holding, kangaroo, mother, nursing, wellHeld } from './mothers.ts';
import { profile } from './profile.ts';
import { badge, bottle, cup, drop, struck, sun, thermometer } from './things.ts';

/** A baby fed by cup, upright and awake: the cup's edge on the lower lip, the baby laps. */
const cupFeeding =
  body('cloth-2', [34, 'M78 90V108']) +
  body('skin', [12, 'M-8 104L24 76']) +
  at(24, 10, profile('narrow', 'out', 'open'), 0.82, -8) +
  at(37, 66, cup, 1.4, 32) +
  body('skin', [6, 'M22 70L38 66'], [6, 'M24 78L40 74']);

export const feedingCards = {
  'cc01-breast-milk-only': nursing() + badge(78, 20, at(-5, 0, bottle, 0.75) + at(6, 3, cup, 0.5) + struck),
  'cc02-day-and-night':
    flat('cloth', 'M48 0H96V96H48Z') +
    sun(13, 20) +
    flat('yellow', 'M84 8A11 11 0 1 0 90 26A9 9 0 0 1 84 8Z') +
    dot(70, 12, 1.4, 'white') +
    dot(92, 42, 1.4, 'white') +
    nursing('down', 'leaf'),
  'cc03-position': wellHeld,
  'cc04-attachment': latched(),
  'cc05-kangaroo': kangaroo(woman('down')),
  'cc06-express-and-cup':
    mother() +
    disc('skin', 54, 60, 11.5) +
    disc('skin-3', 57, 66.5, 4) +
    body('skin', [8, 'M12 84L30 70L42 60'], [6, 'M40 60L52 55']) +
    at(61, 89, cup, 1.1) +
    dot(57, 75, 2, 'white') +
    forearm,
  'cc07-mother-away':
    holding(grandmother('down'), 'cloth-2', 'cloth') + badge(78, 20, at(0, 3, cup, 0.9) + line('M-11-6H11', 'line', 3)),
  'cc08-sick-baby': nursing('low') + badge(78, 20, at(0, -1, thermometer(0.9), 0.6)),
  'cc11-more-milk': nursing() + badge(78, 20, drop(-4, 4, 5) + line('M7-4V6M2 1H12', 'cloth', 3)),
  'cc13-milk-returns':
    latched() +
    line('M18 12C38 12 40 34 43 58', 'line', 5) +
    line('M18 12C38 12 40 34 43 58', 'water', 2.2) +
    at(16, 18, cup, 1.15),
  'cc14-without-mother': kangaroo(grandmother('down'), 'cloth-2'),
  'cc15-safe-cup': cupFeeding + badge(20, 20, at(0, 0, bottle, 0.85) + struck),
  'cc16-twins':
    body('skin', [8, 'M48 36V46']) +
    shape('cloth', 'M4 98C6 66 24 49 40 46Q48 53 56 46C72 49 90 66 92 98Z') +
    at(48, 27, woman('down', 'cloth', 'cloth-2'), 1.1) +
    disc('skin', 39, 62, 10) +
    disc('skin', 57, 62, 10) +
    body('white', [16, 'M76 74L82 94']) +
    body('cloth-2', [16, 'M20 74L14 94']) +
    headAtBreast(67, 66) +
    mirror(48, headAtBreast(67, 66)) +
    body('skin', [8, 'M90 82L64 86M6 82L32 86']),
  'cc24-first-foods':
    at(38, 54, sitting('glad', 'cloth'), 1.35) +
    shape('cloth-2', 'M54 72H92Q90 92 73 92Q56 92 54 72Z') +
    shape('white', 'M56 72Q64 62 73 68Q82 62 90 72Z') +
    line('M92 26L62 38', 'line', 4) +
    shape('white', 'M66 34Q56 32 52 40Q60 46 67 38Z') +
    body('skin', [11, 'M106 22L90 27']),
} as const;
