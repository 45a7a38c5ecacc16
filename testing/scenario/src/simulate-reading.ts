/**
 * The value that is recorded for a true value: read to the division of the instrument, rounded, missing, or mistyped.
 */
import type { Random } from './random.ts';
import type { SimulationSettings } from './simulation-settings.ts';

export type Division = {
  /** The step that the instrument shows. */
  readonly step: number;
  /** The coarser step to which some readings are rounded. */
  readonly roundStep: number;
  /** The factor of the usual mistake of unit: grams written as kilograms, centimetres as millimetres. */
  readonly unitMistake: number;
};

export const weightDivision: Division = { step: 10, roundStep: 100, unitMistake: 1 / 1000 };
export const lengthDivision: Division = { step: 0.1, roundStep: 1, unitMistake: 10 };
export const headDivision: Division = { step: 0.1, roundStep: 0.5, unitMistake: 10 };
export const muacDivision: Division = { step: 1, roundStep: 5, unitMistake: 1 / 10 };

/** The recorded value; `null` when it was not measured. */
export const simulateReading = (
  random: Random,
  truth: number,
  division: Division,
  settings: SimulationSettings,
): number | null => {
  if (random.chance(settings.missingValueShare)) return null;
  const step = random.chance(settings.roundedShare) ? division.roundStep : division.step;
  const read = tidy(Math.round(truth / step) * step);
  return random.chance(settings.typoShare) ? mistyped(random, read, division) : read;
};

const mistyped = (random: Random, read: number, { unitMistake }: Division): number => {
  const mistakes = [() => read * unitMistake, () => swapFirstDigits(read), () => read * 10] as const;
  return tidy(random.pick([...mistakes])());
};

const swapFirstDigits = (value: number): number => {
  const text = String(value);
  return Number(`${text[1] ?? ''}${text[0] ?? ''}${text.slice(2)}`.replace(/^\./, '0.'));
};

const tidy = (value: number): number => Math.round(value * 1000) / 1000;
