/** Turns the results of tables into sentences, and finds the data elements that are missing behind undecided rows. */
import type { RowTrace } from '@denba/decisions/tables/table-result';
import { entryOf, isContext, type Scope, type Value } from '@denba/decisions/value';
import type { SourceStatus } from '@denba/quantities/text';
import type { CompiledProtocol } from '../compile/compiled-protocol.ts';
import { fillTemplate, parseTemplate, type Template } from '../words/template.ts';
import { createValueStyles } from '../words/value-styles.ts';
import type { TraceEntry } from './assessment.ts';
import { effectiveStandings } from './effective-status.ts';
import type { Teller } from './live-assessment.ts';
import { elementFinder } from './names-behind.ts';

type RowWords = {
  readonly fr: Template;
  readonly en: Template;
  readonly status: SourceStatus;
  readonly source: string;
};

/**
 * The trace and the missing elements are computed only on request, because most assessments of a cohort are only
 * counted. `order`: the tables in the order in which they ran, so that causes stand before conclusions.
 */
export const createTracer = (protocol: CompiledProtocol, order: readonly string[]): Teller => {
  const { style } = createValueStyles(protocol);
  const standings = effectiveStandings(protocol);
  const words = new Map<string, RowWords>();
  for (const table of protocol.tables) {
    for (const { id, reason, status, source } of table.rows) {
      words.set(id, {
        fr: parseTemplate(reason.fr),
        en: parseTemplate(reason.en),
        ...(standings.get(id) ?? { status, source }),
      });
    }
  }
  const tables = order.filter((name) => protocol.tables.some((table) => table.name === name));
  const elementsBehind = elementFinder(protocol);
  return {
    trace: (state, only) =>
      (only === undefined ? tables : tables.filter((table) => only.has(table))).flatMap((table) =>
        (state.details[table]?.hit ?? []).map((hit) => traceEntry(table, hit, words.get(hit.row), state, style)),
      ),
    missing: (state) => {
      const names = new Set(Object.values(state.details).flatMap((result) => result.missing.map(rootOf)));
      const missing = new Set([...names].flatMap(elementsBehind));
      return protocol.elements.flatMap(({ name }) => (missing.has(name) && state.value(name) === null ? [name] : []));
    },
  };
};

const rootOf = (path: string): string => path.split('.', 1)[0] ?? path;

const traceEntry = (
  table: string,
  { row, values, source, status }: RowTrace,
  words: RowWords | undefined,
  state: Parameters<Teller['trace']>[0],
  style: ReturnType<typeof createValueStyles>['style'],
): TraceEntry => {
  const filling = { value: (path: string) => within(path, (name) => state.value(name)), style };
  return {
    table,
    row,
    reason: {
      fr: words === undefined ? '' : fillTemplate(words.fr, 'fr', filling),
      en: words === undefined ? '' : fillTemplate(words.en, 'en', filling),
    },
    values,
    source: words?.source ?? source,
    status: words?.status ?? status,
  };
};

/** The value at a path such as `p.waz_cut`. */
export const valueAt = (scope: Scope, path: string): Value => within(path, (name) => scope[name] ?? null);

const within = (path: string, value: (name: string) => Value): Value => {
  if (!path.includes('.')) return value(path);
  const [root = '', ...keys] = path.split('.');
  return keys.reduce<Value>(
    (value, key) => (isContext(value) ? entryOf(value as Readonly<Record<string, Value>>, key) : null),
    value(root),
  );
};
