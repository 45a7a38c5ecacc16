/**
 * What is true of one datum whatever form asks for it: its type, its unit, the codes it may take and the numbers that
 * are possible. A form names the datum; these facts travel with the protocol.
 *
 * - `hard` limits: outside them the value is refused (a 33 kg newborn is a slip of the finger).
 * - `soft` limits: outside them the value is questioned, with the previous value beside it, and stands once confirmed.
 * - `notAssessed`: answers such as "ne sait pas" or "non évalué". They are answers (the worker did not forget), and
 *   they are unknown to every decision: never zero, never "no".
 */
import type { Text } from '@denba/quantities/text';

export type DataElementType = 'integer' | 'number' | 'boolean' | 'code' | 'codes' | 'date' | 'text' | 'list';

/** Both ends belong to the range; `null` leaves that side open. In the element's unit. */
export type Limits = { readonly min: number | null; readonly max: number | null };

export type DataElement = {
  readonly name: string;
  readonly type: DataElementType;
  readonly label: Text;
  /** UCUM-like symbol as it is printed: `g`, `cm`, `mm`, `°C`, `/min`, `d`, `wk`, `mo`, `h`. */
  readonly unit: string | null;
  /** Codes that the datum may take; empty for other types. */
  readonly values: readonly string[];
  readonly notAssessed: readonly string[];
  readonly hard: Limits;
  readonly soft: Limits;
};

export const openLimits: Limits = { min: null, max: null };

export const isWithin = (value: number, limits: Limits): boolean =>
  (limits.min === null || value >= limits.min) && (limits.max === null || value <= limits.max);
