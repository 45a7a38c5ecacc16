/**
 * Slow key derivation, which makes guessing slow. The cost is stored with each wrapped key, so that it can be raised
 * later.
 */
import type { Bytes } from '../sealing/bytes.ts';

export type StretchCost =
  /** Argon2id (RFC 9106) with one lane. */
  | { readonly kind: 'argon2id'; readonly memoryKiB: number; readonly passes: number }
  /** PBKDF2-HMAC-SHA-256, for tests: WebCrypto has it, and one iteration costs almost nothing. */
  | { readonly kind: 'pbkdf2'; readonly iterations: number };

/** Derives 32 bytes from a PIN or password and its salt. */
export type Stretch = (secret: Bytes, salt: Bytes, cost: StretchCost) => Promise<Bytes>;

/** For PINs: 0.5 s on a processor six times slower than the one it was measured on. Figures in docs/decisions/0007. */
export const PIN_COST: StretchCost = { kind: 'argon2id', memoryKiB: 19_456, passes: 2 };
/**
 * Cost for the password of a backup. It is higher because no device key protects a backup: whoever gets the file can
 * guess.
 */
export const PASSWORD_COST: StretchCost = { kind: 'argon2id', memoryKiB: 47_104, passes: 2 };
