// The baby's mouth at the breast in close-up, from the side: the breast on the left, the baby on the right.
import { type Drawing, flat, line } from './ink.ts';
import { type LowerLip, type Mouth, profile } from './profile.ts';

export type Latch = {
  readonly chin: 'touches' | 'away';
  readonly mouth: Mouth;
  readonly lower: LowerLip;
  readonly areola: 'above' | 'below';
};

const good: Latch = { chin: 'touches', mouth: 'wide', lower: 'out', areola: 'above' };

/** A point on the edge of the breast, a circle of radius 50 around (−12, 46). 0° is to the right, positive is down. */
const edge = (degrees: number): string => {
  const turn = (degrees * Math.PI) / 180;
  return `${(-12 + 50 * Math.cos(turn)).toFixed(1)} ${(46 + 50 * Math.sin(turn)).toFixed(1)}`;
};

export const breast = (from = -26, to = 30): Drawing =>
  flat('skin', 'M0-3A50 50 0 0 1 0 95Z') +
  flat('skin-3', `M${edge(from)}A50 50 0 0 1 ${edge(to)}A26 26 0 0 1 ${edge(from)}Z`) +
  line('M0-3A50 50 0 0 1 0 95');

/** The part of the areola and the nipple between the lips, by how the mouth is open. */
const inTheMouth: Readonly<Record<Mouth, Drawing>> = {
  wide: flat('skin-2', 'M30 68L42 64L38 80L28 82Z') + flat('skin-3', 'M35 49L48 60L31 70Z'),
  narrow: flat('skin-2', 'M31 63L42 60L38 76L28 78Z') + flat('skin-3', 'M35 55L48 60L31 64Z'),
  closed: '',
};

const cloth = line('M84 86L104 102', 'line', 34.8) + line('M84 86L104 102', 'cloth-2', 30);

export const latched = (change: Partial<Latch> = {}): Drawing => {
  const latch = { ...good, ...change };
  const head = cloth + inTheMouth[latch.mouth] + profile(latch.mouth, latch.lower);
  return (
    (latch.areola === 'above' ? breast() : breast(4, 58)) +
    (latch.chin === 'touches' ? head : `<g transform="rotate(-20 58 56)translate(3)">${head}</g>`)
  );
};
