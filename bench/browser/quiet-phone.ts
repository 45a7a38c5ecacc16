/**
 * Chromium that is watched by as little as possible: the DevTools protocol over a pipe, without its network domain,
 * which copies the body of every request (a third of a processor while a phone sends its log).
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
// biome-ignore lint/correctness/useImportExtensions: the file is plain JavaScript; its types lie beside it.
import { chromiumFlags, requireChromium } from '../../tools/chromium.mjs';

export type QuietPhone = {
  /** Evaluates an expression in the page and returns the value of its promise. */
  readonly evaluate: <Value>(expression: string) => Promise<Value>;
  /** 1: full speed; 6: the main thread of the page is six times slower. */
  readonly slowDown: (times: number) => Promise<void>;
  readonly switchOff: () => Promise<void>;
};

type Answer = { readonly id?: number; readonly result?: unknown; readonly error?: { readonly message: string } };
type Evaluated<Value> = {
  readonly result: { readonly value: Value };
  readonly exceptionDetails?: { readonly text: string; readonly exception?: { readonly description?: string } };
};

/** Opens `url`, a page that sets `globalThis.page`, in a profile on disk. `options`: of the command line. */
export const switchOnQuietly = async (
  profile: string,
  url: string,
  options: readonly string[] = [],
): Promise<QuietPhone> => {
  const flags = ['--headless=new', '--remote-debugging-pipe', `--user-data-dir=${profile}`, '--window-size=360,740'];
  const running = spawn(requireChromium(), [...chromiumFlags, ...flags, ...options, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const ended = once(running, 'exit');
  const ask = asking(running.stdio[3] as Writable, running.stdio[4] as Readable);
  const { targetId } = await ask<{ readonly targetId: string }>('Target.createTarget', { url });
  const { sessionId } = await ask<{ readonly sessionId: string }>('Target.attachToTarget', { targetId, flatten: true });
  const evaluate = async <Value>(expression: string): Promise<Value> => {
    const how = { expression, awaitPromise: true, returnByValue: true };
    const { result, exceptionDetails } = await ask<Evaluated<Value>>('Runtime.evaluate', how, sessionId);
    if (exceptionDetails !== undefined) {
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    }
    return result.value;
  };
  for (let turn = 0; !(await evaluate<boolean>("'page' in globalThis")); turn += 1) {
    if (turn === 600) throw new Error(`${url} sets no page`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    evaluate,
    slowDown: async (rate) => void (await ask('Emulation.setCPUThrottlingRate', { rate }, sessionId)),
    switchOff: async () => {
      // The browser ends before it answers, or after.
      void ask('Browser.close', {});
      await ended;
    },
  };
};

/** Messages of the protocol are JSON texts that end with a zero byte. */
const asking = (to: Writable, from: Readable) => {
  const waiting = new Map<number, (answer: Answer) => void>();
  let [asked, heard] = [0, ''];
  from.setEncoding('utf8').on('data', (chunk: string) => {
    const texts = `${heard}${chunk}`.split('\0');
    heard = texts.pop() ?? '';
    for (const text of texts) {
      const answer = JSON.parse(text) as Answer;
      waiting.get(answer.id ?? 0)?.(answer);
    }
  });
  return async <Value>(method: string, params: object, sessionId?: string): Promise<Value> => {
    asked += 1;
    const id = asked;
    const answer = await new Promise<Answer>((resolve) => {
      waiting.set(id, resolve);
      to.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
    waiting.delete(id);
    if (answer.error !== undefined) throw new Error(`${method}: ${answer.error.message}`);
    return answer.result as Value;
  };
};
