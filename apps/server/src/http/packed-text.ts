/** The text of a body that may be compressed. */
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { MOST_BYTES } from '@denba/sync/wire';
import { notUnderstood, tooLarge } from './refusal.ts';

/**
 * Throws `tooLarge` while decompressing when the text exceeds a bundle's limit: a few kilobytes must not become
 * gigabytes.
 */
export const textOf = async (body: unknown, encoding: string | undefined): Promise<string> => {
  if (!Buffer.isBuffer(body)) throw notUnderstood();
  if (encoding === undefined || encoding === 'identity') return body.toString();
  if (encoding !== 'gzip') throw notUnderstood();
  const unpacked = await unpack(body, { maxOutputLength: MOST_BYTES }).catch((failure: NodeJS.ErrnoException) => {
    throw failure.code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge() : notUnderstood();
  });
  return unpacked.toString();
};

const unpack = promisify<Buffer, { maxOutputLength: number }, Buffer>(gunzip);
