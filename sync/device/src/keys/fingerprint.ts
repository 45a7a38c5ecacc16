/**
 * A fingerprint as a key, by WebAuthn with the PRF extension. The authenticator holds a secret that it uses only after
 * it has recognised the finger (or face); the value that it returns for our salt is mixed with the device's key and
 * unwraps the data key.
 */
import type { Result } from '@denba/quantities/result';
import type { Bytes } from '../sealing/bytes.ts';
import type { WrappedKey } from './wrapped-key.ts';

export type FingerprintLock = {
  readonly credentialId: Bytes;
  readonly salt: Bytes;
  readonly key: WrappedKey;
};

export type FingerprintError = { readonly kind: 'notOffered' | 'cancelled' };

export type FingerprintReader = {
  /** Whether there is a reader at all; whether it supports the PRF extension shows only on enrolment. */
  readonly offered: () => Promise<boolean>;
  /** Enrols a finger of this user. Returns the credential and the 32 bytes that it yields for `salt`. */
  readonly enrol: (user: {
    readonly name: string;
    readonly salt: Bytes;
  }) => Promise<Result<{ readonly credentialId: Bytes; readonly secret: Bytes }, FingerprintError>>;
  readonly read: (credentialId: Bytes, salt: Bytes) => Promise<Result<Bytes, FingerprintError>>;
};
