/** Which questions the plan shows in its own way, and what was agreed at the last visit. */
import type { Inputs } from '@denba/protocols/assess/read-inputs';
import type { Input } from '@denba/questionnaires/answers';

const handled: ReadonlySet<string> = new Set(['consent', 'enrol_reason', 'next_due', 'next_due_reason']);

/** After consent the enrolment decision is derived from it; after a refusal the worker may state another decision. */
export const isHandled = (path: string, consent: Input | null): boolean =>
  handled.has(path) || (path === 'enrolment_decision' && consent !== false);

/** Codes of the actions that the mother chose at the last visit; `null` when none were recorded. */
export const agreedLast = (known: Inputs): readonly string[] | null => {
  const previous = known['previous'];
  if (!Array.isArray(previous)) return null;
  const last = previous.at(-1) as Readonly<Record<string, unknown>> | undefined;
  const agreed = last?.['agreed_actions'];
  return Array.isArray(agreed) && agreed.length > 0 ? agreed.map(String) : null;
};
