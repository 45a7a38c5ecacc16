/**
 * This phone's own code, and the key that decrypts parcels for it. The key pair is made when it is first needed and
 * stored encrypted; it is in no backup, so a restored phone shows another code, and phones that knew the old one report
 * that.
 */
import type { JsonValue } from '@denba/records/canonical-json';
import { fromBase64Url, toBase64Url } from '@denba/sync/base64-url';
import type { Sign } from '@denba/sync/bundle';
import { type PhoneCode, writePhoneCode } from '@denba/sync/courier/phone-code';
import { makeCourierKey, type PrivateKey } from '@denba/sync/courier/seal-parcel';
import type { Centre, SealedStore, Session } from '../device.ts';
import { type KeptKey, keepOwnKey, keptOwnKey } from './own-key.ts';

export type SigningSession = Pick<Session<unknown>, 'deviceId' | 'sign'> & { readonly sealed: SealedStore<JsonValue> };

export type OwnCode = {
  readonly code: PhoneCode;
  /** The code as text, as it is shown and shared. */
  readonly text: string;
  readonly privateKey: PrivateKey;
  readonly sign: Sign;
};

/** `centre`: with the id that the server gives it, on a phone that has a server. */
export const ownCode = async (session: SigningSession, { id: place, name }: Centre): Promise<OwnCode> => {
  const { id, publicKey, privateKey } = (await keptOwnKey(session.sealed)) ?? (await newKey(session.sealed));
  const sign: Sign = async (bytes) => (await session.sign(bytes)).signature;
  const signingKey = toBase64Url((await session.sign(new Uint8Array())).publicKey);
  const centre = { id: place, name };
  const code: PhoneCode = { device: session.deviceId, centre, courierKey: { id, publicKey }, signingKey };
  return { code, text: await writePhoneCode(code, sign), privateKey: fromBase64Url(privateKey), sign };
};

const newKey = async (sealed: SealedStore<JsonValue>): Promise<KeptKey> => {
  const { privateKey, ...key } = await makeCourierKey();
  const kept: KeptKey = { ...key, privateKey: toBase64Url(privateKey) };
  await keepOwnKey(sealed, kept);
  return kept;
};
