/**
 * What becomes of entries that a phone had not sent before it was reported lost, and that somebody brought: they stay
 * in quarantine until somebody vouches for them, and then join the record, or are set aside for good. Nothing is
 * deleted either way.
 */
import { createHash } from 'node:crypto';
import type { EntryHash } from '@denba/records/entry';
import type { Verdict } from '@denba/sync/admit';
import type { Fold } from '@denba/sync/receiving/fold-families';
import type { Sender } from '@denba/sync/receiving/receive-bundle';
import { takeInApart } from '@denba/sync/receiving/take-in-apart';
import type { Refusal } from '@denba/sync/wire';
import { type Kysely, sql, type Transaction } from 'kysely';
import { addAudit } from './audit.ts';
import { fromBody } from './body.ts';
import type { CountFigures } from './figures/figures.ts';
import { postgresStore } from './postgres-store.ts';
import { untilKept } from './receive-bundle.ts';
import type { SyncTables } from './tables.ts';

type Given = {
  readonly db: Kysely<SyncTables>;
  readonly fold: Fold;
  readonly figures: CountFigures | null;
  readonly now: () => Date;
};

type Lost = Pick<Sender, 'device' | 'place' | 'facilities'>;
/** `by`: who vouches, `account:…`. */
type Vouched = { readonly by: string; readonly note: string };

export type TakenIn = {
  readonly taken: number;
  /**
   * Number of entries that cannot join although somebody vouches for them: they stay in quarantine, now with their own
   * reason.
   */
  readonly refused: number;
};

/** Entries per transaction: few enough that nobody else waits long. */
const AT_ONCE = 500;

/**
 * Takes in all waiting entries of the phone, those that were set aside before included: new facts may have come to
 * light.
 */
export const takeInLost = async (
  given: Given,
  lost: Lost,
  vouched: Vouched,
  atOnce: number = AT_ONCE,
): Promise<TakenIn> => {
  let [taken, refused] = [0, 0];
  for (;;) {
    const some = await untilKept(() =>
      given.db.transaction().execute((tx) => takeSome(tx, given, lost, vouched, atOnce)),
    );
    if (some === null) return { taken, refused };
    [taken, refused] = [taken + some.taken, refused + some.refused];
  }
};

/** Sets the waiting entries aside with a note. Returns how many. */
export const leaveLost = (
  { db, now }: Pick<Given, 'db' | 'now'>,
  { device, place }: Lost,
  { by, note }: Vouched,
): Promise<number> =>
  db.transaction().execute(async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('quarantine')
      .set({ resolved_at: now(), resolved_by: by, resolution: note })
      .where('place_id', '=', place)
      .where('device_id', '=', device)
      .where('reason', '=', 'lostPhone')
      .where('resolved_at', 'is', null)
      .executeTakeFirst();
    const entries = Number(numUpdatedRows);
    if (entries > 0) await addAudit(tx, place, now(), [event(by, 'lost-phone-left', { device, entries })]);
    return entries;
  });

/** Returns `null` when nothing is left. */
const takeSome = async (
  tx: Transaction<SyncTables>,
  { fold, figures, now }: Given,
  lost: Lost,
  { by, note }: Vouched,
  atOnce: number,
): Promise<TakenIn | null> => {
  const { device, place } = lost;
  const rows = await tx
    .selectFrom('quarantine')
    .select(['seq', 'hash', 'body'])
    .where('place_id', '=', place)
    .where('device_id', '=', device)
    .where('reason', '=', 'lostPhone')
    .where('taken_in', '=', false)
    .orderBy('seq')
    .orderBy('received_at')
    .orderBy('hash')
    .limit(atOnce)
    .forUpdate()
    .execute();
  if (rows.length === 0) return null;
  const at = now();
  const counted = figures === null ? null : { ...figures, today: at.toISOString().slice(0, 10) };
  const store = postgresStore(tx, { at, phoneOffMs: null }, counted);
  const lines = rows.map(({ seq, body }) => ({ seq: Number(seq), text: fromBody(body) }));
  const verdicts = await takeInApart({ store, fold, hash }, { ...lost, broughtBy: by }, lines);

  const withReason = (reason: Refusal | null) =>
    rows.filter((_, index) => reasonOf(verdicts[index] as Verdict) === reason);
  const here = withReason(null);
  await sql`
    UPDATE quarantine SET taken_in = true, resolved_at = ${at}, resolved_by = ${by},
      resolution = CASE WHEN resolution IS NULL THEN ${note}::text ELSE resolution || ' — ' || ${note}::text END
    WHERE place_id = ${place} AND device_id = ${device} AND taken_in = false
      AND seq = ANY(${here.map(({ seq }) => seq)}::bigint[])
      AND hash = ANY(${here.map((row) => row.hash)}::bytea[])`.execute(tx);
  for (const reason of new Set(verdicts.map(reasonOf))) {
    if (reason === null) continue;
    const stay = withReason(reason);
    await tx
      .updateTable('quarantine')
      .set({ reason, resolved_at: null, resolved_by: null })
      .where('place_id', '=', place)
      .where('device_id', '=', device)
      .where('taken_in', '=', false)
      .where(
        'seq',
        'in',
        stay.map(({ seq }) => seq),
      )
      .where(
        'hash',
        'in',
        stay.map((row) => row.hash),
      )
      .execute();
  }
  const detail = {
    device,
    entries: here.length,
    refused: rows.length - here.length,
    first: lines[0]?.seq ?? 0,
    last: lines.at(-1)?.seq ?? 0,
  };
  await addAudit(tx, place, at, [event(by, 'lost-phone-taken-in', detail)]);
  return { taken: here.length, refused: rows.length - here.length };
};

const reasonOf = (verdict: Verdict): Refusal | null => (verdict.kind === 'refused' ? verdict.reason : null);

const event = (actor: string, act: string, detail: Parameters<typeof addAudit>[3][number]['detail']) => ({
  actor,
  act,
  family: null,
  detail,
});

const hash = (text: string): EntryHash => createHash('sha256').update(text).digest('hex') as EntryHash;
