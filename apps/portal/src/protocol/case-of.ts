/**
 * A protocol prepared for trying cases. This takes about half a second, so it is cached while the protocol is in
 * memory.
 */
import type { CompiledProtocol } from '@denba/protocols/compile/compiled-protocol';
import { createProtocolCase } from './protocol-case.ts';

export const caseOf = (protocol: CompiledProtocol): ReturnType<typeof createProtocolCase> => {
  const known = cases.get(protocol) ?? createProtocolCase(protocol);
  cases.set(protocol, known);
  return known;
};

const cases = new WeakMap<CompiledProtocol, ReturnType<typeof createProtocolCase>>();
