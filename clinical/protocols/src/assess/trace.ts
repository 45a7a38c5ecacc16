/** From the tables' results to sentences, and to the data elements that are missing behind what stays undecided. */
import type { GraphState } from '@denba/decisions/decision-graph';
import { namesIn, namesInTests } from '@denba/decisions/expression';
import type { RowTrace, TableResult } from '@denba/decisions/table-result';
import { entryOf, isContext, type Scope, type Value } from '@denba/decisions/value';
import type { SourceStatus } from '@denba/quantities/text';
import type { CompiledProtocol } from '../compile/compiled-protocol.ts';
import { fillTemplate, parseTemplate, type Template } from '../words/template.ts';
import { createValueStyles } from '../words/value-styles.ts';
import type { Assessment, TraceEntry } from './assessment.ts';
import { effectiveStatuses } from './effective-status.ts';

type RowWords = {
  readonly fr: Template;
  readonly en: Template;
  readonly status: SourceStatus;
};

/** `order`: the tables in the order in which they ran, so that causes stand before conclusions. */
export const createTracer = (
  protocol: CompiledProtocol,
  order: readonly string[],
): ((state: GraphState<TableResult>) => Pick<Assessment, 'trace' | 'missing'>) => {
  const { style } = createValueStyles(protocol);
  const statuses = effectiveStatuses(protocol);
  const words = new Map<string, RowWords>();
  for (const table of protocol.tables) {
    for (const { id, reason, status } of table.rows) {
      words.set(id, {
        fr: parseTemplate(reason.fr),
        en: parseTemplate(reason.en),
        status: statuses.get(id) ?? status,
      });
    }
  }
  const tables = order.filter((name) => protocol.tables.some((table) => table.name === name));
  const elementsBehind = createElementFinder(protocol);
  return ({ values, details }) => {
    const trace: TraceEntry[] = [];
    const missing = new Set<string>();
    for (const table of tables) {
      const result = details[table];
      if (result === undefined) continue;
      for (const hit of result.hit) trace.push(traceEntry(table, hit, words.get(hit.row), values, style));
      for (const row of result.undecided) {
        for (const name of row.missing) for (const element of elementsBehind(name, values)) missing.add(element);
      }
    }
    return { trace, missing: protocol.elements.flatMap(({ name }) => (missing.has(name) ? [name] : [])) };
  };
};

const traceEntry = (
  table: string,
  { row, values, source, status }: RowTrace,
  words: RowWords | undefined,
  scope: Scope,
  style: ReturnType<typeof createValueStyles>['style'],
): TraceEntry => {
  const filling = { value: (name: string) => valueAt(scope, name), style };
  return {
    table,
    row,
    reason: {
      fr: words === undefined ? '' : fillTemplate(words.fr, 'fr', filling),
      en: words === undefined ? '' : fillTemplate(words.en, 'en', filling),
    },
    values,
    source,
    status: words?.status ?? status,
  };
};

/** The value at a path such as `p.waz_cut`. */
export const valueAt = (scope: Scope, path: string): Value => {
  if (!path.includes('.')) return scope[path] ?? null;
  const [root = '', ...keys] = path.split('.');
  return keys.reduce<Value>(
    (value, key) => (isContext(value) ? entryOf(value as Readonly<Record<string, Value>>, key) : null),
    scope[root] ?? null,
  );
};

/** What a worker would have to record so that a name becomes known: the unknown elements that it is made of. */
const createElementFinder = (protocol: CompiledProtocol): ((name: string, values: Scope) => readonly string[]) => {
  const elements = new Set(protocol.elements.map(({ name }) => name));
  const reads = new Map<string, readonly string[]>();
  for (const { name, expression } of protocol.derived) reads.set(name, namesIn(expression));
  for (const table of protocol.tables) {
    reads.set(table.name, [
      ...table.inputs.flatMap(({ expression }) => namesIn(expression)),
      ...table.rows.flatMap(({ tests }) => tests.flatMap((test) => (test === null ? [] : namesInTests(test)))),
    ]);
  }
  const behind = new Map<string, readonly string[]>();
  const find = (root: string, above: ReadonlySet<string>): readonly string[] => {
    const known = behind.get(root);
    if (known !== undefined) return known;
    if (elements.has(root)) return [root];
    const below = new Set([...above, root]);
    const found = (reads.get(root) ?? []).flatMap((name) => {
      const next = name.split('.', 1)[0] ?? name;
      return below.has(next) ? [] : find(next, below);
    });
    const unique = [...new Set(found)];
    behind.set(root, unique);
    return unique;
  };
  const none: ReadonlySet<string> = new Set();
  return (name, values) =>
    find(name.split('.', 1)[0] ?? name, none).filter((element) => (values[element] ?? null) === null);
};
