/**
 * The check word: four syllables that two people read to each other, face to face or by telephone, to check that both
 * phones hold the same code. Another code gives another word. It has 24 bits, so two codes have the same word by chance
 * once in sixteen million. Somebody who searches a key with a given word must compute the slow hash for each try
 * (docs/decisions/0022 says what that is worth).
 */
import { type PhoneCode, phoneCodeText } from './phone-code.ts';

/** No two of these consonants sound alike when read aloud by a French or an English speaker. */
const ONSETS = 'bdfgklmnprstvwyz';
const VOWELS = ['a', 'i', 'o', 'ou'];
const SYLLABLES = 4;
const ROUNDS = 100_000;
/** The salt separates the check word from every other use of PBKDF2. */
const SALT = new TextEncoder().encode('denba check word 1');

/** Returns a word like `ba-ki-mo-rou`, always in lower case. */
export const checkWord = async (code: PhoneCode): Promise<string> => {
  const text = new TextEncoder().encode(phoneCodeText(code));
  const key = await crypto.subtle.importKey('raw', text, 'PBKDF2', false, ['deriveBits']);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt: SALT, iterations: ROUNDS };
  const bytes = new Uint8Array(await crypto.subtle.deriveBits(how, key, 8 * SYLLABLES));
  // Six bits of each byte make a syllable.
  return Array.from(bytes, (byte) => `${ONSETS.charAt(byte >> 4)}${VOWELS[byte & 3]}`).join('-');
};
