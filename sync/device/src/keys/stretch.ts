/** What makes guessing slow. The cost is kept beside each wrapped key, so that it can be raised later. */
import type { Bytes } from '../sealing/bytes.ts';

export type StretchCost =
  /** RFC 9106; one lane. */
  | { readonly kind: 'argon2id'; readonly memoryKiB: number; readonly passes: number }
  /** PBKDF2-HMAC-SHA-256, for tests: WebCrypto has it, and it can be made to cost nothing. */
  | { readonly kind: 'pbkdf2'; readonly iterations: number };

/** 32 bytes from a PIN or password and its salt. */
export type Stretch = (secret: Bytes, salt: Bytes, cost: StretchCost) => Promise<Bytes>;

/** For PINs: 0.5 s on a processor six times slower than the one it was measured on. Figures in docs/decisions/0007. */
export const PIN_COST: StretchCost = { kind: 'argon2id', memoryKiB: 19_456, passes: 2 };
/** For the password of a backup, which has no device key beside it: a file is guessed at wherever it lands. */
export const PASSWORD_COST: StretchCost = { kind: 'argon2id', memoryKiB: 47_104, passes: 2 };
