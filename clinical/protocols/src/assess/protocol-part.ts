/**
 * A protocol that concludes only some of its values: what these rest on, and nothing more. For screens that need a few
 * values of many days (a growth curve), by the same rules and the same rounding as a visit.
 */
import type { CompiledProtocol } from '../compile/compiled-protocol.ts';
import { namesBehind } from './names-behind.ts';

export const protocolPart = (protocol: CompiledProtocol, names: readonly string[]): CompiledProtocol => {
  const behind = namesBehind(protocol, names);
  return {
    ...protocol,
    derived: protocol.derived.filter(({ name }) => behind.has(name)),
    tables: protocol.tables.filter(({ name }) => behind.has(name)),
  };
};
