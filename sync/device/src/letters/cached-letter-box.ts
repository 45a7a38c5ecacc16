/**
 * Stores the letter in the browser's cache, which the app and its service worker share; neither needs a key to read it.
 */
import { readJson } from '@denba/sync/json-text';
import type { Letter, LetterBox } from './letter.ts';

const CACHE = 'denba-letters';

/** `scope`: URL of the app's folder. */
export const cachedLetterBox = (caches: CacheStorage, scope: string): LetterBox => {
  const at = new URL('letter', scope).href;
  return {
    read: async () => {
      const kept = await (await caches.open(CACHE)).match(at);
      return kept === undefined ? null : (readJson(await kept.text()) as Letter | null);
    },
    put: async (letter) => {
      await (await caches.open(CACHE)).put(at, new Response(JSON.stringify(letter)));
    },
    empty: async () => {
      await (await caches.open(CACHE)).delete(at);
    },
  };
};
