/** Runs in the service worker: the browser calls it when there is a network, whether Denba is open or not. */
import { cachedLetterBox } from '@denba/device/letters/cached-letter-box';
import { postLetter } from '@denba/device/letters/post-letter';

/** What TypeScript does not know of a service worker. */
type SyncEvent = Event & { readonly tag: string; readonly waitUntil: (work: Promise<unknown>) => void };
type Worker = { readonly registration: ServiceWorkerRegistration };

addEventListener('sync', (event) => {
  const called = event as SyncEvent;
  if (called.tag !== 'denba-letters') return;
  const { scope } = (globalThis as unknown as Worker).registration;
  const posting = postLetter(cachedLetterBox(caches, scope), (address, request) => fetch(address, request));
  called.waitUntil(
    posting.then((what) => {
      // Said by failing: the browser calls again, later and later.
      if (what === 'later') throw new Error('the letter waits');
    }),
  );
});
