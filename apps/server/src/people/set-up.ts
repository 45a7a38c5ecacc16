/**
 * Creates the first account. Nobody can be asked who may create it, so the server prints a code on its console when it
 * starts: with it the first administrator is created, at the root place. After that there is no such code any more.
 */
import { createHash, randomUUID, timingSafeEqual } from 'node:crypto';
import { type Kysely, sql, type Transaction } from 'kysely';
import * as v from 'valibot';
import type { Tables } from '../database/tables.ts';
import { notFound, Refusal } from '../http/refusal.ts';
import { createRoot, rootPlace } from '../places/create-place.ts';
import { placeName } from '../places/place-shape.ts';
import { type Site, writeDown } from '../site.ts';
import { asTyped, spokenCode } from '../spoken-code.ts';
import { insertAccount, personName, signInName } from './insert-account.ts';
import { keptPassword } from './own-account.ts';

const LENGTH = 12;
/** Number of the advisory lock (any unused number): two who set up at once do so one after the other. */
const TURN = 4_620_101;

/** The code that is printed at the start and given to `createApp`. Returns `null` when there is an account already. */
export const makeSetupCode = async (db: Kysely<Tables>): Promise<string | null> =>
  (await hasAccount(db)) ? null : spokenCode(LENGTH);

export const setupRequest = v.object({
  code: v.pipe(v.string(), v.maxLength(40)),
  name: personName,
  signInName,
  password: v.pipe(v.string(), v.maxLength(1000)),
  /** Name of the country; needed while there is no place. */
  rootName: v.optional(placeName),
});
export type SetupRequest = v.InferOutput<typeof setupRequest>;

export const setUp = async (site: Site, setupCode: string | null, asked: SetupRequest): Promise<string> => {
  if (setupCode === null || (await hasAccount(site.db))) throw notFound();
  if (!isSame(asTyped(asked.code), setupCode)) throw wrongSetupCode();
  const password = await keptPassword(asked.password, [asked.name, asked.signInName]);
  return site.db.transaction().execute(async (tx) => {
    await sql`SELECT pg_advisory_xact_lock(${TURN})`.execute(tx);
    if (await hasAccount(tx)) throw notFound();
    const root = (await rootPlace(tx)) ?? (await newRoot(tx, asked.rootName));
    const account = { ...asked, id: randomUUID(), password, passwordMade: false };
    await insertAccount(tx, account, { role: 'administrator', place: root.id, by: null }, site.now());
    await writeDown(tx, site, account.id, root.id, 'set-up', { account: account.id });
    return account.id;
  });
};

const newRoot = (tx: Transaction<Tables>, name: string | undefined) => {
  if (name === undefined) throw rootNameNeeded();
  return createRoot(tx, name);
};

export const hasAccount = async (db: Kysely<Tables> | Transaction<Tables>): Promise<boolean> =>
  (await db.selectFrom('account').select('id').limit(1).executeTakeFirst()) !== undefined;

const isSame = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

const wrongSetupCode = (): Refusal =>
  new Refusal(403, 'wrong-setup-code', {
    fr: "Ce n'est pas le code d'installation. Il est affiché là où le serveur a été démarré.",
    en: 'This is not the setup code. It is shown where the server was started.',
  });

const rootNameNeeded = (): Refusal =>
  new Refusal(422, 'root-name-needed', {
    fr: "Donnez aussi le nom du pays : il n'y a encore aucun lieu.",
    en: 'Give the name of the country as well: there is no place yet.',
  });
