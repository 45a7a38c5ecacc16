/**
 * Releases the recovery key of a phone whose PIN was forgotten. One person who looks after the phone asks, with a
 * reason; another one, whose rank is not below hers, agrees within a day; then the first one is shown the key once,
 * within an hour. Nobody can do it alone, and each step is audited at the place of the phone, in the transaction that
 * does it.
 */
import { openRecoveryKey } from '@denba/sync/recovery/sealed-recovery-key';
import type { Kysely } from 'kysely';
import * as v from 'valibot';
import { privateCourierKey } from '../courier/courier-keys.ts';
import type { Tables } from '../database/tables.ts';
import { notAllowed, notFound } from '../http/refusal.ts';
import { madeTheOther } from '../people/account-makers.ts';
import { mayAgree } from '../people/authorisation.ts';
import { grantsOf, readViewer, type Viewer } from '../people/viewer.ts';
import { type Place, placeTo } from '../places/known-place.ts';
import { type Site, writeDown } from '../site.ts';
import { asksAlready, noKey, notAlone, nothingAsked, notTwo, unreadable } from './recovery-refusals.ts';
import { type RequestState, stateOf } from './recovery-request.ts';

export const recoveryReason = v.object({ reason: v.pipe(v.string(), v.trim(), v.minLength(3), v.maxLength(500)) });

export type Recovery = {
  readonly device: { readonly id: string; readonly name: string; readonly place: Place };
  /** When the phone sent its key; `null`: it never did. */
  readonly keptSince: Date | null;
  readonly state: RequestState;
  /** `null` when there is no open request. */
  readonly request: { readonly by: string; readonly reason: string; readonly askedAt: Date } | null;
  /** The viewer is the person who asked. */
  readonly own: boolean;
  /** The viewer may agree. */
  readonly mayAgree: boolean;
};

export const readRecovery = async (site: Site, viewer: Viewer, id: string): Promise<Recovery> => {
  const { db, now } = site;
  const device = await deviceTo(db, viewer, id);
  const [key, row] = await Promise.all([
    db.selectFrom('recovery_key').select('received_at').where('device_id', '=', id).executeTakeFirst(),
    db.selectFrom('recovery_request').selectAll().where('device_id', '=', id).executeTakeFirst(),
  ]);
  const base = { device, keptSince: key?.received_at ?? null };
  const state = stateOf(row, now());
  if (row === undefined || state === 'none')
    return { ...base, state: 'none', request: null, own: false, mayAgree: false };
  const asker = await db.selectFrom('account').select('name').where('id', '=', row.asked_by).executeTakeFirstOrThrow();
  const own = row.asked_by === viewer.account.id;
  return {
    ...base,
    state,
    own,
    request: { by: asker.name, reason: row.reason, askedAt: row.asked_at },
    mayAgree:
      !own &&
      mayAgree(viewer.grants, await openGrants(db, row.asked_by), device.place.path) &&
      !(await madeTheOther(db, row.asked_by, viewer.account.id)),
  };
};

export const askRecovery = (
  site: Site,
  viewer: Viewer,
  id: string,
  { reason }: v.InferOutput<typeof recoveryReason>,
): Promise<void> =>
  step(site, viewer, id, async ({ tx, write, row, state, now }) => {
    const key = await tx.selectFrom('recovery_key').select('device_id').where('device_id', '=', id).executeTakeFirst();
    if (key === undefined) throw noKey();
    if (state !== 'none') throw asksAlready();
    const asked = {
      asked_by: viewer.account.id,
      reason,
      asked_at: now,
      agreed_by: null,
      agreed_at: null,
      ended_at: null,
    };
    if (row === undefined)
      await tx
        .insertInto('recovery_request')
        .values({ device_id: id, ...asked })
        .execute();
    else await tx.updateTable('recovery_request').set(asked).where('device_id', '=', id).execute();
    await write('recovery-asked', { reason });
  });

