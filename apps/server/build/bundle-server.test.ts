import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { protocolFiles } from '../../clinic/build/protocol-plugin.ts';
import { bundleServer } from './bundle-server.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const cache = join(root, 'node_modules/.cache');
const program = join(root, 'apps/server/test/real-server/serve.ts');

describe('the server as plain JavaScript', () => {
  let folder: string;
  beforeAll(async () => {
    mkdirSync(cache, { recursive: true });
    folder = mkdtempSync(join(cache, 'denba-bundle-'));
    await bundleServer(program, folder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('has its threads beside it, which run without anything that reads TypeScript', async () => {
    const thread = new Worker(pathToFileURL(join(folder, 'start-protocol-thread.mjs')), {
      workerData: protocolFiles(),
      execArgv: [],
    });
    try {
      const told = new Promise((resolve, reject) => thread.once('message', resolve).once('error', reject));
      thread.postMessage({ kind: 'ask', number: 1, step: 'packOfOverlays', given: [[]] });
      expect(await told).toMatchObject({ kind: 'answer', number: 1, answer: expect.stringMatching(/^[0-9a-f]{64}$/) });
    } finally {
      await thread.terminate();
    }
  });

  it('is left as it is when nothing changed: a server that runs from it may still open its threads', async () => {
    const before = statSync(join(folder, 'program.mjs')).ino;
    await bundleServer(program, folder);
    expect(statSync(join(folder, 'program.mjs')).ino).toBe(before);
  });
});
