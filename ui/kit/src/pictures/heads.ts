// Heads seen from the front, around (0, 0): an adult's is 26 high, a baby's 21. `look` moves the features sideways,
// which turns the face in that direction.
import { at, body, type Colour, type Drawing, disc, dot, flat, line, oval, shape } from './ink.ts';

/**
 * `down` looks at the baby and smiles; `low` is sad; `unwell` has tight eyes; `asleep` does not react; `rolled` has its
 * eyes turned up, as in a convulsion.
 */
export type Mood = 'glad' | 'calm' | 'down' | 'low' | 'unwell' | 'asleep' | 'rolled';

const eyes = (mood: Mood, wide: number): Drawing => {
  if (mood === 'down') return line(`M${-wide - 2} 2q2 2 4 0M${wide - 2} 2q2 2 4 0`, 'line', 2);
  if (mood === 'asleep') return line(`M${-wide - 2} 1.5h4M${wide - 2} 1.5h4`, 'line', 2);
  if (mood === 'unwell') return line(`M${-wide - 2}-.5l3.5 1.7l-3.5 1.7M${wide + 2}-.5l-3.5 1.7l3.5 1.7`, 'line', 1.8);
  if (mood === 'rolled')
    return dot(-wide, 0.5, 2.7, 'white') + dot(wide, 0.5, 2.7, 'white') + dot(-wide, -1.2, 1.3) + dot(wide, -1.2, 1.3);
  return dot(-wide, 1, 1.6) + dot(wide, 1, 1.6);
};

const mouths: Readonly<Record<Mood, string>> = {
  glad: 'M-3.8 6.4q3.8 3.6 7.6 0',
  down: 'M-3.8 6.4q3.8 3.6 7.6 0',
  calm: 'M-2.6 7.2q2.6 1.4 5.2 0',
  asleep: 'M-2 7.4h4',
  low: 'M-3.5 8.4q3.5-2.6 7 0',
  unwell: 'M-3.5 8.4q3.5-2.6 7 0',
  rolled: 'M-3.5 6.8h7',
};

const features = (mood: Mood, wide: number, look: number, up = 0): Drawing => {
  const drawing =
    eyes(mood, wide) +
    (mood === 'low' ? line(`M${-wide - 2}-2.6l4-1.8M${wide + 2}-2.6l-4-1.8`, 'line', 1.8) : '') +
    line(mouths[mood], 'line', 2);
  return look === 0 && up === 0 ? drawing : at(look, up, drawing);
};

const face = (skin: Colour): Drawing =>
  disc(skin, -11.4, 2, 2.6) + disc(skin, 11.4, 2, 2.6) + oval(skin, 0, 0, 11.4, 13);

const earrings = dot(-11.8, 6.6, 1.5, 'cloth-2') + dot(11.8, 6.6, 1.5, 'cloth-2');

/** A woman with her head-tie. */
export const woman = (mood: Mood = 'glad', tie: Colour = 'cloth', band: Colour = 'cloth-2', look = 0): Drawing =>
  shape(tie, 'M5-15C6-25 16-26 17-20C17-15 12-13 8-13Z') +
  face('skin') +
  shape(tie, 'M-12.6-2.5C-16-14-9-20 0-20S16-14 12.6-2.5C7-9.5-7-9.5-12.6-2.5Z') +
  line('M-13-8C-6-15 6-15 13-8', band, 2.4) +
  earrings +
  features(mood, 4.6, look);

/** A grandmother: a plain shawl over her head, lines around her eyes. */
export const grandmother = (mood: Mood = 'glad'): Drawing =>
  shape('white', 'M-18 22C-19-4-15-19 0-19S19-4 18 22Q0 32-18 22Z') +
  oval('skin', 0, 1, 10.6, 12.4) +
  line('M-17 18Q0 24 17 18M-8.6 4.6l1.4.6M8.6 4.6l-1.4.6', 'line', 1.8) +
  features(mood, 4.2, 0);

/** A young woman with braids. */
export const girl = (mood: Mood = 'glad'): Drawing =>
  line('M-11-6q-5 9-3 18M11-6q5 9 3 18', 'line', 4.6) +
  dot(-14, 13, 2.6, 'cloth-2') +
  dot(14, 13, 2.6, 'cloth-2') +
  face('skin') +
  shape('line', 'M-11.6-1C-14-13-8-17 0-17S14-13 11.6-1C10-8 5-10 0-10S-10-8-11.6-1Z') +
  features(mood, 4.6, 0);

export const man = (mood: Mood = 'glad', look = 0): Drawing =>
  face('skin') +
  shape('line', 'M-11.6-2C-14-14-7-17 0-17S14-14 11.6-2C10-8 6-9.5 0-9.5S-10-8-11.6-2Z') +
  features(mood, 4.6, look);

/** A health worker: hair in a knot, face uncovered. */
export const worker = (mood: Mood = 'glad', look = 0): Drawing =>
  disc('line', 0, -17, 5) +
  face('skin') +
  shape('line', 'M-11.8-1C-14-13-8-17 0-17S14-13 11.8-1C10-7 5-9 0-11C-5-9-10-7-11.8-1Z') +
  features(mood, 4.6, look);

/** A baby of a few weeks. */
export const baby = (mood: Mood = 'calm', skin: Colour = 'skin-2', look = 0): Drawing =>
  disc(skin, -9.8, 1.5, 2.4) +
  disc(skin, 9.8, 1.5, 2.4) +
  oval(skin, 0, 0, 10, 10.4) +
  flat('line', 'M-8.6-5.4C-6-11.8 6-11.8 8.6-5.4C4-8.4-4-8.4-8.6-5.4Z') +
  dot(look - 6.6, 3.6, 1.7, 'lip') +
  dot(look + 6.6, 3.6, 1.7, 'lip') +
  features(mood, 3.8, look, -1.6);

/** A knitted hat for the baby's head. */
export const hat = (colour: Colour = 'cloth-2'): Drawing =>
  shape(colour, 'M-10.5-2C-11-10-7-14 0-14S11-10 10.5-2C5-5-5-5-10.5-2Z') + disc('white', 0, -14.5, 2.6);

/** Neck and shoulders under an adult's head, down to y = 90. */
export const bust = (cloth: Colour): Drawing =>
  body('skin', [7, 'M0 10V18']) + shape(cloth, 'M-25 90V46C-25 27-20 19-7 16Q0 23 7 16C20 19 25 27 25 46V90Z');
