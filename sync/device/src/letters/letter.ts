/**
 * A letter: what waits to be sent, sealed to the server and signed, left where the browser can post it while Denba is
 * closed and no key of the phone is in memory. Whoever finds it can read nothing, and with its pass can only post.
 */
import { toBase64Url } from '@denba/sync/bundle';

export type Letter = {
  /** Entries of the log from this number, and up to that one. */
  readonly from: number;
  readonly to: number;
  /** Where it goes. */
  readonly address: string;
  readonly pass: string;
  /** As text, in their order. */
  readonly parcels: readonly string[];
};

/** Holds one letter at most. It is lost with the browser's caches, and nothing with it: the log has it all. */
export type LetterBox = {
  readonly read: () => Promise<Letter | null>;
  readonly put: (letter: Letter) => Promise<void>;
  readonly empty: () => Promise<void>;
};

/**
 * Lets its holder post letters in the name of the phone and nothing else. The server knows it already: it is what it keeps
 * of the token (`tokenHash`), from which the token cannot be had.
 */
export const letterPass = async (token: string): Promise<string> =>
  toBase64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`device ${token}`))));
