/** A phone joins a centre: with a code, its public key, and a name for the list of phones. */
import { createHash, randomBytes } from 'node:crypto';
import { isId } from '@denba/records/ids';
import { fromBase64Url } from '@denba/sync/base64-url';
import { addAudit } from '@denba/sync-server/audit';
import type { Kysely } from 'kysely';
import * as v from 'valibot';
import type { Tables } from '../database/tables.ts';
import { Refusal } from '../http/refusal.ts';
import { onOneLine } from '../shown-name.ts';
import { useJoinCode } from './join-codes.ts';

export const joinRequest = v.object({
  code: v.pipe(v.string(), v.maxLength(20)),
  device: v.pipe(v.string(), v.check(isId)),
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(80), onOneLine),
  /** The facility under which the phone records: the id of its place, unless it worked without a server before. */
  facility: v.pipe(v.string(), v.check(isId)),
  /** Uncompressed P-256 point, 65 bytes, base64url. */
  publicKey: v.pipe(v.string(), v.regex(/^[\w-]{87}$/)),
});
export type JoinRequest = v.InferOutput<typeof joinRequest>;

export type Joined = {
  readonly place: { readonly id: string; readonly name: string };
  /** The token that the phone sends with each request from now on; the server stores only its hash. */
  readonly token: string;
  readonly serverMs: number;
  /**
   * A phone of this place was reported lost a short time ago: the one that joins probably replaces it, and what the lost
   * one had not sent is only there.
   */
  readonly lostHere: boolean;
};

const LOST_LATELY_MS = 30 * 86_400_000;

/** `from`: the network address of the request. */
export const joinDevice = (db: Kysely<Tables>, request: JoinRequest, now: Date, from: string): Promise<Joined> =>
  db.transaction().execute(async (tx) => {
    const used = await useJoinCode(tx, request.code, request.device, now);
    if (used === null) throw wrongCode();
    const { place: id, madeBy } = used;
    const token = randomBytes(32).toString('base64url');
    const key = Buffer.from(fromBase64Url(request.publicKey));
    const before = await tx.selectFrom('device').selectAll().where('id', '=', request.device).executeTakeFirst();
    // A phone may join again (another centre, a lost token), but only with the same key, because its log is signed with
    // it.
    if (before !== undefined && (!before.public_key.equals(key) || before.revoked_at !== null)) throw wrongCode();
    const { name, facility } = request;
    const values = { place_id: id, name, facility, token_hash: tokenHash(token), joined_at: now };
    await tx
      .insertInto('device')
      .values({
        ...values,
        id: request.device,
        public_key: key,
        revoked_at: null,
        revoked_by: null,
        last_seen_at: null,
        clock_off_ms: null,
      })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
      .execute();
    // Entries recorded under another facility belong to this place from now on: its figures are counted anew.
    if (facility !== id) await tx.deleteFrom('figure_state').where('place_id', '=', id).execute();
    const moved = before === undefined || before.place_id === id ? {} : { before: before.place_id };
    const detail = { from, codeBy: madeBy, ...moved };
    await addAudit(tx, id, now, [{ actor: `device:${request.device}`, act: 'device-joined', family: null, detail }]);
    const lost = await tx
      .selectFrom('device')
      .select('id')
      .where('place_id', '=', id)
      .where('revoked_at', '>', new Date(now.getTime() - LOST_LATELY_MS))
      .limit(1)
      .executeTakeFirst();
    return { place: { id, name: used.name }, token, serverMs: now.getTime(), lostHere: lost !== undefined };
  });

export const tokenHash = (token: string): Buffer => createHash('sha256').update(`device ${token}`).digest();

export const wrongCode = (): Refusal =>
  new Refusal(403, 'wrong-join-code', {
    fr: "Ce code n'ouvre pas de centre : il est faux, trop ancien ou déjà utilisé. Demandez-en un nouveau.",
    en: 'This code opens no centre: it is wrong, too old or used already. Ask for a new one.',
  });
