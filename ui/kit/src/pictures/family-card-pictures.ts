// Pictures of the counselling cards on the mother, the family and what protects the baby.

import { wrapped } from './babies.ts';
import { baby, bust, girl, man, woman, worker } from './heads.ts';
import { at, body, disc, flat, line, mirror, oval, shape } from './ink.ts';
import { carrying, holding, nursing } from './mothers.ts';
import { badge, calendar, clinic, sun } from './things.ts';

const pills =
  shape('white', 'M-9-5H1a5 5 0 0 1 0 10H-9a5 5 0 0 1 0-10Z') +
  shape('cloth-2', 'M-4-5H1a5 5 0 0 1 0 10H-4Z') +
  disc('warm', 8, 8, 4);

const washingHand = body('skin', [13, 'M-6 86L34 76L52 71']);

export const familyCards = {
  'cc09-clean-hands':
    shape('water', 'M35 24C44 26 50 36 50 58H40C42 42 40 34 33 29Z') +
    at(
      66,
      22,
      shape('cloth-2', 'M-16-12L-36 4L-32 9L-14 4V16H18V-12Q2-22-16-12Z') +
        line('M18-6Q30-4 18 10M-14 10H18') +
        line('M-6-17Q2-24 10-17', 'line', 3.4),
      0.95,
      -14,
    ) +
    washingHand +
    mirror(48, washingHand) +
    body('skin', [7, 'M60 66L42 69'], [7, 'M60 74L42 76']) +
    disc('white', 28, 64, 4) +
    disc('white', 68, 62, 5) +
    disc('white', 62, 84, 4) +
    disc('white', 36, 86, 5),
  'cc10-mother-eats':
    at(48, 36, bust('cloth') + woman('glad'), 1.15) +
    shape('leaf', 'M28 74Q30 58 42 66Q44 74 40 76Z') +
    disc('white', 50, 68, 8) +
    disc('yellow', 50, 68, 3.6) +
    shape('water', 'M58 74Q64 60 78 66L84 60V76L78 72Z') +
    shape('cloth-2', 'M14 74H82Q80 98 48 98Q16 98 14 74Z'),
  'cc12-sore-breasts':
    at(48, 36, bust('cloth-2') + woman('low', 'cloth-2', 'cloth'), 1.25) +
    shape('water', 'M46 72L66 68L70 88L50 92Z') +
    body('skin', [10, 'M4 104L24 90L48 85'], [6, 'M46 82L58 79'], [6, 'M48 88L59 86']),
  'cc17-wellbeing':
    at(68, 38, bust('white') + worker('glad', -3), 1.1) +
    at(30, 46, bust('cloth-2') + woman('calm', 'cloth-2', 'cloth', 3), 1.1) +
    body('skin', [8, 'M66 82L52 74'], [5, 'M56 74L47 71']) +
    body('white', [12, 'M86 104L70 85']),
  'cc18-family-helps':
    at(72, 36, bust('white') + man('glad'), 1) +
    at(28, 40, bust('cloth') + woman('glad'), 1) +
    at(27, 70, wrapped(), 0.8) +
    line('M58 70C60 56 84 56 86 70', 'line', 3) +
    shape('cloth-2', 'M56 70H88L84 100H60Z') +
    oval('water', 72, 70, 16, 4.5),
  'cc19-play-and-talk':
    at(26, 42, bust('cloth') + woman('glad', 'cloth', 'cloth-2', 3.5), 1.2) +
    body('cloth-2', [24, 'M74 76V104']) +
    at(72, 54, baby('glad', 'skin-2', -2.5), 1.6) +
    body('skin', [10, 'M34 100L64 90']) +
    line('M47 34q4 6 0 12M53 29q7 11 0 22M83 20v8M79 24h8M64 18v6M61 21h6', 'cloth', 3),
  'cc20-birth-spacing':
    at(24, 46, bust('white') + man('glad', 2.5), 1) +
    at(70, 48, bust('cloth') + woman('glad', 'cloth', 'cloth-2', -2.5), 1) +
    at(48, 76, wrapped(), 0.75) +
    badge(47, 18, at(0, 1, calendar(line('M-6 4l4 4 8-8', 'cloth', 3)), 0.78)),
  'cc21-hiv-and-feeding': nursing() + badge(78, 20, pills),
  'cc22-come-back':
    flat('cloth', 'M0 0H48V96H0Z') +
    at(74, 64, clinic, 1.2) +
    line('M2 92H94', 'cloth-2', 4) +
    sun(78, 18) +
    flat('yellow', 'M12 8A9 9 0 1 0 20 22A8 8 0 0 1 12 8Z') +
    at(32, 52, carrying('low', 'leaf', 'cloth-2'), 0.95),
  'cc23-vaccines-and-net':
    shape('water', 'M42 6C44 30 74 44 82 92H2C10 44 40 30 42 6Z') +
    at(42, 56, wrapped('cloth-2', 'glad'), 1.05) +
    line(
      'M42 8V40M38 26C32 44 22 60 20 90M46 26C52 44 62 60 64 90M26 38Q42 46 58 38M14 60Q42 70 70 60M7 78Q42 86 77 78',
      'white',
      1.4,
    ) +
    badge(78, 19, line('M-9 9L-4 4M-1-9L9 1M4-4L8-8') + shape('water', 'M-6 2L2-6L6-2L-2 6Z')),
  'cc25-young-mother': at(74, 36, bust('white') + worker('glad', -2.5), 1) + holding(girl('glad'), 'cloth-2', 'cloth'),
} as const;
