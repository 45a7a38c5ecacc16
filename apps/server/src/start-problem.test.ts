import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { readConfiguration } from './configuration.ts';
import { refuseWrongPostgres } from './database/right-postgres.ts';
import { startProblem } from './start-problem.ts';

const settings = { port: 8080, host: '127.0.0.1', dataFolder: '/srv/denba', databaseUrl: null };

const failureOf = (act: () => unknown): Promise<unknown> =>
  Promise.resolve()
    .then(act)
    .then(
      () => null,
      (failure: unknown) => failure,
    );
const listening = (host: string) =>
  failureOf(
    () =>
      new Promise((resolve, reject) => {
        const server = createServer();
        server.on('error', reject);
        server.listen(0, host, () => server.close(resolve));
      }),
  );

describe('a server that does not start', () => {
  it('says that its PostgreSQL does not answer, and not with which password', async () => {
    const databaseUrl = 'postgres://denba:geheim@127.0.0.1:1/denba';
    const failure = await failureOf(() => new pg.Client({ connectionString: databaseUrl }).connect());
    const { fr, en } = startProblem(failure, { ...settings, databaseUrl });
    expect(fr).toMatch(/^DATABASE_URL : ce PostgreSQL ne répond pas\. Vérifiez/);
    expect(en).toMatch(/^DATABASE_URL: this PostgreSQL does not answer/);
    expect(fr + en).not.toContain('geheim');
  });

  it.each([
    ['28P01', 'ne laisse pas entrer ce compte'],
    ['3D000', "cette base n'existe pas"],
    ['42501', 'créer les tables'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'certificat'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'certificat'],
  ])('says what PostgreSQL means by %s', (code, words) => {
    const failure = Object.assign(new Error('said by PostgreSQL'), { code });
    expect(startProblem(failure, { ...settings, databaseUrl: 'postgres://x@y/z' }).fr).toContain(words);
  });

  it('says that the database cannot be reached encrypted, as the address asks', () => {
    const failure = new Error('The server does not support SSL connections');
    expect(startProblem(failure, { ...settings, databaseUrl: 'postgres://x@y/z?sslmode=verify-full' }).fr).toMatch(
      /^DATABASE_URL : ce PostgreSQL ne sait pas chiffrer/,
    );
  });

  it('says that the address is not of this machine', async () => {
    const host = '203.0.113.7';
    expect(startProblem(await listening(host), { ...settings, host }).fr).toContain(
      "HOST : cette machine n'a pas l'adresse 203.0.113.7",
    );
  });

  it('says that its folder cannot be written', async () => {
    const file = join(tmpdir(), `denba-start-problem-${process.pid}`);
    writeFileSync(file, '');
    const failure = await failureOf(() => mkdirSync(join(file, 'below'), { recursive: true }));
    expect(startProblem(failure, settings).fr).toContain(
      'DENBA_DATA : on ne peut pas écrire dans /srv/denba (ENOTDIR)',
    );
  });

  it('names a port that there is, also beside the last one', () => {
    const failure = Object.assign(new Error('listen'), { code: 'EADDRINUSE' });
    expect(startProblem(failure, settings).fr).toContain('PORT=8081 npm start');
    expect(startProblem(failure, { ...settings, port: 65_535 }).fr).toContain('PORT=65534 npm start');
  });

  it('does not blame the database for an address of its own that nobody knows', () => {
    const failure = Object.assign(new Error('getaddrinfo EAI_AGAIN cscom.local'), { code: 'EAI_AGAIN' });
    const told = startProblem(failure, { ...settings, host: 'cscom.local', databaseUrl: 'postgres://x@y/z' });
    expect(told.fr).toMatch(/^HOST : /);
  });

  it.each([
    [{ version: 14, encoding: 'UTF8' }, 'PostgreSQL 14 ; Denba demande 15'],
    [{ version: 16, encoding: 'LATIN1' }, 'codée en LATIN1'],
  ])('says in French what is wrong with the database %j', async (facts, words) => {
    const failure = await failureOf(() => refuseWrongPostgres(facts));
    expect(startProblem(failure, settings).fr).toContain(words);
    expect(await failureOf(() => refuseWrongPostgres({ version: 15, encoding: 'UTF8' }))).toBeNull();
  });

  it('keeps the words of what nobody foresaw', () => {
    expect(startProblem(new Error('odd'), settings).en).toBe('Denba could not start. odd');
  });
});

describe('addresses of proxies', () => {
  const read = (PROXIES: string) => readConfiguration({ PROXIES }, { isRoot: false });

  it.each(['127.0.0.1', '10.0.0.0/8, ::1', 'fd00::/8', 'loopback'])('are %s', (proxies) => {
    expect(read(proxies)).toMatchObject({ ok: true, value: { proxies } });
  });

  it.each(['garbage', '10.0.0.0/40', '10.0.0.1/', '127.0.0.1,', 'proxy.example.org'])('are not %s', (proxies) => {
    expect(read(proxies)).toMatchObject({ ok: false, error: [{ variable: 'PROXIES' }] });
  });
});
