/**
 * A stop-watch inside the page: it measures from the user's act (the time stamp of the browser's event) to the frame in
 * which the answer is on the screen. The message that is posted in a frame callback arrives once that frame was handed
 * over.
 */
import type { Page } from 'playwright-core';

/** What must be on the screen for the answer to be there; when nothing is given, the next frame is the answer. */
export type Awaited = {
  /** An element that matches this selector is there. */
  readonly shown?: string;
  /** The element that matches `shown` contains this text. */
  readonly says?: string;
  /** The text or the attributes of this element have changed. */
  readonly changed?: string;
};

export type Answered = {
  readonly ms: number;
  /**
   * When the content of the page last changed, in ms: the script had run, nothing was laid out or painted yet. `null`:
   * it never changed.
   */
  readonly contentMs: number | null;
  /** The times at which durable writes that the act caused were done, in ms. */
  readonly wroteMs: readonly number[];
};

/**
 * Runs in the page before the app. It is text, because the compiler of the benchmark may add helpers that the page does
 * not have.
 */
const probe = `{
  const inFrame = (then) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => then(performance.now());
    port2.postMessage(0);
  });
  const shape = (selector) => {
    const element = document.querySelector(selector);
    return element === null ? null : element.outerHTML;
  };
  let armed = null;
  const begin = (event) => {
    if (armed === null || armed.from !== null || !armed.kinds.includes(event.type)) return;
    armed.from = event.timeStamp;
    const mine = armed;
    const look = (at) => {
      const { shown, says, changed } = mine.awaited;
      const element = shown === undefined ? null : document.querySelector(shown);
      const there =
        (shown === undefined || (element !== null && (says === undefined || element.textContent.includes(says)))) &&
        (changed === undefined || shape(changed) !== mine.before);
      if (!there) return inFrame(look);
      mine.observer.disconnect();
      mine.done({ ms: at - mine.from, contentMs: mine.contentMs, wroteMs: mine.wrote });
      armed = null;
    };
    inFrame(look);
  };
  for (const kind of ['keydown', 'beforeinput', 'input', 'click']) addEventListener(kind, begin, { capture: true });

  const open = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (...given) {
    const transaction = open.apply(this, given);
    if (transaction.mode === 'readwrite' && transaction.durability === 'strict') {
      const mine = armed;
      transaction.addEventListener('complete', () => {
        if (mine !== null && mine.from !== null) mine.wrote.push(performance.now() - mine.from);
      });
    }
    return transaction;
  };

  const waiting = setInterval(() => {
    if (document.querySelector('.k-pin') === null) return;
    clearInterval(waiting);
    inFrame((at) => { globalThis.probe.firstPadMs = at; });
  }, 5);

  globalThis.probe = {
    /** From the start of the navigation to the pad of digits on the screen. */
    firstPadMs: null,
    arm: (kinds, awaited) => {
      const mine = { kinds, awaited, from: null, contentMs: null, wrote: [], before: null };
      if (awaited.changed !== undefined) mine.before = shape(awaited.changed);
      mine.observer = new MutationObserver(() => {
        if (mine.from !== null) mine.contentMs = performance.now() - mine.from;
      });
      mine.observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      globalThis.probe.answered = new Promise((done) => { mine.done = done; });
      armed = mine;
    },
    answered: null,
  };
}`;

export const installProbe = (page: Page): Promise<void> => page.addInitScript(probe).then(() => undefined);

/** How long the page takes to answer what `act` does. Only the first event of these kinds is measured. */
export const answerTo = async (
  page: Page,
  kinds: readonly ('keydown' | 'input' | 'click')[],
  awaited: Awaited,
  act: () => Promise<void>,
): Promise<Answered> => {
  await page.evaluate(`probe.arm(${JSON.stringify(kinds)}, ${JSON.stringify(awaited)})`);
  await act();
  return (await page.evaluate('probe.answered')) as Answered;
};
