/**
 * The inputs of a case: its own values over those of its base, and of the base's base. An age gives the date of birth
 * (`age_days: 28` → `birth_date`, 28 days before the visit); in `previous`, it gives the date of the earlier visit.
 */
import { addDays, localDate, parseLocalDate } from '@denba/quantities/local-date';
import type { Inputs } from '../assess/read-inputs.ts';
import { type Fields, isFields } from '../read/shape.ts';
import type { VignetteBase, VignetteSource } from '../read/vignette-source.ts';

/** The day of cases that give no day of their own. */
const defaultVisitDate = localDate('2026-03-01');

export type GivenInputs =
  | { readonly kind: 'given'; readonly given: Inputs }
  | { readonly kind: 'baseMissing'; readonly base: string };

export const givenInputs = (
  vignette: Pick<VignetteSource, 'base' | 'given'>,
  bases: ReadonlyMap<string, VignetteBase>,
): GivenInputs => {
  let merged: Fields = vignette.given;
  const seen = new Set<string>();
  for (let name = vignette.base; name !== null; ) {
    const base = bases.get(name);
    if (base === undefined || seen.has(name)) return { kind: 'baseMissing', base: name };
    seen.add(name);
    merged = { ...base.given, ...merged };
    // The case's own date of birth overrides an age of its base; `withDates` does the reverse.
    if (Object.hasOwn(vignette.given, 'birth_date')) merged = without(merged, 'age_days');
    name = base.base;
  }
  return { kind: 'given', given: withDates(merged) };
};

const withDates = (given: Fields): Inputs => {
  const visitDate = dateIn(given, 'visit_date') ?? defaultVisitDate;
  const { age_days: age, ...rest } = given;
  const born = typeof age === 'number' ? addDays(visitDate, -age) : dateIn(given, 'birth_date');
  const inputs: Record<string, unknown> = Object.hasOwn(given, 'visit_date')
    ? rest
    : { visit_date: visitDate, ...rest };
  if (typeof age === 'number') inputs['birth_date'] = born;
  const { previous } = given;
  if (Array.isArray(previous)) {
    inputs['previous'] = previous.map((visit: unknown) => {
      if (!isFields(visit)) return visit;
      const { age_days: visitAge, ...others } = visit;
      return typeof visitAge === 'number' && born !== null
        ? { visit_date: addDays(born, visitAge), age_days: visitAge, ...others }
        : visit;
    });
  }
  return inputs;
};

const dateIn = (given: Fields, name: string) => {
  const value = given[name];
  const date = typeof value === 'string' ? parseLocalDate(value) : null;
  return date?.ok ? date.value : null;
};

const without = (fields: Fields, name: string): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([key]) => key !== name));
