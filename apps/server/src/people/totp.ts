/**
 * The six-digit codes of an authenticator application (RFC 6238: HMAC-SHA-1, 30 s), an optional second factor beside
 * the password. A code is valid in its half minute and the one on each side, and only once, so that a code seen over
 * somebody's shoulder is useless.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const STEP_MS = 30_000;
const SLACK_STEPS = 1;
const SECRET_BYTES = 20;

export const makeTotpSecret = (): Buffer => randomBytes(SECRET_BYTES);

/** Returns the step of a valid code; `null`: wrong, expired, or not after `lastStep`, the last one used. */
export const totpStep = (secret: Buffer, code: string, nowMs: number, lastStep: number | null): number | null => {
  const now = Math.floor(nowMs / STEP_MS);
  let found: number | null = null;
  for (let step = now - SLACK_STEPS; step <= now + SLACK_STEPS; step += 1) {
    if (sameCode(totpCode(secret, step), code) && (lastStep === null || step > lastStep)) found ??= step;
  }
  return found;
};

export const totpCode = (secret: Buffer, step: number): string => {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac('sha1', secret).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 15;
  return String((digest.readUInt32BE(offset) & 0x7fff_ffff) % 1_000_000).padStart(6, '0');
};

/** The address that authenticator applications read, as text or as a QR code. */
export const totpAddress = (secret: Buffer, signInName: string): string =>
  `otpauth://totp/Denba:${encodeURIComponent(signInName)}?secret=${toBase32(secret)}&issuer=Denba`;

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

export const toBase32 = (bytes: Buffer): string => {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => ALPHABET[Number.parseInt(five.padEnd(5, '0'), 2)]).join('');
};

/** Returns `null` when the text is not base 32, or not as long as a secret. */
export const fromBase32 = (text: string): Buffer | null => {
  const letters = text.toUpperCase().replaceAll(/[\s=]/g, '');
  if (!/^[A-Z2-7]{32,64}$/.test(letters)) return null;
  const bits = [...letters].map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)));
};

const sameCode = (right: string, given: string): boolean => {
  const typed = Buffer.from(given.replaceAll(' ', ''));
  return typed.length === right.length && timingSafeEqual(Buffer.from(right), typed);
};
