/**
 * Units as types: two numbers that must not be swapped have two names. The brands exist only for the compiler.
 * Where a type cannot reach (JSON, CSV, expressions) the unit is in the name: `weight_g`, `muac_mm`, `age_days`.
 */
declare const unit: unique symbol;
type Unit<Name extends string> = number & { readonly [unit]: Name };

export type Grams = Unit<'g'>;
export type Kilograms = Unit<'kg'>;
export type Centimetres = Unit<'cm'>;
export type Millimetres = Unit<'mm'>;
export type Days = Unit<'d'>;

export const grams = (value: number): Grams => value as Grams;
export const kilograms = (value: number): Kilograms => value as Kilograms;
export const centimetres = (value: number): Centimetres => value as Centimetres;
export const millimetres = (value: number): Millimetres => value as Millimetres;
export const days = (value: number): Days => value as Days;

export const gramsToKilograms = (value: Grams): Kilograms => kilograms(value / 1000);
export const millimetresToCentimetres = (value: Millimetres): Centimetres => centimetres(value / 10);

/** Mean month of WHO growth work, in days (365.25 / 12). */
export const DAYS_PER_MONTH = 30.4375;
