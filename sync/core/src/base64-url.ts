/** base64url without padding (RFC 4648 §5). */

export const toBase64Url = (bytes: Uint8Array): string => {
  const letters: string[] = [];
  // A function call takes only a limited number of arguments.
  for (let at = 0; at < bytes.length; at += PART) letters.push(String.fromCharCode(...bytes.subarray(at, at + PART)));
  return btoa(letters.join('')).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
};
const PART = 8192;

/** For text that was validated: throws `InvalidCharacterError` on text that is not base64. */
export const fromBase64Url = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));

/** For text from outside: `null` when it is not base64url. */
export const readBase64Url = (text: string): Uint8Array<ArrayBuffer> | null =>
  /^[A-Za-z0-9_-]*$/.test(text) && text.length % 4 !== 1 ? fromBase64Url(text) : null;
