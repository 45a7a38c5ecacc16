/**
 * A line between phones and a server, as a TCP proxy on this machine: counts the bytes in both directions, limits the
 * speed, and cuts connections midway.
 */
import { createServer, connect as dial, type Socket } from 'node:net';

export type LinkConditions = {
  /** In each direction, shared by all connections; `null`: unlimited. */
  readonly bitsPerSecond?: number | null;
  /** Round trip in milliseconds. A new connection takes one more before its first byte, as the TCP handshake does. */
  readonly roundTripMs?: number;
  /** Called for each connection: after how many bytes, both directions together, it is cut; `null`: never. */
  readonly cutAfter?: () => number | null;
};

export type Link = {
  readonly port: number;
  /** Payload bytes since the start, without the headers of TCP: from the phones, to the phones. */
  readonly bytes: () => { readonly up: number; readonly down: number };
  readonly cuts: () => number;
  /** Ends all open connections. */
  readonly hangUp: () => void;
  readonly end: () => Promise<void>;
};

/** In milliseconds of line time: with more data under way, the sender waits, because a line buffers little. */
const AHEAD_MS = 100;

/** `target`: returns the server's port; called for each connection, because a restarted server may have another one. */
export const startLink = async (
  target: () => number,
  { bitsPerSecond = null, roundTripMs = 0, cutAfter = () => null }: LinkConditions = {},
): Promise<Link> => {
  const bytes = { up: 0, down: 0 };
  const freeAt = { up: 0, down: 0 };
  const open = new Set<Socket>();
  let cuts = 0;

  const join = (phone: Socket): void => {
    const server = dial(target(), '127.0.0.1');
    let left = cutAfter();
    const ends = [phone, server];
    const both = (act: (socket: Socket) => void): void => ends.forEach(act);
    both((socket) => {
      open.add(socket);
      socket.setNoDelay(true);
      // A killed server or a phone that gave up: the other side is told by closing its connection.
      socket.on('error', () => both((one) => one.destroy()));
      socket.on('close', () => open.delete(socket));
    });
    const cut = (): void => {
      cuts += 1;
      both((socket) => socket.resetAndDestroy());
    };
    const carry = (from: Socket, to: Socket, way: 'up' | 'down', greetingMs: number): void => {
      let before: Promise<void> = greetingMs === 0 ? Promise.resolve() : until(performance.now() + greetingMs);
      from.on('data', (chunk: Buffer) => {
        const part = left === null ? chunk : chunk.subarray(0, left);
        if (left !== null) left -= part.length;
        bytes[way] += part.length;
        const now = performance.now();
        const takesMs = bitsPerSecond === null ? 0 : (part.length * 8000) / bitsPerSecond;
        freeAt[way] = Math.max(now, freeAt[way]) + takesMs;
        const arrives = freeAt[way] + roundTripMs / 2;
        if (freeAt[way] - now > AHEAD_MS) {
          from.pause();
          void until(freeAt[way] - AHEAD_MS).then(() => from.resume());
        }
        const isLast = left === 0;
        before = before
          .then(() => until(arrives))
          .then(() => {
            if (!to.destroyed) to.write(part);
            if (isLast) cut();
          });
        if (isLast) from.pause();
      });
      from.on('end', () => void before.then(() => to.end()));
    };
    carry(phone, server, 'up', roundTripMs);
    carry(server, phone, 'down', 0);
  };

  const hangUp = (): void => {
    for (const socket of open) socket.destroy();
  };
  const listener = createServer({ allowHalfOpen: true }, join);
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  return {
    port: (listener.address() as { readonly port: number }).port,
    bytes: () => ({ ...bytes }),
    cuts: () => cuts,
    hangUp,
    end: async () => {
      hangUp();
      await new Promise((resolve) => listener.close(resolve));
    },
  };
};

const until = (at: number): Promise<void> => {
  const wait = at - performance.now();
  return wait <= 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, wait));
};
