/**
 * What waits is left for the browser to post when there is a network, also when Denba is closed by then: where the browser
 * has background sync (Chrome on Android has). Where it has not, entries wait until the app is opened.
 *
 * A letter is one more road beside the meeting and never stands in its way: what fails here leaves no letter, and says so
 * by `left`.
 */
import type { Session } from '@denba/device/device';
import { cachedLetterBox } from '@denba/device/letters/cached-letter-box';
import type { LetterBox } from '@denba/device/letters/letter';
import type { Link } from '@denba/device/sync/link';
import type { CareRow } from '@denba/protocols/care/lists/care-row';
import { type ReadonlySignal, signal } from '@preact/signals';

export type Letters = {
  /** The browser posts by itself what waits. */
  readonly left: ReadonlySignal<boolean>;
  readonly leave: (link: Link) => Promise<void>;
  /** Everything is sent, or nothing may be sent any more. */
  readonly takeBack: () => Promise<void>;
};

export type Post = {
  readonly box: LetterBox;
  /** Asks to be called when there is a network. Rejects where the browser may not. */
  readonly askToBeCalled: () => Promise<void>;
};

type Given = { readonly root: string; readonly wallMs: () => number };

/** `root`: where the server answers, with a final slash. `findPost`: `null` where the browser has none. */
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
      // One that cannot be taken back is posted once more than is needed, which changes nothing.
      await findPost()
        .then((post) => post?.box.empty())
        .catch(() => undefined);
    },
  };
};

/** The name by which the service worker is called. */
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
