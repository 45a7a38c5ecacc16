/**
 * The protocol that a draft makes, for trying cases on it: as it would be given to places, except that its changed
 * pieces have the status `default`, because nobody has approved them yet.
 */
import { knownProtocol } from '@denba/protocols/assess/runnable-protocol';
import type { CompiledProtocol } from '@denba/protocols/compile/compiled-protocol';
import { createNewCase } from '@denba/protocols/what-if/draft/new-case';
import type { ListedDraft } from './draft-store.ts';
import { keepNewest } from './keep-newest.ts';
import type { CheckedDraft } from './protocol-work.ts';

export type DraftProtocol = {
  readonly protocol: CompiledProtocol;
  /** Id of the pack with this content. */
  readonly content: string;
  /** Ids of the rules that the draft adds or changes. */
  readonly own: ReadonlySet<string>;
  readonly newCase: ReturnType<typeof createNewCase>;
};

/** Returns `null` when the draft cannot run. The latest ones are cached: reading one takes half a second. */
export const createDraftProtocols = (): ((
  draft: Pick<ListedDraft, 'id' | 'changes'>,
  checked: CheckedDraft,
) => DraftProtocol | null) => {
  const made = new Map<string, DraftProtocol>();
  return ({ id, changes }, { pack }) => {
    if (pack === null) return null;
    const found = made.get(pack.id);
    if (found !== undefined) return found;
    const read = knownProtocol(JSON.parse(pack.content));
    if (!read.ok) return null;
    const protocol = awaiting(read.value, id);
    const own = new Set(
      changes.flatMap(({ change }) =>
        change.kind === 'addRow' ? [change.cells['id'] ?? ''] : change.kind === 'cell' ? [change.row] : [],
      ),
    );
    const ready = { protocol, content: pack.id, own, newCase: createNewCase(protocol, own) };
    keepNewest(made, pack.id, ready, KEPT);
    return ready;
  };
};

/** Number of cached protocols; one takes tens of megabytes. */
const KEPT = 2;

const awaiting = (protocol: CompiledProtocol, draft: string): CompiledProtocol => {
  const undecided = <
    Piece extends { readonly source: string; readonly status: CompiledProtocol['parameters'][number]['status'] },
  >(
    piece: Piece,
  ): Piece => (piece.source === draft ? { ...piece, status: 'default' } : piece);
  return {
    ...protocol,
    parameters: protocol.parameters.map(undecided),
    tables: protocol.tables.map((table) => ({ ...table, rows: table.rows.map(undecided) })),
    schedule: protocol.schedule.map(undecided),
  };
};
