/**
 * A fingerprint as a key: WebAuthn with the PRF extension. The authenticator keeps a secret that it uses after it has
 * seen the finger (or face); what it gives for our salt is mixed with the device's key and unwraps the data key.
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
  /** Whether there is a reader at all; whether it can keep a key shows when one is enrolled. */
  readonly offered: () => Promise<boolean>;
  /** Enrols a finger for this user: a credential and the 32 bytes that it gives for `salt`. */
  readonly enrol: (user: {
    readonly name: string;
    readonly salt: Bytes;
  }) => Promise<Result<{ readonly credentialId: Bytes; readonly secret: Bytes }, FingerprintError>>;
  readonly read: (credentialId: Bytes, salt: Bytes) => Promise<Result<Bytes, FingerprintError>>;
};
