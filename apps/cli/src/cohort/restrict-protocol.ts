/**
 * A protocol cut down to what some of its conclusions rest on: the same answers, without the time that cards, actions
 * and schedules take for thousands of visits whose report does not show them.
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
