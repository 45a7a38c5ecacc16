/**
 * Between two cuts of an axis all values give the same answers, so one value can represent them all. Checking the few
 * representatives with the engine itself is then as good as checking every input.
 */
import { dateOfDay, isDate, type Value } from '../value.ts';
import type { Domain } from './domain.ts';
import type { Axis } from './table-axes.ts';

/**
 * The representatives of an axis: each cut, one value between neighbouring cuts, one beyond each end, and `null` when
 * the table asks about it.
 */
export const representatives = (axis: Axis): readonly Value[] => {
  const known = knownRepresentatives(axis.domain, axis.cuts);
  return axis.asksNull ? [...known, null] : known;
};

const knownRepresentatives = (domain: Domain, cuts: readonly Value[]): readonly Value[] => {
  switch (domain.kind) {
    case 'boolean':
      return [true, false];
    case 'code': {
      const mentioned = domain.values.filter((code) => cuts.includes(code));
      const other = domain.values.find((code) => !cuts.includes(code));
      return other === undefined ? mentioned : [...mentioned, other];
    }
    case 'number':
      return stretches(
        numbersIn(cuts),
        domain.min ?? Number.NEGATIVE_INFINITY,
        domain.max ?? Number.POSITIVE_INFINITY,
        domain.integer ?? false,
      );
    case 'date':
      return stretches(daysIn(cuts), -719_162, 2_932_896, true).map((day) => dateOfDay(day));
    case 'any': {
      const texts = [...new Set(cuts.filter((value) => typeof value === 'string'))];
      const values: Value[] = [
        ...(numbersIn(cuts).length > 0 ? knownRepresentatives({ kind: 'number' }, cuts) : []),
        ...(daysIn(cuts).length > 0 ? knownRepresentatives({ kind: 'date' }, cuts) : []),
        ...(texts.length > 0 ? [...texts, '…'] : []),
        ...(cuts.some((value) => typeof value === 'boolean') ? [true, false] : []),
      ];
      return values.length > 0 ? values : ['…'];
    }
  }
};

const numbersIn = (values: readonly Value[]): number[] => values.filter((value) => typeof value === 'number');

const daysIn = (values: readonly Value[]): number[] => values.filter(isDate).map(({ day }) => day);

/** From `min` to `max`: every cut inside, and one value of every open interval between them. */
const stretches = (cuts: readonly number[], min: number, max: number, integer: boolean): number[] => {
  const inside = new Set(cuts.filter((cut) => cut >= min && cut <= max));
  const points = [...new Set([...inside, min, max])].sort((a, b) => a - b);
  const between = points.map((low, at) => {
    const high = points[at + 1];
    return high === undefined ? null : valueBetween(low, high, integer);
  });
  return points.flatMap((point, at) => {
    // An end of the domain is a representative only when no value next to it can be.
    const first = between[at] ?? null;
    const covered = first !== null || (between[at - 1] ?? null) !== null;
    const possible = Number.isFinite(point) && (!integer || Number.isInteger(point));
    const own = possible && (inside.has(point) || !covered) ? [point] : [];
    return first === null ? own : [...own, first];
  });
};

const valueBetween = (low: number, high: number, integer: boolean): number | null => {
  if (low === Number.NEGATIVE_INFINITY) return high === Number.POSITIVE_INFINITY ? 0 : Math.ceil(high) - 1;
  if (high === Number.POSITIVE_INFINITY) return Math.floor(low) + 1;
  const whole = Math.floor(low) + 1;
  if (whole < high) return whole;
  return integer ? null : tidyBetween(low, high);
};

/** A number with few digits between the two, so that examples read well: −2.5 rather than −2.4999. */
const tidyBetween = (low: number, high: number): number | null => {
  const middle = (low + high) / 2;
  for (let digits = 1; digits <= 12; digits++) {
    const short = Number(middle.toFixed(digits));
    if (short > low && short < high) return short;
  }
  return middle > low && middle < high ? middle : null;
};
