/**
 * A file that only a passphrase opens: scrypt (RFC 7914), then AES-256-GCM in chunks, as in the STREAM construction
 * (Hoang, Reyhanitabar, Rogaway, Vizár 2015). The number of a chunk is its nonce; its length and the mark of the last
 * one are authenticated together with the head of the file, so that chunks that are changed, left out, moved or cut off
 * are detected.
 *
 * Layout: a line of JSON, a line with its HMAC, then for each chunk 4 bytes (highest bit: the last one; else the
 * length), the ciphertext, 16 bytes of tag. A key encrypts only one file: the salt is new each time.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  randomBytes,
  type ScryptOptions,
  scrypt,
  timingSafeEqual,
} from 'node:crypto';
import { BackupStop } from './backup-problem.ts';
import { createByteReader } from './byte-reader.ts';

const FORMAT = 1;
const CHUNK_BYTES = 1 << 20;
const TAG_BYTES = 16;
const MOST_HEAD_BYTES = 4096;
const LAST = 0x8000_0000;

/** `cost`: N of scrypt. 2^17 with r = 8 takes 128 MiB and about half a second. */
export type Sealing = { readonly passphrase: string; readonly cost?: number };

type Head = { readonly denba: 'backup'; readonly format: number; readonly scrypt: Cost; readonly salt: string };
type Cost = { readonly N: number; readonly r: number; readonly p: number };

export async function* sealChunks(source: AsyncIterable<Buffer>, sealing: Sealing): AsyncGenerator<Buffer> {
  const cost = { N: sealing.cost ?? 2 ** 17, r: 8, p: 1 };
  const salt = randomBytes(32);
  const line = JSON.stringify({ denba: 'backup', format: FORMAT, scrypt: cost, salt: salt.toString('base64') });
  const keys = await keysOf(sealing.passphrase, salt, cost);
  const head = Buffer.from(`${line}\n${macOf(keys.mac, line)}\n`);
  yield head;
  let index = 0;
  let waiting: Buffer[] = [];
  let length = 0;
  for await (const bytes of source) {
    waiting.push(bytes);
    length += bytes.length;
    if (length <= CHUNK_BYTES) continue;
    let all = Buffer.concat(waiting);
    // The last chunk is marked, so a chunk is only written when more bytes follow.
    for (; all.length > CHUNK_BYTES; all = all.subarray(CHUNK_BYTES)) {
      yield seal(keys.seal, head, index++, all.subarray(0, CHUNK_BYTES), false);
    }
    waiting = [all];
    length = all.length;
  }
  yield seal(keys.seal, head, index, Buffer.concat(waiting), true);
}

/** Throws `BackupStop`. Yields only authenticated bytes. */
export async function* openChunks(source: AsyncIterable<Buffer>, passphrase: string): AsyncGenerator<Buffer> {
  const reader = createByteReader(source);
  const line = await reader.line(MOST_HEAD_BYTES);
  const mac = await reader.line(MOST_HEAD_BYTES);
  const { scrypt: cost, salt } = headOf(line);
  const keys = await keysOf(passphrase, Buffer.from(salt, 'base64'), cost);
  if (mac === null) throw new BackupStop({ kind: 'truncated' });
  const right = Buffer.from(macOf(keys.mac, line ?? ''));
  const given = Buffer.from(mac);
  if (right.length !== given.length || !timingSafeEqual(right, given)) {
    throw new BackupStop({ kind: 'wrongPassphrase' });
  }
  const head = Buffer.from(`${line}\n${mac}\n`);
  for (let index = 0, last = false; !last; index += 1) {
    const frame = await reader.take(4);
    if (frame === null) throw new BackupStop({ kind: 'truncated' });
    const mark = frame.readUInt32BE();
    last = mark >= LAST;
    const size = last ? mark - LAST : mark;
    if (size > CHUNK_BYTES) throw new BackupStop({ kind: 'altered', chunk: index });
    const sealed = await reader.take(size + TAG_BYTES);
    if (sealed === null) throw new BackupStop({ kind: 'truncated' });
    yield unseal(keys.seal, head, index, frame, sealed);
    if (last && (await reader.take(1)) !== null) throw new BackupStop({ kind: 'altered', chunk: index + 1 });
  }
}

const headOf = (line: string | null): Head => {
  let head: Partial<Head> | null;
  try {
    head = JSON.parse(line ?? '') as Partial<Head> | null;
  } catch {
    throw new BackupStop({ kind: 'notABackup' });
  }
  if (head?.denba !== 'backup' || typeof head.format !== 'number') throw new BackupStop({ kind: 'notABackup' });
  if (head.format > FORMAT) throw new BackupStop({ kind: 'newer', what: `format ${head.format}` });
  const { N = 0, r = 0, p = 0 } = head.scrypt ?? {};
  // Limits the cost, so that no file can demand all the memory of the machine.
  const bearable = Number.isInteger(Math.log2(N)) && N > 1 && N <= 2 ** 20 && r > 0 && r <= 8 && p > 0 && p <= 4;
  if (!bearable || typeof head.salt !== 'string') throw new BackupStop({ kind: 'notABackup' });
  return head as Head;
};

type Keys = { readonly seal: Buffer; readonly mac: Buffer };

const keysOf = async (passphrase: string, salt: Buffer, { N, r, p }: Cost): Promise<Keys> => {
  // The passphrase is normalised to NFC: another keyboard may encode the same phrase differently.
  const options: ScryptOptions = { N, r, p, maxmem: 256 * N * r };
  const both = await new Promise<Buffer>((resolve, reject) => {
    scrypt(passphrase.normalize('NFC'), salt, 64, options, (failure, key) =>
      failure ? reject(failure) : resolve(key),
    );
  });
  return { seal: both.subarray(0, 32), mac: both.subarray(32) };
};

const macOf = (key: Buffer, line: string): string => createHmac('sha256', key).update(line).digest('hex');

const nonceOf = (index: number): Buffer => {
  const nonce = Buffer.alloc(12);
  nonce.writeBigUInt64BE(BigInt(index), 4);
  return nonce;
};

const seal = (key: Buffer, head: Buffer, index: number, plain: Buffer, last: boolean): Buffer => {
  const frame = Buffer.alloc(4);
  frame.writeUInt32BE(plain.length + (last ? LAST : 0));
  const cipher = createCipheriv('aes-256-gcm', key, nonceOf(index)).setAAD(Buffer.concat([head, frame]));
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([frame, sealed, cipher.getAuthTag()]);
};

const unseal = (key: Buffer, head: Buffer, index: number, frame: Buffer, sealed: Buffer): Buffer => {
  const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(index), { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.concat([head, frame])).setAuthTag(sealed.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, -TAG_BYTES)), decipher.final()]);
  } catch {
    throw new BackupStop({ kind: 'altered', chunk: index });
  }
};
