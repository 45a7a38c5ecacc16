import { describe, expect, it, vi } from 'vitest';
import { textOf } from './bytes.ts';
import { compressText } from './compress-text.ts';
import { inflate } from './compression.ts';

const text = (length: number, name: string): string => `${name} Keïta `.repeat(Math.ceil(length / (name.length + 7)));

/** Runs with workers of this kind in place of the browser's. */
const withWorkers = async (kind: typeof Worker, work: () => Promise<void>): Promise<void> => {
  vi.stubGlobal('Worker', kind);
  try {
    await work();
  } finally {
    vi.unstubAllGlobals();
  }
};

describe('a text', () => {
  it.each([10, 60_000, 2_000_000])('of %i characters is compressed, and is itself again', async (length) => {
    const names = ['Awa', 'Fatoumata', 'Aïssata'];
    const compressed = await Promise.all(names.map((name) => compressText(text(length, name), 'deflate-raw')));
    for (const [at, bytes] of compressed.entries()) {
      expect(textOf(await inflate(bytes))).toBe(text(length, names[at] ?? ''));
    }
  });

  it('is compressed here when the worker does not start', async () => {
    // Another module, whose worker has not been started yet.
    vi.resetModules();
    class Broken extends EventTarget {
      postMessage(): void {
        queueMicrotask(() => this.dispatchEvent(new Event('error')));
      }
      terminate(): void {}
    }
    await withWorkers(Broken as unknown as typeof Worker, async () => {
      const { compressText: anew } = await import('./compress-text.ts');
      const both = await Promise.all([anew(text(60_000, 'Awa'), 'deflate-raw'), anew(text(70_000, 'Awa'), 'gzip')]);
      expect(textOf(await inflate(both[0]))).toBe(text(60_000, 'Awa'));
      // The first two bytes of gzip.
      expect([...both[1].subarray(0, 2)]).toEqual([0x1f, 0x8b]);
    });
  });
});
