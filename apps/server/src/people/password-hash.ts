/**
 * Password hashes: scrypt, slow on purpose, with its parameters beside the hash so that a later version can raise them.
 * Checking takes the same time whether the account exists or not.
 */
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { samePassword } from './password-rules.ts';

/** 32 MiB and three rounds: a few tenths of a second on a small server. */
const COST = { logN: 15, r: 8, p: 3 };
const KEY_BYTES = 32;

type Parts = {
  readonly logN: number;
  readonly r: number;
  readonly p: number;
  readonly salt: Buffer;
  readonly key: Buffer;
};

export const hashPassword = async (password: string): Promise<string> => {
  const salt = randomBytes(16);
  return write({ ...COST, salt, key: await derive(password, { ...COST, salt }) });
};

/**
 * `kept`: the result of `hashPassword`; `null`: there is no account, or none with a password; the result is then
 * `false`, after the same time.
 */
export const isPassword = async (password: string, kept: string | null): Promise<boolean> => {
  const parts = kept === null ? null : read(kept);
  const key = await derive(password, parts ?? { ...COST, salt: Buffer.alloc(16) });
  return parts !== null && timingSafeEqual(key, parts.key);
};

/** Whether it was made with weaker parameters than today's; it is then made anew at the next sign-in. */
export const isOutdated = (kept: string): boolean => {
  const { logN, r, p } = read(kept);
  return logN < COST.logN || r < COST.r || p < COST.p;
};

const derive = (password: string, { logN, r, p, salt }: Omit<Parts, 'key'>): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const N = 2 ** logN;
    scrypt(samePassword(password), salt, KEY_BYTES, { N, r, p, maxmem: 256 * N * r }, (failure, key) =>
      failure === null ? resolve(key) : reject(failure),
    );
  });

const write = ({ logN, r, p, salt, key }: Parts): string =>
  ['scrypt', logN, r, p, salt.toString('base64url'), key.toString('base64url')].join('$');

const read = (kept: string): Parts => {
  const [kind, logN, r, p, salt = '', key = ''] = kept.split('$');
  if (kind !== 'scrypt') throw new Error('a password is kept in a way that this version does not know');
  const bytes = { salt: Buffer.from(salt, 'base64url'), key: Buffer.from(key, 'base64url') };
  return { logN: Number(logN), r: Number(r), p: Number(p), ...bytes };
};
