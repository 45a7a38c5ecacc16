/** A draft as the database keeps it: plain data that the what-if engine takes. */
import { createHash } from 'node:crypto';
import type { Draft, DraftChange } from '@denba/protocols/what-if/draft/draft-change';
import type { Text } from '@denba/quantities/text';
import * as v from 'valibot';

/** Why somebody wants it stands beside every change. */
export type ReasonedChange = { readonly change: DraftChange; readonly reason: string };

export type StoredDraft = {
  readonly id: string;
  readonly place: string;
  readonly basePack: string;
  readonly title: Text;
  readonly changes: readonly ReasonedChange[];
  readonly author: string;
  readonly madeAt: Date;
  /** Made of it when two people had approved. */
  readonly pack: string | null;
  readonly laidAsideAt: Date | null;
};

const short = v.pipe(v.string(), v.maxLength(300));
const change = v.variant('kind', [
  v.object({ kind: v.literal('parameter'), name: short, value: v.union([v.number(), v.boolean(), short]) }),
  v.object({ kind: v.literal('cell'), row: short, column: short, text: short }),
  v.object({ kind: v.literal('schedule'), contact: short, column: short, text: short }),
  v.object({
    kind: v.literal('addRow'),
    table: short,
    before: v.nullable(short),
    cells: v.record(v.string(), v.string()),
  }),
  v.object({
    kind: v.literal('addCase'),
    id: short,
    title: v.object({ fr: short, en: short }),
    given: v.record(v.string(), v.unknown()),
    expect: v.record(v.string(), v.unknown()),
  }),
  v.object({ kind: v.literal('removeRow'), row: short }),
]);
const reasonedChanges = v.array(v.object({ change, reason: v.string() }));

/** Throws on what this server did not write. */
export const readChanges = (changes: unknown): readonly ReasonedChange[] => v.parse(reasonedChanges, changes);

export const asDraft = ({ id, title, changes }: Pick<StoredDraft, 'id' | 'title' | 'changes'>): Draft => {
  const why = changes.map(({ reason }) => reason).join(' ');
  return { id, title, note: { fr: why, en: why }, changes: changes.map((one) => one.change) };
};

/** Changes with the content: what was worked out for one holds for the other. */
export const contentName = ({ basePack, id, title, changes }: StoredDraft): string =>
  createHash('sha256')
    .update(JSON.stringify([basePack, id, title, changes]))
    .digest('hex');
