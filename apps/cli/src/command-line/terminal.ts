/** The streams that a command reads and writes. `main.ts` passes those of the process, tests pass their own. */
import type { Readable, Writable } from 'node:stream';

export type Terminal = {
  readonly stdin: Readable;
  readonly stdout: Writable & { readonly isTTY?: boolean };
  readonly stderr: Writable & { readonly isTTY?: boolean };
};

/** Writes all of `text`, waiting while the reader is slow (back-pressure). */
export const write = (stream: Writable, text: string | Uint8Array): Promise<void> =>
  new Promise((resolve, reject) => {
    stream.write(text, (error) => (error ? reject(error) : resolve()));
  });

/** Writes a note for the user to stderr, so that it does not mix with the result. */
export const note = (terminal: Terminal, text: string): void => {
  terminal.stderr.write(`${text}\n`);
};
