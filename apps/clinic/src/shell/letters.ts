/**
 * What waits is left for the browser to post when there is a network, also when Denba is closed by then: where the browser
 * has background sync (Chrome on Android has). Where it has not, entries wait until the app is opened.
 */
import type { Session } from '@denba/device/device';
import { cachedLetterBox } from '@denba/device/letters/cached-letter-box';
import type { Link } from '@denba/device/sync/link';
import type { CareRow } from '@denba/protocols/care/care-row';
import { type ReadonlySignal, signal } from '@preact/signals';

export type Letters = {
  /** The browser posts by itself what waits. */
  readonly left: ReadonlySignal<boolean>;
  readonly leave: (link: Link) => Promise<void>;
  /** Everything is sent, or nothing may be sent any more. */
  readonly takeBack: () => Promise<void>;
};

/** The name by which the service worker is called. */
const TAG = 'denba-letters';

type WithSync = ServiceWorkerRegistration & { readonly sync?: { readonly register: (tag: string) => Promise<void> } };

/** `root`: where the server answers, with a final slash. */
export const openLetters = (
  session: Session<CareRow>,
  { root, wallMs }: { readonly root: string; readonly wallMs: () => number },
): Letters => {
  const left = signal(false);
  const box = () => cachedLetterBox(caches, new URL('./', document.baseURI).href);
  return {
    left,
    leave: async (link) => {
      const registration = (await navigator.serviceWorker?.getRegistration()) as WithSync | undefined;
      if (registration?.sync === undefined) return;
      const { leaveLetter } = await import('@denba/device/letters/leave-letter');
      const lies = await leaveLetter({ session, wallMs, root, box: box() }, link);
      if (lies) await registration.sync.register(TAG);
      left.value = lies;
    },
    takeBack: async () => {
      left.value = false;
      if ('caches' in globalThis) await box().empty();
    },
  };
};