export const agreeToRecovery = (site: Site, viewer: Viewer, id: string): Promise<void> =>
  step(site, viewer, id, async ({ tx, write, row, state, path, now }) => {
    if (row === undefined || state !== 'asked') throw nothingAsked();
    if (row.asked_by === viewer.account.id) throw notAlone();
    if (!mayAgree(viewer.grants, await openGrants(tx, row.asked_by), path)) throw notAllowed();
    if (await madeTheOther(tx, row.asked_by, viewer.account.id)) throw notTwo();
    const agreed = { agreed_by: viewer.account.id, agreed_at: now };
    await tx.updateTable('recovery_request').set(agreed).where('device_id', '=', id).execute();
    await write('recovery-agreed', { askedBy: row.asked_by });
  });

/** Withdraws a request. Everybody who has the right to ask there may withdraw it. */
export const endRecovery = (site: Site, viewer: Viewer, id: string): Promise<void> =>
  step(site, viewer, id, async ({ tx, write, state, now }) => {
    if (state === 'none') throw nothingAsked();
    await tx.updateTable('recovery_request').set({ ended_at: now }).where('device_id', '=', id).execute();
    await write('recovery-laid-aside', {});
  });

/** Returns the key, once, in the form in which people type it into the phone. */
export const showRecoveryKey = (site: Site, viewer: Viewer, id: string): Promise<string> =>
  step(site, viewer, id, async ({ tx, write, row, state, path, now }) => {
    if (row === undefined || state !== 'agreed' || row.agreed_by === null) throw nothingAsked();
    if (row.asked_by !== viewer.account.id) throw notAllowed();
    // The person who agreed may have lost the right since.
    if (!mayAgree(await openGrants(tx, row.agreed_by), viewer.grants, path)) throw nothingAsked();
    const kept = await tx.selectFrom('recovery_key').selectAll().where('device_id', '=', id).executeTakeFirstOrThrow();
    const privateKey = await privateCourierKey(tx, kept.courier_key_id);
    const { courier_key_id: to, enc, sealed } = kept;
    const text = privateKey === null ? null : await openRecoveryKey({ to, enc, sealed }, id, privateKey);
    if (text === null) throw unreadable();
    await tx.updateTable('recovery_request').set({ ended_at: now }).where('device_id', '=', id).execute();
    await write('recovery-key-shown', { agreedBy: row.agreed_by });
    return text;
  });

type Step = {
  readonly tx: Kysely<Tables>;
  readonly row: Tables['recovery_request'] | undefined;
  readonly state: RequestState;
  readonly path: string;
  readonly now: Date;
  readonly write: (act: string, detail: Readonly<Record<string, string>>) => Promise<void>;
};

/** Runs a step with the phone's row locked: of two people who do the same at once, the second finds it done. */
const step = async <T>(site: Site, viewer: Viewer, id: string, act: (step: Step) => Promise<T>): Promise<T> => {
  const { place } = await deviceTo(site.db, viewer, id);
  const now = site.now();
  return site.db.transaction().execute(async (tx) => {
    await tx.selectFrom('device').select('id').where('id', '=', id).forUpdate().execute();
    const row = await tx.selectFrom('recovery_request').selectAll().where('device_id', '=', id).executeTakeFirst();
    const write: Step['write'] = (what, detail) =>
      writeDown(tx, site, viewer.account.id, place.id, what, { device: id, ...detail });
    return act({ tx, row, state: stateOf(row, now), path: place.path, now, write });
  });
};

const deviceTo = async (db: Kysely<Tables>, viewer: Viewer, id: string): Promise<Recovery['device']> => {
  const device = await db.selectFrom('device').select(['name', 'place_id']).where('id', '=', id).executeTakeFirst();
  if (device === undefined) throw notFound();
  return { id, name: device.name, place: await placeTo(db, viewer, 'ask', 'recovery', device.place_id) };
};

/** The roles of an account; none when it was closed. */
const openGrants = async (db: Kysely<Tables>, account: string) =>
  (await readViewer(db, account)) === null ? [] : grantsOf(db, account);
