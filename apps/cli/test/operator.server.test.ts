/** The commands of a server's administrator, run against a real PostgreSQL. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { followUpRules } from '@denba/protocols/care/follow-up/follow-up-rules';
import { addAudit } from '@denba/sync-server/audit';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../server/src/create-app.ts';
import { makeJoinCode } from '../../server/src/devices/join-codes.ts';
import { foldForLists } from '../../server/src/fold-for-lists.ts';
import { isPassword } from '../../server/src/people/password-hash.ts';
import { type TestDatabase, testDatabase } from '../../server/test/test-database.ts';
import { aCountry, aPerson } from '../../server/test/test-people.ts';
import { testPhone } from '../../server/test/test-phone.ts';
import { loadProtocol } from '../src/protocol-folder/load-protocol.ts';
import { runHere, runProcess, temporaryFolder } from './run-denba.ts';

const now = () => new Date('2026-11-26T09:00:00Z');
const PASSPHRASE = 'quatre mots pour Kati';
const FAMILY = '1f0c8a52-6f0e-4d0b-9d6c-2f4f5f3a9b11';

let database: TestDatabase;
let server: FastifyInstance;
beforeAll(async () => {
  database = await testDatabase();
  await aCountry(database);
  const fold = foldForLists(followUpRules(await loadProtocol('mami', [])));
  server = createApp({ db: database.db, fold, now, log: () => {} });
  const phone = await testPhone(server, 'kalaban');
  await phone.join(await makeJoinCode(database.db, { place: 'kalaban', madeBy: 'test', now: now() }));
  phone.save(FAMILY);
  await phone.push(await phone.bundle());
});
afterAll(async () => {
  await server.close();
  await database.end();
});

const envOf = ({ url }: TestDatabase, more: Readonly<Record<string, string>> = {}) => ({
  ...{ DATABASE_URL: url, DENBA_BACKUP_PASSPHRASE: PASSPHRASE, ...more },
});
const file = join(temporaryFolder(), 'denba.sauvegarde');

describe('denba backup and denba restore', () => {
  it('carry a server into an empty database, by a real program, and say what was carried', async () => {
    const made = await runProcess(['backup', file], { env: envOf(database) });
    expect(made.err).toBe('');
    expect(made).toMatchObject({ code: 0 });
    expect(made.out).toMatch(/lieux +7\n[\s\S]*saisies +1\n[\s\S]*SHA-256 : [0-9a-f]{64}\n$/);

    const empty = await testDatabase({ migrated: false });
    const restored = await runProcess(['restore', file, '--lang', 'en'], { env: envOf(empty) });
    expect(restored.err).toBe('');
    expect(restored.code).toBe(0);
    expect(restored.out).toContain('Audit verified: whole.');
    const again = await runHere(['restore', file], { env: envOf(empty) });
    expect(again.code).toBe(3);
    expect(again.err).toContain("la base n'est pas vide");
    await empty.end();
  });

  it('refuse in words what is not right, and say what to do', async () => {
    const overwrite = await runHere(['backup', file], { env: envOf(database) });
    expect(overwrite.err).toContain('ce fichier existe déjà');
    const short = await runHere(['backup', `${file}-2`], {
      env: envOf(database, { DENBA_BACKUP_PASSPHRASE: 'court' }),
    });
    expect([short.code, short.err]).toEqual([2, expect.stringContaining('au moins 12 caractères')]);
    const silent = await runHere(['backup', `${file}-2`], { env: envOf(database, { DENBA_BACKUP_PASSPHRASE: '' }) });
    expect([silent.code, silent.err]).toEqual([2, expect.stringContaining('DENBA_BACKUP_PASSPHRASE')]);

    const empty = await testDatabase({ migrated: false });
    const wrong = await runHere(['restore', file], {
      env: envOf(empty, { DENBA_BACKUP_PASSPHRASE: 'autre phrase secrète' }),
    });
    expect([wrong.code, wrong.err]).toEqual([3, expect.stringContaining("n'ouvre pas la sauvegarde")]);
    const cut = join(temporaryFolder(), 'cut');
    writeFileSync(cut, readFileSync(file).subarray(0, -1));
    const half = await runHere(['restore', cut, '--lang', 'en'], { env: envOf(empty) });
    expect([half.code, half.err]).toEqual([3, expect.stringContaining('its end is missing')]);
    const none = await runHere(['replay'], { env: envOf(empty) });
    expect([none.code, none.err]).toEqual([3, expect.stringContaining('aucun Denba')]);
    await empty.end();
  });

  it('never show the address of the database, which holds a password', async () => {
    const { code, err } = await runHere(['backup', `${file}-3`], {
      env: envOf(database, { DATABASE_URL: 'postgres://denba:secret@127.0.0.1:1/denba' }),
    });
    expect(code).toBe(3);
    expect(err).toContain('la base de données ne répond pas (ECONNREFUSED)');
    expect(err).not.toContain('secret');
  });
});

describe('denba replay', () => {
  it('finds no difference in what came from phones, and puts right what was changed', async () => {
    const run = (...options: string[]) => runHere(['replay', ...options], { env: envOf(database) });
    expect(await run()).toMatchObject({ code: 0, out: 'Familles : 1. Différences : 0.\n' });
    await database.pool.query("UPDATE family_summary SET summary = '{}'");
    const found = await run('--lang', 'en');
    expect(found.code).toBe(1);
    expect(found.out).toContain(`Kalaban\t${FAMILY}\tdiffers\n`);
    expect((await run('--write')).out).toContain('Tout est remis en ordre.');
    expect((await run()).code).toBe(0);
  });
});

it('a folder that is none is told as such, and not as a defect of the program', async () => {
  const below = join(file, 'below');
  const { code, err } = await runHere(['audit', 'verify'], { env: { DENBA_DATA: below } });
  expect([code, err]).toEqual([3, expect.stringMatching(/il n'y a pas de base|on ne peut pas écrire/)]);
  const restored = await runHere(['restore', file], {
    env: { DENBA_DATA: below, DENBA_BACKUP_PASSPHRASE: PASSPHRASE },
  });
  expect([restored.code, restored.err]).toEqual([3, expect.stringContaining('on ne peut pas écrire dans')]);
  expect(restored.err).not.toContain('défaut du programme');
});

describe('denba audit', () => {
  it('says who saw a mother, and of which phone', async () => {
    const { code, out } = await runHere(['audit', 'who', FAMILY], { env: envOf(database) });
    expect(code).toBe(0);
    expect(out).toMatch(
      /^2026-11-26 09:00:00 UTC\tKalaban\tTéléphone de la salle \(device:phone-[\w-]+\)\ta apporté\tsaisies : 1\t127\.0\.0\.1\n$/,
    );
    expect(await runHere(['audit', 'who', 'nobody'], { env: envOf(database) })).toMatchObject({ code: 1, out: '' });
  });

  it('says in words also who read about her in a list of the portal, and from where', async () => {
    const read = { actor: 'account:awa', act: 'read-register', family: FAMILY };
    const line = { ...read, detail: { about: 'missing', from: '192.0.2.7' } };
    await database.db.transaction().execute((tx) => addAudit(tx, 'kalaban', now(), [line]));
    const who = async (...more: readonly string[]) =>
      (await runHere(['audit', 'who', FAMILY, ...more], { env: envOf(database) })).out.split('\n').at(-2);
    expect(await who()).toMatch(/\taccount:awa\ta lu dans une liste\t\t192\.0\.2\.7$/);
    expect(await who('--lang', 'en')).toContain('\tread in a list\t');
  });

  it('verifies the chain and names the first line that was changed', async () => {
    const whole = await runHere(['audit', 'verify'], { env: envOf(database) });
    expect(whole).toMatchObject({ code: 0 });
    await database.pool.query("UPDATE audit SET actor = 'nobody' WHERE place_id = 'kalaban' AND position = 1");
    const broken = await runHere(['audit', 'verify'], { env: envOf(database) });
    expect(broken.code).toBe(1);
    expect(broken.out).toContain("kalaban, ligne 1 : la ligne n'est pas celle qui a été écrite");
  });

  it('asks for the missing word', async () => {
    const { code, err } = await runHere(['audit'], { env: envOf(database) });
    expect([code, err]).toEqual([2, expect.stringContaining('« denba audit verify » ou « denba audit who »')]);
  });
});

describe('denba password', () => {
  it('opens the account of an administrator who forgot hers, in the name of the console', async () => {
    const { id, signInName } = await aPerson(database, ['administrator', 'ml']);
    const { code, out } = await runHere(['password', signInName.toUpperCase()], { env: envOf(database) });
    expect([code, out]).toEqual([0, expect.stringMatching(/^([0-9a-z]{4}-){2}[0-9a-z]{4}\n$/)]);
    const kept = await database.db.selectFrom('account').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    expect(await isPassword(out.trim(), kept.password_hash)).toBe(true);
    expect(kept.password_made, 'she replaces it when she signs in').toBe(true);
    const written = database.db.selectFrom('audit').select(['actor', 'detail']).where('act', '=', 'password-made');
    expect(await written.where('place_id', '=', 'ml').execute()).toEqual([
      { actor: 'console', detail: { account: id } },
    ]);
  });

  it('knows sign-in names alone, and says so', async () => {
    const { code, err } = await runHere(['password', 'Personne Inconnue'], { env: envOf(database) });
    expect([code, err]).toEqual([3, expect.stringContaining("aucun compte ouvert n'a ce nom de connexion")]);
  });
});

describe('denba citus', () => {
  it('prints how tables are spread, and applies nothing where the extension is not', async () => {
    const printed = await runHere(['citus'], { env: {} });
    expect(printed.code).toBe(0);
    expect(printed.out).toContain(
      "SELECT create_distributed_table('entry', 'place_id', colocate_with => 'place_feed');",
    );
    const { rows } = await database.pool.query("SELECT 1 FROM pg_available_extensions WHERE name = 'citus'");
    // This test needs a PostgreSQL without Citus; where Citus is installed, `--apply` itself must be tested instead.
    expect(rows).toEqual([]);
    const applied = await runHere(['citus', '--apply'], { env: envOf(database) });
    expect([applied.code, applied.out]).toEqual([3, '']);
    expect(applied.err).toContain("n'a pas l'extension Citus ; rien n'a été appliqué");
  });
});
