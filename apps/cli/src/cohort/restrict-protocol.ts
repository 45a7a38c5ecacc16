/**
 * Reduces a protocol to what the given conclusions depend on. They come out the same, without the time that cards,
 * actions and schedules would take for thousands of visits whose report does not show them.
 */
import { namesBehind } from '@denba/protocols/assess/names-behind';
import type { CompiledProtocol } from '@denba/protocols/compile/compiled-protocol';

export const restrictProtocol = (protocol: CompiledProtocol, conclusions: readonly string[]): CompiledProtocol => {
  const behind = namesBehind(protocol, conclusions);
  return {
    ...protocol,
    derived: protocol.derived.filter(({ name }) => behind.has(name)),
    tables: protocol.tables.filter(({ name }) => behind.has(name)),
  };
};
