import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const running: ChildProcess[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

const start = (env: Readonly<Record<string, string>>, ...words: string[]) => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'tools/start.ts', ...words], {
    cwd: root,
    env: { ...process.env, ...env },
  });
  running.push(child);
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
  const address = async (): Promise<string> => {
    for (;;) {
      const url = /http:\/\/localhost:\d+\//.exec(printed)?.[0];
      if (url !== undefined) return url;
      const code = await Promise.race([ended, new Promise<'wait'>((resolve) => setTimeout(resolve, 100, 'wait'))]);
      if (code !== 'wait') throw new Error(`npm start ended with ${code}:\n${printed}`);
    }
  };
  return { child, ended, address, printed: () => printed };
};

describe('npm start', () => {
  it('serves the clinic, says where and that its families are simulated, and stops when asked', async () => {
    const { child, ended, address, printed } = start({ PORT: '0' });
    const url = await address();
    const page = await fetch(url);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('<div id="app">');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect((await fetch(`${url}sw.js`)).headers.get('content-type')).toContain('javascript');
    expect(printed()).toContain('SIMULÉES');
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  }, 180_000);

  it.each(['absent.js', '../package.json', '..%2f..%2fpackage.json', '%00', '%E0%A4%A'])(
    'gives nothing but the clinic: %s',
    async (path) => {
      const { address } = start({ PORT: '0' });
      const url = new URL(await address());
      const { get } = await import('node:http');
      const status = await new Promise<number | undefined>((resolve, reject) => {
        get({ host: 'localhost', port: url.port, path: `/${path}` }, (response) => {
          response.resume();
          resolve(response.statusCode);
        }).on('error', reject);
      });
      expect(status).toBe(404);
    },
    180_000,
  );

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
    expect(none.printed()).toContain("n'est pas un port");
  }, 180_000);
});
