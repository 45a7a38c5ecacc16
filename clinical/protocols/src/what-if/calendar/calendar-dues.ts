/**
 * The days on which a calendar requires one contact of a child, as if each contact were held on its day: what is
 * required, not what was done. A contact that had expired before the record knew the child does not count. Whether a
 * contact concerns the child is judged by what was known on its day; when that is unknown, it counts.
 */

import { namesIn } from '@denba/decisions/expression';
import type { Scope } from '@denba/decisions/value';
import type { LocalDate } from '@denba/quantities/local-date';
import { compileSchedule, type Rule } from '@denba/schedules/compile-schedule';
import { contactExpressions } from '@denba/schedules/contact-expressions';
import { nextDue } from '@denba/schedules/next-due';
import { noHistory, type ScheduledContact } from '@denba/schedules/schedule';
import { createAssessor } from '../../assess/create-assessor.ts';
import { namesBehind } from '../../assess/names-behind.ts';
import { protocolPart } from '../../assess/protocol-part.ts';
import type { Inputs } from '../../assess/read-inputs.ts';
import type { CompiledProtocol } from '../../compile/compiled-protocol.ts';
import { growthFunctions } from '../../growth-functions.ts';

/** `to`: the last day that counts (inclusive). */
export type Span = { readonly from: LocalDate; readonly to: LocalDate };

/** `inputsOn`: gives what was known of the child on a day. */
export type DuesOf = (span: Span, inputsOn: (day: LocalDate) => Inputs) => readonly LocalDate[];

/** Upper limit of contacts per child: more than a calendar with a contact every day would have. */
const MOST = 1_000;

/** Throws when the protocol cannot run, like `createAssessor`. */
export const createDues = (protocol: CompiledProtocol, contact: ScheduledContact): DuesOf => {
  const [compiled] = compileSchedule([contact], growthFunctions);
  if (compiled === undefined) throw new RangeError('one contact gives one');
  const unconditional = { ...compiled, relevant: null, stopWhen: null };
  const scopeOf = createScope(protocol, contact);
  return ({ from, to }, inputsOn) => {
    const scopeOn = (day: LocalDate): Scope => scopeOf(inputsOn(day), day);
    const dues: LocalDate[] = [];
    const done: LocalDate[] = [];
    for (let today = from; done.length < MOST; ) {
      const next = nextDue(unconditional, { ...noHistory, done }, scopeOn(today), today);
      if (next.state !== 'upcoming' && next.state !== 'due' && next.state !== 'overdue') break;
      const day = next.state === 'overdue' ? today : next.due;
      if (day > to) break;
      const scope = scopeOn(day);
      if (holds(compiled.stopWhen, scope) === true) break;
      if (compiled.relevant === null || holds(compiled.relevant, scope) !== false) dues.push(day);
      if (compiled.repeatDays === null) break;
      done.push(day);
      today = day;
    }
    return dues;
  };
};

const holds = (rule: Rule | null, scope: Scope): boolean | null => {
  const value = rule === null ? null : rule.run(scope);
  return typeof value === 'boolean' ? value : null;
};

/** Computes only the values that the contact reads. */
const createScope = (
  protocol: CompiledProtocol,
  contact: ScheduledContact,
): ((inputs: Inputs, on: LocalDate) => Scope) => {
  const roots = contactExpressions(contact)
    .flatMap(([, expression]) => namesIn(expression))
    .map((path) => path.split('.', 1)[0] ?? path);
  const behind = namesBehind(protocol, roots);
  const { assess } = createAssessor(protocolPart(protocol, roots));
  return (inputs, on) => {
    const read = Object.entries(inputs).filter(([name]) => behind.has(name));
    return assess({ ...Object.fromEntries(read), visit_date: on }).values;
  };
};
