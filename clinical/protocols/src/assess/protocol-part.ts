/**
 * A protocol that concludes only some of its values: what these rest on, what their sentences name, and nothing more. For
 * screens that need a few values of many days (a growth curve), by the same rules and the same rounding as a visit.
 */
import type { CompiledProtocol } from '../compile/compiled-protocol.ts';
import { placesIn } from '../words/template.ts';
import { namesBehind } from './names-behind.ts';

export const protocolPart = (protocol: CompiledProtocol, names: readonly string[]): CompiledProtocol => {
  const needed = namesBehind(protocol, names);
  const told = protocol.tables.filter(({ name }) => needed.has(name)).flatMap(namesInSentences);
  // Tables that only a sentence names are not asked what they say themselves.
  const behind = namesBehind(protocol, [...names, ...told]);
  return {
    ...protocol,
    derived: protocol.derived.filter(({ name }) => behind.has(name)),
    tables: protocol.tables.filter(({ name }) => behind.has(name)),
  };
};

const namesInSentences = ({ rows }: CompiledProtocol['tables'][number]): readonly string[] =>
  rows.flatMap(({ reason }) => placesIn(reason.fr).map(rootOf));

const rootOf = (path: string): string => path.split('.', 1)[0] ?? path;
