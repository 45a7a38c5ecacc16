// Babies seen from the front: lying, wrapped, sitting.

import { baby, type Mood } from './heads.ts';
import { at, body, type Colour, type Drawing, dot, line, shape } from './ink.ts';

type Limbs = { readonly arms: string; readonly legs: string };

const loose: Limbs = { arms: 'M-8-7L-19-1M8-7L19-1', legs: 'M-5 14L-10 27M5 14L10 27' };

/** A baby on its back, seen from above: head at (0, −21), feet near y = 30. */
export const lying = (mood: Mood = 'calm', limbs: Partial<Limbs> = {}, turn = 0): Drawing => {
  const { arms, legs } = { ...loose, ...limbs };
  return (
    body('skin-2', [6.4, arms], [8, legs], [17, 'M0-4V10']) +
    shape('white', 'M-9.5 8Q0 11 9.5 8C10 15 6 19 3 20Q0 17-3 20C-6 19-10 15-9.5 8Z') +
    at(0, -21, baby(mood), 1, turn)
  );
};

/** A baby wrapped in a cloth, head up: the cloth hangs from the chin at (0, 8) to (0, 40). */
export const wrapped = (cloth: Colour = 'cloth-2', mood: Mood = 'calm'): Drawing =>
  shape(cloth, 'M-11 4C-16 16-13 38 0 40C13 38 16 16 11 4Q0 14-11 4Z') +
  line('M-12 20Q2 24 11 10', 'white', 2.2) +
  baby(mood);

/** A baby sitting without support, as at six months: head at (0, −18), seat at y = 24. */
export const sitting = (mood: Mood = 'glad', cloth: Colour = 'cloth'): Drawing =>
  body('skin-2', [6.4, 'M-8 0L-15 10M8 0L15 10'], [8, 'M-4 20L-18 22M4 20L18 22']) +
  shape(cloth, 'M-9-6H9C12 4 13 14 11 23H-11C-13 14-12 4-9-6Z') +
  at(0, -17, baby(mood));

/** A baby's bare trunk from the front, cut at the lower edge: belly round, the lower chest level or drawn in. */
export const chest = (mood: Mood, lower: 'level' | 'in'): Drawing =>
  body(
    'skin-2',
    [11, 'M36 59L14 68M60 59L82 68'],
    [34, 'M48 64V67'],
    [lower === 'in' ? 19 : 33, 'M48 66V92'],
    [37, 'M48 94V104'],
  ) +
  dot(40, 61, 1.5) +
  dot(56, 61, 1.5) +
  at(48, 28, baby(mood), 1.75);

/** The cloth a baby is laid on. */
export const mat = shape('cloth-2', 'M12 8H84V102H12Z') + line('M12 18H84M12 86H84', 'white', 2.4);
