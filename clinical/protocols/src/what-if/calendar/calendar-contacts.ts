/**
 * Finds the contacts of the calendar that a draft makes due on other days, and which of them can be counted without
 * knowing what was done: those that count from the birth.
 */
import { type Expression, namesIn } from '@denba/decisions/expression';
import type { DayCount, ScheduledContact } from '@denba/schedules/schedule';
import { namesBehind } from '../../assess/names-behind.ts';
import type { CompiledProtocol } from '../../compile/compiled-protocol.ts';

/** A contact in the base and in the draft; `null` where that version has no contact with the id. */
export type ChangedContact = {
  readonly id: string;
  readonly base: ScheduledContact | null;
  readonly draft: ScheduledContact | null;
  /** True when both versions count from the birth and from nothing else. */
  readonly fromBirth: boolean;
};

export const changedContacts = (base: CompiledProtocol, draft: CompiledProtocol): readonly ChangedContact[] => {
  const ids = [...new Set([...base.schedule, ...draft.schedule].map(({ id }) => id))].sort();
  return ids.flatMap((id): ChangedContact[] => {
    const [was, is] = [base, draft].map(({ schedule }) => schedule.find((contact) => contact.id === id) ?? null);
    if (was === undefined || is === undefined || definitionOf(base, was) === definitionOf(draft, is)) return [];
    const fromBirth = countsFromBirth(base, was) && countsFromBirth(draft, is);
    return [{ id, base: was, draft: is, fromBirth }];
  });
};

/**
 * Text of everything that decides when a contact is due, and of its own conditions, but not of what lies behind the
 * conditions.
 */
const definitionOf = (protocol: CompiledProtocol, contact: ScheduledContact | null): string => {
  if (contact === null) return '';
  const { title: _, status: __, source: ___, ...rest } = contact;
  const behind = namesBehind(protocol, timingNames(contact).map(rootOf));
  const read = new Set([
    ...timingNames(contact),
    ...protocol.derived.flatMap(({ name, expression }) => (behind.has(name) ? namesIn(expression) : [])),
  ]);
  const parameters = protocol.parameters.flatMap(({ name, value }) => (read.has(`p.${name}`) ? [[name, value]] : []));
  const derived = protocol.derived.flatMap(({ name, expression }) => (behind.has(name) ? [[name, expression]] : []));
  return JSON.stringify([rest, parameters, derived]);
};

const timingNames = (contact: ScheduledContact): readonly string[] => {
  const { anchor, dueDays, windowBeforeDays, windowAfterDays, repeatDays, minIntervalDays } = contact;
  const counts: readonly (DayCount | null)[] = [
    dueDays,
    windowBeforeDays,
    windowAfterDays,
    repeatDays,
    minIntervalDays,
  ];
  const isExpression = (count: DayCount | null): count is Expression => count !== null && typeof count !== 'number';
  return [anchor, ...counts.filter(isExpression)].flatMap(namesIn);
};

/** A missing contact does not prevent the other version from being counted. */
const countsFromBirth = (protocol: CompiledProtocol, contact: ScheduledContact | null): boolean => {
  if (contact === null) return true;
  const behind = namesBehind(protocol, timingNames(contact).map(rootOf));
  const elements = protocol.elements.flatMap(({ name }) => (behind.has(name) ? [name] : []));
  const tables = protocol.tables.some(({ name }) => behind.has(name));
  return !tables && elements.includes('birth_date') && elements.every((name) => name === 'birth_date');
};

const rootOf = (path: string): string => path.split('.', 1)[0] ?? path;
