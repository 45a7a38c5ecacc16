/**
 * What is true of one datum in every form that asks for it: its type, its unit, its possible codes and numbers. A form
 * refers to the datum by name; these facts belong to the protocol.
 *
 * - `hard` limits: outside them the value is refused (a 33 kg newborn is a typing mistake).
 * - `soft` limits: outside them the worker gets a warning with the previous value, and can confirm the value.
 * - `notAssessed`: answers such as "ne sait pas" or "non évalué". They are answers (the worker did not forget), and
 *   they are unknown to every decision: never zero, never "no".
 */
import type { Text } from '@denba/quantities/text';

export type DataElementType = 'integer' | 'number' | 'boolean' | 'code' | 'codes' | 'date' | 'text' | 'list';

/** Inclusive limits, in the element's unit; `null` means no limit on that side. */
export type Limits = { readonly min: number | null; readonly max: number | null };

export type DataElement = {
  readonly name: string;
  readonly type: DataElementType;
  readonly label: Text;
  /** UCUM-like symbol as printed: `g`, `cm`, `mm`, `°C`, `/min`, `d`, `wk`, `mo`, `h`. */
  readonly unit: string | null;
  /** The possible codes; empty for types without codes. */
  readonly values: readonly string[];
  readonly notAssessed: readonly string[];
  readonly hard: Limits;
  readonly soft: Limits;
};

export const openLimits: Limits = { min: null, max: null };

export const isWithin = (value: number, limits: Limits): boolean =>
  (limits.min === null || value >= limits.min) && (limits.max === null || value <= limits.max);
