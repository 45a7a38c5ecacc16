/**
 * Leaves unsent entries as a letter which the browser posts when there is a network, even when Denba is closed by then.
 * This needs background sync (Chrome on Android has it); elsewhere entries wait until the app is opened.
 *
 * A letter supplements the sync with the server and never blocks it: when leaving one fails there is no letter, and
 * `left` is false.
 */
import type { Session } from '@denba/device/device';
import { cachedLetterBox } from '@denba/device/letters/cached-letter-box';
import type { LetterBox } from '@denba/device/letters/letter';
import type { Link } from '@denba/device/sync/link';
import type { CareRow } from '@denba/protocols/care/lists/care-row';
import { type ReadonlySignal, signal } from '@preact/signals';

export type Letters = {
  /** True when a letter waits for the browser to post it. */
  readonly left: ReadonlySignal<boolean>;
  readonly leave: (link: Link) => Promise<void>;
  /** Removes the letter, because everything was sent or nothing may be sent any more. */
  readonly takeBack: () => Promise<void>;
};

export type Post = {
  readonly box: LetterBox;
  /**
   * Asks the browser to call the service worker when there is a network. Rejects where the browser does not allow it.
   */
  readonly askToBeCalled: () => Promise<void>;
};

type Given = { readonly root: string; readonly wallMs: () => number };

/** `root`: the server's address, with a final slash. `findPost` gives `null` where there is no background sync. */
export const openLetters = (
  session: Session<CareRow>,
  { root, wallMs }: Given,
  findPost: () => Promise<Post | null> = browserPost,
): Letters => {
  const left = signal(false);
  const put = async (link: Link): Promise<boolean> => {
    const post = await findPost();
    if (post === null) return false;
    const { leaveLetter } = await import('@denba/device/letters/leave-letter');
    const lies = await leaveLetter({ session, wallMs, root, box: post.box }, link);
    if (lies) await post.askToBeCalled();
    return lies;
  };
  return {
    left,
    leave: async (link) => {
      left.value = await put(link).catch(() => false);
    },
    takeBack: async () => {
      left.value = false;
      // When the letter cannot be removed, its entries are sent a second time, which changes nothing.
      await findPost()
        .then((post) => post?.box.empty())
        .catch(() => undefined);
    },
  };
};

/** The tag under which the browser calls the service worker. */
const TAG = 'denba-letters';

type WithSync = ServiceWorkerRegistration & { readonly sync?: { readonly register: (tag: string) => Promise<void> } };

const browserPost = async (): Promise<Post | null> => {
  const registration = (await navigator.serviceWorker?.getRegistration()) as WithSync | undefined;
  const sync = registration?.sync;
  if (sync === undefined || !('caches' in globalThis)) return null;
  return {
    box: cachedLetterBox(caches, new URL('../', document.baseURI).href),
    askToBeCalled: () => sync.register(TAG),
  };
};
