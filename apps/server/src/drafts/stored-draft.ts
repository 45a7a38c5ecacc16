/** A draft as the database stores it: plain data that the what-if engine takes. */
import { createHash } from 'node:crypto';
import type { Draft, DraftChange } from '@denba/protocols/what-if/draft/draft-change';
import type { Text } from '@denba/quantities/text';
import * as v from 'valibot';

/** A change, and why somebody wants it. */
export type ReasonedChange = { readonly change: DraftChange; readonly reason: string };

export type StoredDraft = {
  readonly id: string;
  readonly place: string;
  readonly basePack: string;
  readonly title: Text;
  readonly changes: readonly ReasonedChange[];
  readonly author: string;
  readonly madeAt: Date;
  /** Id of the pack that was made of it after two approvals; `null`: not published. */
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

/** Throws when the value was not written by this server. */
export const readChanges = (changes: unknown): readonly ReasonedChange[] => v.parse(reasonedChanges, changes);

export const asDraft = ({ id, title, changes }: Pick<StoredDraft, 'id' | 'title' | 'changes'>): Draft => {
  const why = changes.map(({ reason }) => reason).join(' ');
  return { id, title, note: { fr: why, en: why }, changes: changes.map((one) => one.change) };
};

/** A hash of the draft's content, under which its check and replays are cached. */
export const contentName = ({ basePack, id, title, changes }: StoredDraft): string =>
  createHash('sha256')
    .update(JSON.stringify([basePack, id, title, changes]))
    .digest('hex');
