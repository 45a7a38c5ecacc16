/**
 * A letter: the entries that wait to be sent, encrypted to the server and signed, stored where the browser can post
 * them while Denba is closed and no key of the phone is in memory. Whoever finds it can read nothing, and its pass
 * allows nothing but posting.
 */
import { toBase64Url } from '@denba/sync/base64-url';

export type Letter = {
  /** Numbers of the first and the last entry of the log that are in the letter. */
  readonly from: number;
  readonly to: number;
  /** URL to post to. */
  readonly address: string;
  readonly pass: string;
  /** Courier parcels as text, in log order. */
  readonly parcels: readonly string[];
};

/**
 * Holds at most one letter. It is lost when the browser clears its caches, without harm: the log still has every entry.
 */
export type LetterBox = {
  readonly read: () => Promise<Letter | null>;
  readonly put: (letter: Letter) => Promise<void>;
  readonly empty: () => Promise<void>;
};

/**
 * The pass that allows its holder to post letters in the name of the phone and nothing else. The server needs no
 * further secret for it: the pass is the hash of the token that the server stores (`tokenHash`), from which the token
 * cannot be computed.
 */
export const letterPass = async (token: string): Promise<string> =>
  toBase64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`device ${token}`))));
