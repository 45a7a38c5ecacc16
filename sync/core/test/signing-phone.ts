/** A phone as others see it, for tests: its signing key, its courier key and its code. */
import { toBase64Url } from '../src/base64-url.ts';
import type { Sign } from '../src/bundle.ts';
import type { CourierKey } from '../src/courier/courier-key.ts';
import { type PhoneCode, writePhoneCode } from '../src/courier/phone-code.ts';
import { makeCourierKey, type PrivateKey } from '../src/courier/seal-parcel.ts';

const how = { name: 'ECDSA', namedCurve: 'P-256' };

export type SigningPhone = {
  readonly code: PhoneCode;
  /** The code as text, as the screen shows it. */
  readonly shown: string;
  readonly courierKey: CourierKey;
  readonly privateKey: PrivateKey;
  readonly sign: Sign;
};

export const signingPhone = async (device: string, centre: string): Promise<SigningPhone> => {
  const pair = await crypto.subtle.generateKey(how, true, ['sign', 'verify']);
  const sign: Sign = async (bytes) =>
    new Uint8Array(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, pair.privateKey, bytes));
  const { privateKey, ...courierKey } = await makeCourierKey();
  const signingKey = toBase64Url(new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)));
  const code: PhoneCode = { device, centre: { id: `place-of-${device}`, name: centre }, courierKey, signingKey };
  return { code, shown: await writePhoneCode(code, sign), courierKey, privateKey, sign };
};
