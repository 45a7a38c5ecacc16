/**
 * Reduces a protocol to what is needed to conclude some of its values: what they rest on and what their sentences name.
 * For screens that need a few values on many days (a growth curve), with the same rules and rounding as a visit.
 */
import type { CompiledProtocol } from '../compile/compiled-protocol.ts';
import { placesIn } from '../words/template.ts';
import { namesBehind } from './names-behind.ts';

export const protocolPart = (protocol: CompiledProtocol, names: readonly string[]): CompiledProtocol => {
  const needed = namesBehind(protocol, names);
  const told = protocol.tables.filter(({ name }) => needed.has(name)).flatMap(namesInSentences);
  // For tables that only a sentence names, the names in their own sentences are not followed.
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
