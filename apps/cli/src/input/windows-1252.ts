/**
 * Decodes Windows-1252, the encoding of older spreadsheets. Our own table, because Node 20 and 22 decode it as ISO
 * 8859-1, which loses œ, € and the typographic quotes. Source: WHATWG Encoding Standard, index-windows-1252.
 */
const from80to9f =
  '\u20AC\x81\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\x8D\u017D\x8F\x90\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\x9D\u017E\u0178';

export const decodeWindows1252 = (bytes: Buffer): string =>
  bytes.toString('latin1').replace(/[\x80-\x9f]/g, (letter) => from80to9f[letter.charCodeAt(0) - 0x80] ?? letter);
