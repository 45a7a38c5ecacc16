/**
 * Determines what has to be computed again for a draft: what differs from the base, and everything downstream of that.
 */
import { decisionOrder } from '../../assess/create-assessor.ts';
import { namesBehind } from '../../assess/names-behind.ts';
import type { CompiledProtocol, Element } from '../../compile/compiled-protocol.ts';
import { type Baseline, wantedPaths } from './baseline.ts';
import { type ElementAnswers, elementAnswers } from './element-answers.ts';
import { type LogicNode, logicNodes } from './logic-node.ts';
import { rootOf } from './read-path.ts';
import { RememberedNode } from './remembered-node.ts';
import { ValueDictionary } from './value-dictionary.ts';

export type DraftStep = {
  readonly name: string;
  readonly node: RememberedNode;
  /**
   * True when the node's definition differs: it runs for every assessment, or for the marked ones. Otherwise it runs only
   * where a value that it reads changed.
   */
  readonly differs: boolean;
  /** Where nothing but thresholds differs: marks, of a slice, those for which the answer may be another. */
  readonly mark: ((from: number, marks: Uint8Array, count: number) => void) | null;
};

export type DraftPlan = {
  /** Ordered so that each node comes after those that it reads. */
  readonly steps: readonly DraftStep[];
  /** Elements whose limits or codes differ, that the base did not need, or that the draft no longer has. */
  readonly elements: ReadonlyMap<string, ElementAnswers>;
};

export const planDraft = (baseline: Baseline, draft: CompiledProtocol): DraftPlan => {
  const { conclusions, dictionaries, columns } = baseline;
  const logic = logicNodes(draft);
  const behind = namesBehind(draft, conclusions.map(rootOf));
  const order = decisionOrder(draft).filter((name) => behind.has(name) && logic.has(name));
  const reads = (name: string): readonly string[] => logic.get(name)?.reads ?? [];
  const wanted = wantedPaths(order.flatMap(reads), conclusions);
  const lacks = (name: string, kept: readonly string[]): boolean =>
    (wanted.get(name) ?? []).some((path) => !kept.includes(path));

  const elements = new Map<string, ElementAnswers>();
  const answersOf = elementAnswers(draft, columns, dictionaries);
  const before = elementDefinitions(baseline.protocol);
  const after = elementDefinitions(draft);
  for (const { name } of draft.elements) {
    const paths = wanted.get(name);
    if (paths === undefined || columns.inputs[name] === undefined) continue;
    const kept = baseline.elements.get(name);
    if (kept === undefined || before(name) !== after(name) || lacks(name, kept.paths)) {
      elements.set(name, answersOf(name, paths));
    }
  }
  // Values that the draft no longer has become unknown.
  for (const [name, paths] of wanted) {
    const has = logic.has(name) || (after(name) !== null && columns.inputs[name] !== undefined);
    if (!has && (baseline.nodes.has(name) || baseline.elements.has(name)))
      elements.set(name, unknownAnswers(name, paths));
  }
  const affected = new Set<string>(elements.keys());
  const steps: DraftStep[] = [];
  for (const name of order) {
    const node = logic.get(name);
    if (node === undefined) continue;
    const kept = baseline.nodes.get(name);
    const paths = wanted.get(name) ?? [];
    const reached = node.reads.some((path) => affected.has(rootOf(path)));
    const differing = paths.filter(
      (path) =>
        kept === undefined || !kept.paths.includes(path) || kept.node.definitionOf(path) !== node.definitionOf(path),
    );
    if (differing.length === 0 && !reached) continue;
    affected.add(name);
    // When only the node's own definition differs, paths that it still decides in the same way keep the base's values.
    const asked = reached || kept === undefined ? paths : differing;
    const own = differing.length > 0 || kept === undefined ? new RememberedNode(node, asked, dictionaries) : kept;
    steps.push({ name, node: own, differs: own !== kept, mark: markOf(baseline, node, asked) });
  }
  return { steps, elements };
};

const markOf = (
  { nodes, margins }: Baseline,
  { name, growth }: LogicNode,
  paths: readonly string[],
): DraftStep['mark'] => {
  const [kept, own] = [nodes.get(name), margins.get(name)];
  if (kept === undefined || own === undefined || growth === null) return null;
  if (growth.besides !== kept.node.growth?.besides || paths.some((path) => !kept.paths.includes(path))) return null;
  return (from, marks, count) => own.mark(growth.thresholds, from, marks, count);
};

const unknownAnswers = (name: string, paths: readonly string[]): ElementAnswers => ({
  name,
  paths,
  size: 1,
  valueNumbers: () => ({ at: () => ValueDictionary.unknown }),
});

/**
 * Text of everything that decides how an answer is read. For lists it covers all elements, whose limits apply to the
 * items.
 */
const elementDefinitions = (protocol: CompiledProtocol): ((name: string) => string | null) => {
  const own = ({ type, values, notAssessed, hard }: Element): string =>
    JSON.stringify([type, values, notAssessed, hard]);
  const byName = new Map(protocol.elements.map((element) => [element.name, element]));
  const dates = protocol.derived.flatMap(({ name, type }) => (type === 'date' ? [name] : []));
  const all = JSON.stringify([...protocol.elements.map((element) => [element.name, own(element)]), dates]);
  return (name) => {
    const element = byName.get(name);
    return element === undefined ? null : element.type === 'list' ? all : own(element);
  };
};
