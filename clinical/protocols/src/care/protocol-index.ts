/** What findings look up in a protocol, worked out once for each. */
import { namesBehind } from '../assess/names-behind.ts';
import type { CompiledProtocol } from '../compile/compiled-protocol.ts';
import { missingTables } from '../explain/missing-items.ts';
import { createValueStyles, type ValueStyles } from '../words/value-styles.ts';

export type ProtocolIndex = {
  readonly styles: ValueStyles;
  /** Names on which the class of the pair rests. */
  readonly behindClass: ReadonlySet<string>;
  /** Tables that say what is missing rather than what was found. */
  readonly essential: ReadonlySet<string>;
  /** Data elements told in confidence. */
  readonly confided: ReadonlySet<string>;
  readonly rows: ReadonlyMap<string, { readonly table: string; readonly source: string }>;
};

/** Whether a reason says what was told in confidence: it stays off papers and away from others' eyes. */
export const isConfided = (
  { confided }: Pick<ProtocolIndex, 'confided'>,
  part: string,
  names: readonly string[],
): boolean => part === 'mood' || names.some((name) => confided.has(name));

const indexes = new WeakMap<CompiledProtocol, ProtocolIndex>();

export const indexOf = (protocol: CompiledProtocol): ProtocolIndex => {
  const known = indexes.get(protocol);
  if (known !== undefined) return known;
  const index: ProtocolIndex = {
    styles: createValueStyles(protocol),
    behindClass: namesBehind(protocol, ['pair_class', 'pair_incomplete']),
    essential: missingTables(protocol),
    confided: new Set(protocol.elements.flatMap((element) => (element.private ? [element.name] : []))),
    rows: new Map(
      protocol.tables.flatMap(({ name, rows }) => rows.map(({ id, source }) => [id, { table: name, source }] as const)),
    ),
  };
  indexes.set(protocol, index);
  return index;
};
