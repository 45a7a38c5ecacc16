/**
 * Base45 (RFC 9285): encodes two bytes as three of the 45 characters that a QR code packs most tightly. Such a code is
 * a third smaller than in base64, and may be typed in capitals.
 */
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

export const toBase45 = (bytes: Uint8Array): string => {
  let text = '';
  for (let i = 0; i < bytes.length; i += 2) {
    const high = bytes[i] ?? 0;
    const low = bytes[i + 1];
    const value = low === undefined ? high : high * 256 + low;
    text += letter(value % 45) + letter(Math.floor(value / 45) % 45);
    if (low !== undefined) text += letter(Math.floor(value / 2025));
  }
  return text;
};

/** Returns `null` when the text is not base45: an unknown character, an impossible length, or a triple above 65,535. */
export const fromBase45 = (text: string): Uint8Array | null => {
  if (text.length % 3 === 1) return null;
  const bytes: number[] = [];
  for (let i = 0; i < text.length; i += 3) {
    const digits = [...text.slice(i, i + 3)].map((char) => ALPHABET.indexOf(char));
    if (digits.some((digit) => digit < 0)) return null;
    const [first = 0, second = 0, third] = digits;
    const value = first + second * 45 + (third ?? 0) * 2025;
    if (value > (third === undefined ? 0xff : 0xffff)) return null;
    if (third !== undefined) bytes.push(value >> 8);
    bytes.push(value & 0xff);
  }
  return Uint8Array.from(bytes);
};

const letter = (digit: number): string => ALPHABET.charAt(digit);
