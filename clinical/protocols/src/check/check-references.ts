/** Codes of cards and actions that tables give but that do not exist, and cards and actions that no table gives. */
import type { Expression } from '@denba/decisions/expression';
import { childrenOf } from '@denba/decisions/expression';
import type { TableRow } from '@denba/decisions/tables/decision-table';
import type { CompiledProtocol } from '../compile/compiled-protocol.ts';
import { type Place, type Problem, problem } from '../problem.ts';
import { closest } from '../read/closest-name.ts';
import type { ProtocolSource } from '../read/protocol-source.ts';
import { placeOf, tableFile } from './uses.ts';

/** The codes that rows give, one by one, each marked as card, action or neither. */
export const codesGiven = (compiled: CompiledProtocol): readonly GivenCode[] =>
  compiled.tables.flatMap((table) =>
    table.outputs.flatMap((output, index) => {
      const kind = /^cards?$/.test(output.name) ? 'card' : isActionOf(table.name, output.name) ? 'action' : null;
      return table.rows.flatMap((row) =>
        textsIn(row.outputs[index] ?? null).map((code) => ({
          table: table.name,
          output: output.name,
          row,
          kind,
          code,
        })),
      );
    }),
  );

type GivenCode = {
  readonly table: string;
  readonly output: string;
  readonly row: TableRow;
  /** `null`: the code is neither a card nor an action of actions.csv. */
  readonly kind: 'card' | 'action' | null;
  readonly code: string;
};

export const checkReferences = (source: ProtocolSource, compiled: CompiledProtocol): Problem[] => {
  const cards = new Set(compiled.cards.map((card) => card.id));
  const actions = new Set(compiled.actions.map((action) => action.code));
  const given = new Set<string>();
  const problems: Problem[] = [];
  for (const { table, output, row, kind, code } of codesGiven(compiled)) {
    given.add(code);
    const known = kind === 'card' ? cards : kind === 'action' ? actions : null;
    if (known === null || known.has(code)) continue;
    problems.push(dangling(code, known, placeOf(source, tableFile(source, table), 'id', row.id, `then: ${output}`)));
  }
  for (const derived of compiled.derived) for (const code of textsIn(derived.expression)) given.add(code);
  for (const card of source.cards) {
    if (!given.has(card.id)) problems.push(neverGiven(card.id, { file: card.file, line: card.lines['id'] ?? 1 }));
  }
  for (const { code } of compiled.actions) {
    if (!given.has(code)) problems.push(neverGiven(code, placeOf(source, 'actions.csv', 'code', code, 'code')));
  }
  return problems;
};

/**
 * An output named `action` holds codes of actions.csv only in a table about actions; other tables may have an `action`
 * of their own.
 */
const isActionOf = (table: string, output: string): boolean => /^actions?$/.test(output) && /action/.test(table);

const textsIn = (expression: Expression | null): string[] => {
  if (expression === null) return [];
  if (expression.kind === 'literal') return typeof expression.value === 'string' ? [expression.value] : [];
  return childrenOf(expression).flatMap(textsIn);
};

const dangling = (code: string, known: ReadonlySet<string>, place: Place): Problem => {
  const near = closest(code, known);
  return problem(
    'referenceDangling',
    place,
    { fr: `« ${code} » n'existe pas.`, en: `“${code}” does not exist.` },
    near === null
      ? {
          fr: 'Écrivez la carte ou l’action, ou corrigez le code.',
          en: 'Write the card or the action, or correct the code.',
        }
      : { fr: `Vouliez-vous écrire « ${near} » ?`, en: `Did you mean “${near}”?` },
  );
};

const neverGiven = (code: string, place: Place): Problem =>
  problem(
    'contentUnused',
    place,
    { fr: `Aucune table ne donne « ${code} ».`, en: `No table gives “${code}”.` },
    { fr: 'Ajoutez la ligne qui le déclenche, ou ôtez-le.', en: 'Add the row that calls for it, or remove it.' },
    'warning',
  );
