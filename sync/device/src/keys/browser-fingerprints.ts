/** Fingerprints by WebAuthn with the PRF extension (W3C WebAuthn Level 3, §10.1.4). The site is the relying party. */
import { err, ok, type Result } from '@denba/quantities/result';
import { type Bytes, randomBytes } from '../sealing/bytes.ts';
import type { FingerprintError, FingerprintReader } from './fingerprint.ts';

const ES256 = -7;
const RS256 = -257;
const PATIENCE_MS = 60_000;

export const browserFingerprints: FingerprintReader = {
  offered: async () => {
    if (typeof PublicKeyCredential === 'undefined') return false;
    if (!(await PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable())) return false;
    const capabilities = await PublicKeyCredential.getClientCapabilities?.();
    return capabilities?.['extension:prf'] !== false;
  },
  enrol: async ({ name, salt }) => {
    const created = await asked(() =>
      navigator.credentials.create({
        publicKey: {
          rp: { name: 'Denba' },
          user: { id: randomBytes(16), name, displayName: name },
          challenge: randomBytes(32),
          pubKeyCredParams: [ES256, RS256].map((alg) => ({ type: 'public-key', alg })),
          authenticatorSelection: {
            authenticatorAttachment: 'platform',
            userVerification: 'required',
            residentKey: 'preferred',
          },
          timeout: PATIENCE_MS,
          extensions: { prf: { eval: { first: salt } } },
        },
      }),
    );
    if (!created.ok) return created;
    const { credential, prf } = created.value;
    if (prf?.enabled !== true) return err({ kind: 'notOffered' });
    const credentialId = new Uint8Array(credential.rawId);
    const given = secretOf(prf);
    // Many authenticators return the secret only when the credential is used.
    const secret = given === null ? await read(credentialId, salt) : ok(given);
    return secret.ok ? ok({ credentialId, secret: secret.value }) : secret;
  },
  read: (credentialId, salt) => read(credentialId, salt),
};

const read = async (credentialId: Bytes, salt: Bytes): Promise<Result<Bytes, FingerprintError>> => {
  const got = await asked(() =>
    navigator.credentials.get({
      publicKey: {
        challenge: randomBytes(32),
        allowCredentials: [{ type: 'public-key', id: credentialId }],
        userVerification: 'required',
        timeout: PATIENCE_MS,
        extensions: { prf: { eval: { first: salt } } },
      },
    }),
  );
  if (!got.ok) return got;
  const secret = secretOf(got.value.prf);
  return secret === null ? err({ kind: 'notOffered' }) : ok(secret);
};

type Asked = {
  readonly credential: PublicKeyCredential;
  readonly prf: AuthenticationExtensionsPRFOutputs | undefined;
};

/** The browser throws `NotAllowedError` when the user cancelled, was too slow or showed another finger. */
const asked = async (ask: () => Promise<Credential | null>): Promise<Result<Asked, FingerprintError>> => {
  try {
    const credential = await ask();
    if (!(credential instanceof PublicKeyCredential)) return err({ kind: 'notOffered' });
    return ok({ credential, prf: credential.getClientExtensionResults().prf });
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    return err({ kind: ['NotAllowedError', 'AbortError'].includes(error.name) ? 'cancelled' : 'notOffered' });
  }
};

const secretOf = (prf: AuthenticationExtensionsPRFOutputs | undefined): Bytes | null => {
  const first = prf?.results?.first;
  if (first === undefined) return null;
  return first instanceof ArrayBuffer
    ? new Uint8Array(first)
    : new Uint8Array(first.buffer as ArrayBuffer, first.byteOffset, first.byteLength);
};
