/**
 * Which contacts of the calendar a draft makes due on other days, and of these the ones that can be counted without
 * knowing what was done: those that count from the birth.
 */
import { type Expression, namesIn } from '@denba/decisions/expression';
import type { DayCount, ScheduledContact } from '@denba/schedules/schedule';
import { namesBehind } from '../../assess/names-behind.ts';
import type { CompiledProtocol } from '../../compile/compiled-protocol.ts';

/** A contact as the base has it and as the draft has it; `null`: it has none of that id. */
export type ChangedContact = {
  readonly id: string;
  readonly base: ScheduledContact | null;
  readonly draft: ScheduledContact | null;
  /** Both count from the birth. */
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

/** Everything that decides when it is due, and its own conditions; not what lies behind these. */
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

/** A contact that is not there counts from anything. */
const countsFromBirth = (protocol: CompiledProtocol, contact: ScheduledContact | null): boolean => {
  if (contact === null) return true;
  const behind = namesBehind(protocol, timingNames(contact).map(rootOf));
  const elements = protocol.elements.flatMap(({ name }) => (behind.has(name) ? [name] : []));
  const tables = protocol.tables.some(({ name }) => behind.has(name));
  return !tables && elements.includes('birth_date') && elements.every((name) => name === 'birth_date');
};

const rootOf = (path: string): string => path.split('.', 1)[0] ?? path;
