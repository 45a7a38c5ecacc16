/** Decisions that read each other in a cycle cannot be run: reports the cycle and where it can be broken. */
import { createGraph } from '@denba/decisions/graph/decision-graph';
import { readsByName } from '../assess/names-behind.ts';
import type { CompiledProtocol } from '../compile/compiled-protocol.ts';
import { type Problem, problem } from '../problem.ts';
import type { ProtocolSource } from '../read/protocol-source.ts';
import { findRow, placeOf } from './uses.ts';

export const checkCycles = (source: ProtocolSource, protocol: CompiledProtocol): Problem[] => {
  const prepare = () => () => null;
  const graph = createGraph([...readsByName(protocol)].map(([name, reads]) => ({ name, reads, prepare })));
  if (graph.ok) return duplicates(source, protocol);
  const { kind, names, message, cure } = graph.error;
  const [name = ''] = names;
  const place =
    findRow(source, 'derived.csv', 'name', name) === undefined
      ? placeOf(source, 'tables.csv', 'name', name, 'name')
      : placeOf(source, 'derived.csv', 'name', name, 'expression');
  return [problem(kind === 'cycle' ? 'cycle' : 'nameTwice', place, message, cure)];
};

/** A derived value or table with the name of a data element would hide the given answer. */
const duplicates = (source: ProtocolSource, protocol: CompiledProtocol): Problem[] => {
  const elements = new Set(protocol.elements.map(({ name }) => name));
  const hidden = [...protocol.derived, ...protocol.tables].filter(({ name }) => elements.has(name));
  return hidden.map(({ name }) =>
    problem(
      'nameTwice',
      placeOf(source, 'data-elements.csv', 'name', name, 'name'),
      {
        fr: `« ${name} » est à la fois une donnée et une valeur calculée.`,
        en: `“${name}” is both a data element and a computed value.`,
      },
      { fr: "Renommez l'un des deux.", en: 'Rename one of the two.' },
    ),
  );
};
