/**
 * Four syllables that two people say to each other, by voice or by telephone: whoever reads another code hears another
 * word. 24 bits, so chance gives the same one once in sixteen million. Somebody who looks for a key with a given word has
 * to make the slow hash for each try (docs/decisions/0022 says what that is worth).
 */
import { type PhoneCode, phoneCodeText } from './phone-code.ts';

/** Read aloud by somebody who reads French or English, no two of them are the same sound. */
const ONSETS = 'bdfgklmnprstvwyz';
const VOWELS = ['a', 'i', 'o', 'ou'];
const SYLLABLES = 4;
const ROUNDS = 100_000;
/** A check word is made for this purpose alone. */
const SALT = new TextEncoder().encode('denba check word 1');

/** `ba-ki-mo-rou`, always in small letters. */
export const checkWord = async (code: PhoneCode): Promise<string> => {
  const text = new TextEncoder().encode(phoneCodeText(code));
  const key = await crypto.subtle.importKey('raw', text, 'PBKDF2', false, ['deriveBits']);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt: SALT, iterations: ROUNDS };
  const bytes = new Uint8Array(await crypto.subtle.deriveBits(how, key, 8 * SYLLABLES));
  // Six bits of each byte make a syllable.
  return Array.from(bytes, (byte) => `${ONSETS.charAt(byte >> 4)}${VOWELS[byte & 3]}`).join('-');
};
