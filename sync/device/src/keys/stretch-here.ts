/**
 * Derives the key in the calling thread, which blocks it for half a second on a cheap phone. Pages use
 * `stretch-in-worker.ts`.
 */
import { argon2id } from 'hash-wasm';
import type { Bytes } from '../sealing/bytes.ts';
import type { Stretch } from './stretch.ts';

export const stretchHere: Stretch = async (secret, salt, cost) => {
  if (cost.kind === 'argon2id') {
    const { memoryKiB: memorySize, passes: iterations } = cost;
    const settings = { password: secret, salt, memorySize, iterations, parallelism: 1, hashLength: 32 };
    return (await argon2id({ ...settings, outputType: 'binary' })) as Bytes;
  }
  const { iterations } = cost;
  const key = await crypto.subtle.importKey('raw', secret, 'PBKDF2', false, ['deriveBits']);
  return new Uint8Array(
    await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, key, 256),
  );
};
