/** Part of the service worker: posts the letter when the browser reports a network, whether Denba is open or not. */
import { cachedLetterBox } from '@denba/device/letters/cached-letter-box';
import { postLetter } from '@denba/device/letters/post-letter';

/** Types of the service worker that TypeScript's library lacks. */
type SyncEvent = Event & { readonly tag: string; readonly waitUntil: (work: Promise<unknown>) => void };
type Worker = { readonly registration: ServiceWorkerRegistration };

addEventListener('sync', (event) => {
  const called = event as SyncEvent;
  if (called.tag !== 'denba-letters') return;
  const { scope } = (globalThis as unknown as Worker).registration;
  const posting = postLetter(cachedLetterBox(caches, scope), (address, request) => fetch(address, request));
  called.waitUntil(
    posting.then((what) => {
      // Failing tells the browser to call again, with growing pauses.
      if (what === 'later') throw new Error('the letter waits');
    }),
  );
});
