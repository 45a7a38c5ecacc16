/**
 * Inputs of an assessment, looked at before any decision: a value of the wrong type or outside its hard limits is
 * refused (and so unknown, never a silent zero), a code that means "not assessed" is unknown, dates become days. Each
 * refusal says the field, the value, the limits and what to do.
 */
import { dateValue, isDate, type Value } from '@denba/decisions/value';
import { parseLocalDate } from '@denba/quantities/local-date';
import { isWithin } from '@denba/questionnaires/data-element';
import type { CompiledProtocol, Element } from '../compile/compiled-protocol.ts';
import { type InputProblem, refuseCode, refuseDate, refuseRange, refuseType, unknownName } from './input-problem.ts';

/** As JSON holds it: dates as `YYYY-MM-DD`, lists as arrays. */
export type Inputs = Readonly<Record<string, unknown>>;

export type ReadInputs = {
  readonly scope: Readonly<Record<string, Value>>;
  /** Asked, and the answer was that nobody looked. */
  readonly notAssessed: readonly string[];
  readonly problems: readonly InputProblem[];
};

type Collected = { readonly notAssessed: string[]; readonly problems: InputProblem[] };

export const createInputReader = (protocol: CompiledProtocol): ((inputs: Inputs) => ReadInputs) => {
  const elements = new Map(protocol.elements.map((element) => [element.name, element]));
  const derivedDates = new Set(protocol.derived.flatMap(({ name, type }) => (type === 'date' ? [name] : [])));
  const readEntry = (element: Element, given: unknown, field: string, collected: Collected): Value =>
    element.type === 'list' ? readList(given, field, element, collected) : readValue(element, given, field, collected);

  /** Earlier visits and other lists of records: entries named after an element are held to its limits. */
  const readList = (given: unknown, field: string, element: Element, collected: Collected): Value => {
    if (!Array.isArray(given)) {
      collected.problems.push(refuseType(element, field, given));
      return null;
    }
    return given.map((item: unknown, index) => readItem(item, `${field}[${index + 1}]`, collected));
  };
  const readItem = (item: unknown, field: string, collected: Collected): Value => {
    if (typeof item !== 'object' || item === null || Array.isArray(item)) return plainValue(item);
    return Object.fromEntries(
      Object.entries(item).map(([key, entry]: [string, unknown]): [string, Value] => {
        const known = elements.get(key);
        if (known !== undefined)
          return [key, readEntry(known, entry, `${field}.${key}`, { ...collected, notAssessed: [] })];
        if (typeof entry === 'string' && (derivedDates.has(key) || key.endsWith('_date'))) {
          const date = parseLocalDate(entry);
          return [key, date.ok ? dateValue(date.value) : null];
        }
        return [key, plainValue(entry)];
      }),
    );
  };

  return (inputs) => {
    const collected: Collected = { notAssessed: [], problems: [] };
    const scope: Record<string, Value> = {};
    for (const name of Object.keys(inputs)) {
      const element = elements.get(name);
      if (element === undefined) collected.problems.push(unknownName(name, elements.keys()));
      else scope[name] = readEntry(element, inputs[name], name, collected);
    }
    return { scope, ...collected };
  };
};

const readValue = (element: Element, given: unknown, field: string, { notAssessed, problems }: Collected): Value => {
  if (given === null || given === undefined) return null;
  const refuse = (problem: InputProblem): null => {
    problems.push(problem);
    return null;
  };
  const unknownAnswer = (): null => {
    notAssessed.push(field);
    return null;
  };
  switch (element.type) {
    case 'number':
    case 'integer':
      if (typeof given !== 'number' || !Number.isFinite(given)) return refuse(refuseType(element, field, given));
      if (element.type === 'integer' && !Number.isInteger(given)) return refuse(refuseType(element, field, given));
      return isWithin(given, element.hard) ? given : refuse(refuseRange(element, field, given));
    case 'boolean':
      return typeof given === 'boolean' ? given : refuse(refuseType(element, field, given));
    case 'code':
      if (typeof given !== 'string') return refuse(refuseType(element, field, given));
      if (element.notAssessed.includes(given)) return unknownAnswer();
      return element.values.includes(given) ? given : refuse(refuseCode(element, field, given));
    case 'codes': {
      if (!Array.isArray(given)) return refuse(refuseType(element, field, given));
      if (given.some((code) => element.notAssessed.includes(code))) return unknownAnswer();
      const wrong: unknown = given.find((code) => !element.values.includes(code));
      return wrong === undefined ? (given as readonly string[]) : refuse(refuseCode(element, field, wrong));
    }
    case 'date': {
      if (isDate(given as Value)) return given as Value;
      const date = typeof given === 'string' ? parseLocalDate(given) : null;
      return date?.ok ? dateValue(date.value) : refuse(refuseDate(element, field, given));
    }
    case 'text':
      return typeof given === 'string' ? given : refuse(refuseType(element, field, given));
    case 'list':
      return null;
  }
};

/** JSON as it stands; anything that JSON cannot hold is unknown. */
const plainValue = (given: unknown): Value => {
  if (typeof given === 'boolean' || typeof given === 'string') return given;
  if (typeof given === 'number') return Number.isFinite(given) ? given : null;
  if (Array.isArray(given)) return given.map(plainValue);
  if (typeof given !== 'object' || given === null) return null;
  return Object.fromEntries(Object.entries(given).map(([key, entry]) => [key, plainValue(entry)]));
};
