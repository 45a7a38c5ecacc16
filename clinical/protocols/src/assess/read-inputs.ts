/**
 * Validates the inputs of an assessment before any decision: a value of the wrong type or outside its hard limits is
 * refused and counts as unknown (never as zero), a code that means "not assessed" is unknown, and dates are parsed.
 * Each refusal names the field, the value, the limits and what to do.
 */
import { dateValue, isDate, type Value } from '@denba/decisions/value';
import { parseLocalDate } from '@denba/quantities/local-date';
import { isWithin } from '@denba/questionnaires/data-element';
import type { CompiledProtocol, Element } from '../compile/compiled-protocol.ts';
import { type InputProblem, refuseCode, refuseDate, refuseRange, refuseType, unknownName } from './input-problem.ts';

/** Values as JSON holds them, by name of the data element: dates as `YYYY-MM-DD`, lists as arrays. */
export type Inputs = Readonly<Record<string, unknown>>;

export type ReadInputs = {
  readonly scope: Readonly<Record<string, Value>>;
  /** Names of elements that were answered with "not assessed". */
  readonly notAssessed: readonly string[];
  readonly problems: readonly InputProblem[];
};

type Collected = { readonly notAssessed: string[]; readonly problems: InputProblem[] };

export const createInputReader = (protocol: CompiledProtocol): ((inputs: Inputs) => ReadInputs) => {
  const elements = new Map(protocol.elements.map((element) => [element.name, element]));
  const dates = new Set(protocol.derived.flatMap(({ name, type }) => (type === 'date' ? [name] : [])));
  return (inputs) => {
    const collected: Collected = { notAssessed: [], problems: [] };
    const scope: Record<string, Value> = {};
    for (const name of Object.keys(inputs)) {
      const element = elements.get(name);
      const given = inputs[name];
      if (element === undefined) collected.problems.push(unknownName(name, elements.keys()));
      else if (given === null || given === undefined) scope[name] = null;
      else if (element.type === 'list') scope[name] = readList(element, given, { elements, dates }, collected);
      else scope[name] = readValue(element, given, name, collected);
    }
    return { scope, notAssessed: collected.notAssessed, problems: collected.problems };
  };
};

type Known = { readonly elements: ReadonlyMap<string, Element>; readonly dates: ReadonlySet<string> };

/** Reads earlier visits and other lists of records. An entry with the name of a data element must meet its limits. */
const readList = (element: Element, given: unknown, known: Known, { problems }: Collected): Value => {
  if (Array.isArray(given)) {
    // What was not assessed at an earlier visit is not reported for today's.
    return given.map((item: unknown, index) =>
      readItem(item, `${element.name}[${index + 1}]`, known, { notAssessed: [], problems }),
    );
  }
  problems.push(refuseType(element, element.name, given));
  return null;
};

const readItem = (item: unknown, field: string, { elements, dates }: Known, collected: Collected): Value => {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return plainValue(item);
  const read: Record<string, Value> = {};
  for (const [key, entry] of Object.entries(item) as [string, unknown][]) {
    const element = elements.get(key);
    if (entry === null || entry === undefined) read[key] = null;
    else if (element !== undefined && element.type !== 'list') {
      read[key] = readValue(element, entry, `${field}.${key}`, collected);
    } else if (typeof entry === 'string' && (dates.has(key) || key.endsWith('_date'))) {
      const date = parseLocalDate(entry);
      read[key] = date.ok ? dateValue(date.value) : null;
    } else read[key] = plainValue(entry);
  }
  return read;
};

const readValue = (element: Element, given: unknown, field: string, collected: Collected): Value => {
  switch (element.type) {
    case 'number':
    case 'integer':
      if (
        typeof given !== 'number' ||
        !Number.isFinite(given) ||
        (element.type === 'integer' && !Number.isInteger(given))
      ) {
        return refused(refuseType(element, field, given), collected);
      }
      return isWithin(given, element.hard) ? given : refused(refuseRange(element, field, given), collected);
    case 'boolean':
      return typeof given === 'boolean' ? given : refused(refuseType(element, field, given), collected);
    case 'code':
      if (typeof given !== 'string') return refused(refuseType(element, field, given), collected);
      if (element.notAssessed.includes(given)) return notLookedFor(field, collected);
      return element.values.includes(given) ? given : refused(refuseCode(element, field, given), collected);
    case 'codes': {
      if (!Array.isArray(given)) return refused(refuseType(element, field, given), collected);
      if (given.some((code) => element.notAssessed.includes(code))) return notLookedFor(field, collected);
      const wrong: unknown = given.find((code) => !element.values.includes(code));
      if (wrong === undefined) return given as readonly string[];
      return refused({ ...refuseCode(element, field, wrong), given }, collected);
    }
    case 'date': {
      if (isDate(given as Value)) return given as Value;
      const date = typeof given === 'string' ? parseLocalDate(given) : null;
      return date?.ok ? dateValue(date.value) : refused(refuseDate(element, field, given), collected);
    }
    case 'text':
      return typeof given === 'string' ? given : refused(refuseType(element, field, given), collected);
    case 'list':
      return plainValue(given);
  }
};

/** Reports the problem and returns `null`: a refused value counts as unknown. */
const refused = (problem: InputProblem, { problems }: Collected): null => {
  problems.push(problem);
  return null;
};

const notLookedFor = (field: string, { notAssessed }: Collected): null => {
  notAssessed.push(field);
  return null;
};

/** A JSON value as it is. Anything that is not JSON (NaN, functions) becomes unknown. */
const plainValue = (given: unknown): Value => {
  if (typeof given === 'boolean' || typeof given === 'string') return given;
  if (typeof given === 'number') return Number.isFinite(given) ? given : null;
  if (Array.isArray(given)) return given.map(plainValue);
  if (typeof given !== 'object' || given === null) return null;
  return Object.fromEntries(Object.entries(given).map(([key, entry]) => [key, plainValue(entry)]));
};
