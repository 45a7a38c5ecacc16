/**
 * The file format of a backup: a head in clear, which says how the key is derived from the password, then encrypted
 * chunks, each bound to its position in the file. Chunk 0 names the centre (and proves the password), the last one says
 * that it is the last.
 *
 *     "DENBA-BACKUP\n" ‖ length of head (4 bytes, little endian) ‖ head (JSON) ‖ ( length (4) ‖ sealed chunk )*
 */

import { readBase64Url, toBase64Url } from '@denba/sync/base64-url';
import type { Centre } from '../device.ts';
import type { Stretch, StretchCost } from '../keys/stretch.ts';
import { type Bytes, concat, textOf, utf8 } from '../sealing/bytes.ts';
import { createSealer, type Sealer } from '../sealing/sealer.ts';

export type BackupHead = {
  readonly version: 1;
  readonly id: string;
  readonly salt: string;
  readonly cost: StretchCost;
};

/** The kind of a chunk is its first line. */
export type ChunkKind = 'start' | 'entries' | 'media' | 'end';
export type StartChunk = { readonly centre: Centre; readonly writtenAtMs: number };
export type EndChunk = { readonly chunks: number; readonly entries: number };

const MAGIC = utf8('DENBA-BACKUP\n');
const LENGTH = 4;
/** Limit in bytes. No head is longer; a file that claims a longer one is not a backup of Denba. */
const LONGEST_HEAD = 10_000;

export const backupSealer = async (head: BackupHead, password: string, stretch: Stretch): Promise<Sealer> => {
  const bytes = await stretch(
    utf8(password.normalize('NFKC')),
    readBase64Url(head.salt) ?? new Uint8Array(0),
    head.cost,
  );
  const key = await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
  return createSealer(key, `backup/${head.id}`);
};

export const chunkPlace = (number: number): string => `chunk/${number}`;

export const newBackupHead = (id: string, salt: Bytes, cost: StretchCost): BackupHead => ({
  version: 1,
  id,
  salt: toBase64Url(salt),
  cost,
});

export const headBytes = (head: BackupHead): Bytes => {
  const text = utf8(JSON.stringify(head));
  return concat(MAGIC, lengthBytes(text.length), text);
};

export const withLength = (sealed: Bytes): Bytes => concat(lengthBytes(sealed.length), sealed);

/** Returns `null` when the file is not a backup of Denba. `end`: offset of the first chunk. */
export const readBackupHead = async (
  file: Blob,
): Promise<{ readonly head: BackupHead; readonly end: number } | null> => {
  const start = await bytesAt(file, 0, MAGIC.length + LENGTH);
  if (start === null || MAGIC.some((byte, index) => byte !== start[index])) return null;
  const length = lengthAt(start, MAGIC.length);
  const bytes = length > LONGEST_HEAD ? null : await bytesAt(file, MAGIC.length + LENGTH, length);
  const head = bytes === null ? null : parseHead(bytes);
  return head === null ? null : { head, end: MAGIC.length + LENGTH + length };
};

/**
 * The encrypted chunk at offset `from`, and the offset of the next one; `null` when the file ends before the chunk
 * does.
 */
export const readChunk = async (
  file: Blob,
  from: number,
): Promise<{ readonly sealed: Bytes; readonly end: number } | null> => {
  const prefix = await bytesAt(file, from, LENGTH);
  const length = prefix === null ? 0 : lengthAt(prefix, 0);
  const sealed = length === 0 ? null : await bytesAt(file, from + LENGTH, length);
  return sealed === null ? null : { sealed, end: from + LENGTH + length };
};

const parseHead = (bytes: Bytes): BackupHead | null => {
  try {
    const head = JSON.parse(textOf(bytes)) as Partial<BackupHead>;
    const { version, id, salt, cost } = head;
    return version === 1 && typeof id === 'string' && typeof salt === 'string' && isCost(cost)
      ? { version, id, salt, cost }
      : null;
  } catch {
    return null;
  }
};

/** Limits the cost, so that a file cannot make a phone compute for an hour. */
const isCost = (cost: Partial<StretchCost> | undefined): cost is StretchCost => {
  if (cost?.kind === 'pbkdf2') return within(cost.iterations, 10_000_000);
  return cost?.kind === 'argon2id' && within(cost.memoryKiB, 262_144) && within(cost.passes, 16);
};
const within = (value: unknown, most: number): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= most;

const bytesAt = async (file: Blob, from: number, length: number): Promise<Bytes | null> => {
  if (from + length > file.size) return null;
  return new Uint8Array(await file.slice(from, from + length).arrayBuffer());
};

const lengthBytes = (length: number): Bytes => {
  const bytes = new Uint8Array(LENGTH);
  new DataView(bytes.buffer).setUint32(0, length, true);
  return bytes;
};
const lengthAt = (bytes: Bytes, at: number): number =>
  new DataView(bytes.buffer).getUint32(bytes.byteOffset + at, true);
