import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const running: { readonly child: ChildProcess; readonly ended: Promise<unknown> }[] = [];
/**
 * The server's data folder, only for these tests; the account that runs PostgreSQL for root must be able to enter it.
 */
const dataFolder = mkdtempSync(join(tmpdir(), 'denba-start-'));
chmodSync(dataFolder, 0o755);
afterAll(async () => {
  // SIGTERM instead of SIGKILL, so that the database of the server stops with it.
  for (const { child, ended } of running.splice(0)) {
    child.kill('SIGTERM');
    await ended;
  }
  rmSync(dataFolder, { recursive: true, force: true });
});

const start = (env: Readonly<Record<string, string>>, ...words: string[]) => {
  const child = spawn(process.execPath, ['tools/start.mjs', ...words], {
    cwd: root,
    env: { ...process.env, DENBA_DATA: dataFolder, DENBA_DISTRICT: 'no', ...env },
  });
  let printed = '';
  child.stdout.on('data', (chunk) => {
    printed += String(chunk);
  });
  child.stderr.on('data', (chunk) => {
    printed += String(chunk);
  });
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', (code) => resolve(code));
  });
  running.push({ child, ended });
  const address = async (): Promise<string> => {
    for (;;) {
      const url = /http:\/\/localhost:\d+\/clinic\//.exec(printed)?.[0];
      if (url !== undefined) return url;
      const code = await Promise.race([ended, new Promise<'wait'>((resolve) => setTimeout(resolve, 100, 'wait'))]);
      if (code !== 'wait') throw new Error(`npm start ended with ${code}:\n${printed}`);
    }
  };
  return { child, ended, address, printed: () => printed };
};

describe('npm start', () => {
  let first: ReturnType<typeof start>;
  let url: string;
  beforeAll(async () => {
    first = start({ PORT: '0' });
    url = await first.address();
  });

  it('serves the clinic, says where and that its families are simulated', async () => {
    const page = await fetch(url);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('<div id="app">');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect((await fetch(`${url}sw.js`)).headers.get('content-type')).toContain('javascript');
    expect(first.printed()).toContain('SIMULÉES');
    expect((await fetch(new URL('/readyz', url))).status).toBe(200);
    // Files that the server reads from beside its sources.
    for (const path of ['/admin/style.css', '/portal/style.css']) {
      expect(await (await fetch(new URL(path, url))).text()).toContain('--');
    }
    expect(first.printed()).toMatch(/[A-Z]{4} [A-Z]{4} {3}CSCom de Sanankoroba/);
  });

  it('gives nothing but the clinic, whatever is asked for', async () => {
    const { port } = new URL(url);
    const { get } = await import('node:http');
    const statusOf = (path: string): Promise<number | undefined> =>
      new Promise((resolve, reject) => {
        get({ host: 'localhost', port, path: `/clinic/${path}` }, (response) => {
          response.resume();
          resolve(response.statusCode);
        }).on('error', reject);
      });
    for (const path of ['absent.js', '../package.json', '..%2f..%2fpackage.json', '%00', '%E0%A4%A']) {
      expect([400, 404], path).toContain(await statusOf(path));
    }
  });

  it('says so when another one works in its folder, works on when that one was killed, and stops when asked', async () => {
    const second = start({ PORT: '0' });
    expect(await second.ended).toBe(1);
    expect(second.printed()).toContain('Un autre Denba travaille déjà');
    first.child.kill('SIGKILL');
    await first.ended;
    const third = start({ PORT: '0' });
    expect((await fetch(new URL('/readyz', await third.address()))).status).toBe(200);
    third.child.kill('SIGTERM');
    expect(await third.ended).toBe(0);
  });

  it('says what to do when the port is taken, or is none', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? String(address.port) : '';
    const taken = start({ PORT: port }, '--lang', 'en');
    expect(await taken.ended).toBe(1);
    expect(taken.printed()).toContain('is already taken');
    other.close();
    const none = start({ PORT: 'abc' });
    expect(await none.ended).toBe(2);
    expect(none.printed()).toContain("n'est pas un numéro de port");
  });
});
