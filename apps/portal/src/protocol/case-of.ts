/** A protocol ready for cases to be tried. Half a second of work: once for a protocol, while it is kept in memory. */
import type { CompiledProtocol } from '@denba/protocols/compile/compiled-protocol';
import { createProtocolCase } from './protocol-case.ts';

export const caseOf = (protocol: CompiledProtocol): ReturnType<typeof createProtocolCase> => {
  const known = cases.get(protocol) ?? createProtocolCase(protocol);
  cases.set(protocol, known);
  return known;
};

const cases = new WeakMap<CompiledProtocol, ReturnType<typeof createProtocolCase>>();
