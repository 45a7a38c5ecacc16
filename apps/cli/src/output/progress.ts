/** A progress line, written only when stderr is a terminal, never to a file or a pipe. */
import type { Terminal } from '../command-line/terminal.ts';

const EVERY_MS = 250;

export type Progress = { readonly at: (text: () => string) => void; readonly clear: () => void };

export const createProgress = ({ stderr }: Terminal, now: () => number = () => performance.now()): Progress => {
  if (stderr.isTTY !== true) return { at: () => {}, clear: () => {} };
  let last = now();
  let width = 0;
  return {
    at: (text) => {
      if (now() - last < EVERY_MS) return;
      last = now();
      const line = text();
      stderr.write(`\r${line.padEnd(width)}`);
      width = line.length;
    },
    clear: () => {
      if (width > 0) stderr.write(`\r${' '.repeat(width)}\r`);
      width = 0;
    },
  };
};
