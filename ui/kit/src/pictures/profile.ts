// The baby's head from the side, facing left, on the whole board: crown near y = 6, chin near (26, 80), mouth corner at
// (47, 60). Scale it with `at` to use it as one figure among others.
import { type Drawing, dot, line, shape } from './ink.ts';

export type Mouth = 'wide' | 'narrow' | 'closed';
export type LowerLip = 'out' | 'in';

const lip = (d: string): Drawing => line(d, 'line', 6.4) + line(d, 'lip', 3.2);

/** How far the upper and the lower lip move towards each other, in board units. */
const closing: Readonly<Record<Mouth, number>> = { wide: 0, narrow: 6, closed: 9 };

/** How far the chin moves back when the mouth closes, in board units. */
const retreat: Readonly<Record<Mouth, number>> = { wide: 0, narrow: 3, closed: 8 };

export const profile = (mouth: Mouth, lower: LowerLip = 'out', eye: 'open' | 'shut' = 'shut'): Drawing => {
  const shut = closing[mouth];
  const back = retreat[mouth];
  const corner = mouth === 'closed' ? 43 : 47;
  const [u, l] = [50 + shut, 69 - shut];
  const chin =
    lower === 'out'
      ? `C${26 + back} ${l + 6} ${33 + back / 2} ${l + 8} ${35 + back / 2} ${l + 5}L${32 + shut / 2} ${l}`
      : `C${26 + back} ${l + 5} 33 ${l + 4} 36 ${l}`;
  return (
    shape(
      'skin-2',
      `M37 ${u}Q43 ${u - 2} 42 ${u - 4}C36 46 36 41 40 39C44 37 43 34 42 30C40 18 50 6 66 6C84 6 95 20 94 36C94 50 92 60 86 70C78 84 66 90 50 ${89 - shut / 2}C40 ${89 - shut / 2} ${27 + back} ${90 - shut / 2} ${26 + back} ${l + 11}${chin}L${corner} 60Z`,
    ) +
    shape('line', 'M46 18C50 9 58 6 66 6C84 6 95 20 94 36C94 42 93 48 91 53C86 50 87 40 84 34C78 22 62 14 46 18Z') +
    (eye === 'shut' ? line('M50 38q4 3 8 0', 'line', 2.2) : dot(53, 37, 2.6)) +
    line('M73 48c5-5 10 0 8 6s-4 6-6 6M56 68q-2 5-7 7') +
    lip(`M${corner} ${mouth === 'closed' ? 59.5 : 58}Q44 ${u + 3} 38 ${u + 0.5}`) +
    (lower === 'out'
      ? lip(`M${corner} 61Q43 ${l - 2} ${mouth === 'closed' ? 39 : 35} ${l}${mouth === 'closed' ? '' : 'q-6 0-7 5'}`)
      : line(`M47 60L36 ${l}`))
  );
};
