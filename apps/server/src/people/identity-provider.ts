/**
 * The identity provider (OpenID Connect) of a ministry or an organisation, as this server speaks with it: authorization
 * code with PKCE, state and nonce; the signature of the ID token is checked as well. What it says is asked for anew at each
 * sign-in, so that a changed key or address needs no restart. Source: OpenID Connect Core 1.0; RFC 7636, 9207.
 */
import { err, ok, type Result } from '@denba/quantities/result';
import * as oidc from 'openid-client';
import * as v from 'valibot';

export type ProviderSettings = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** As people know it. */
  readonly name: string;
};

/** The person whom the provider has identified. */
export type Identity = {
  readonly issuer: string;
  readonly subject: string;
  /** In small letters; `null`: none, or the provider did not verify that it is hers. */
  readonly email: string | null;
};

export type ProviderProblem = {
  /** `declined`: she, or the provider, said no. `notCompleted`: nothing of what came is to be believed. */
  readonly kind: 'unreachable' | 'declined' | 'clock' | 'notCompleted';
  /** For the server's administrator: the error code of the library or of the provider. */
  readonly code: string;
};

export type IdentityProvider = {
  readonly name: string;
  /** Where her browser goes, and what it keeps until it comes back. */
  readonly begin: () => Promise<Result<{ readonly address: string; readonly kept: string }, ProviderProblem>>;
  /** `search`: the query of the address that she came back to. */
  readonly finish: (search: string, kept: string | null) => Promise<Result<Identity, ProviderProblem>>;
};

/** Where the provider sends browsers back to. It is registered there, letter by letter. */
export const RETURN = '/admin/sign-in/return';

const TIMEOUT_S = 10;
const CLOCK_SLACK_S = 120;

export const createIdentityProvider = (
  settings: ProviderSettings,
  publicUrl: string,
  now: () => Date,
): IdentityProvider => {
  const discover = () =>
    oidc.discovery(
      new URL(settings.issuer),
      settings.clientId,
      {
        [oidc.clockSkew]: Math.round((now().getTime() - Date.now()) / 1000),
        [oidc.clockTolerance]: CLOCK_SLACK_S,
      },
      secretAsAsked(settings.clientSecret),
      {
        timeout: TIMEOUT_S,
        execute: [
          oidc.enableNonRepudiationChecks,
          // Only for a provider on this machine: the settings take no other without https.
          ...(settings.issuer.startsWith('http:') ? [oidc.allowInsecureRequests] : []),
        ],
      },
    );
  return {
    name: settings.name,
    begin: () =>
      orProblem(async () => {
        const [state, nonce, verifier] = [oidc.randomState(), oidc.randomNonce(), oidc.randomPKCECodeVerifier()];
        const address = oidc.buildAuthorizationUrl(await discover(), {
          redirect_uri: `${publicUrl}${RETURN}`,
          scope: 'openid email',
          state,
          nonce,
          code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
          code_challenge_method: 'S256',
        });
        return { address: address.href, kept: [state, nonce, verifier].join('.') };
      }),
    finish: async (search, kept) => {
      const [state, nonce, verifier] = /^[\w-]{43}(\.[\w-]{43}){2}$/.test(kept ?? '') ? (kept ?? '').split('.') : [];
      if (state === undefined || nonce === undefined || verifier === undefined) return err(notBegunHere);
      return orProblem(async () => {
        const config = await discover();
        const tokens = await oidc.authorizationCodeGrant(config, new URL(`${publicUrl}${RETURN}${search}`), {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
        });
        const claims = tokens.claims();
        if (claims === undefined) throw new oidc.ClientError('no ID token');
        const { issuer, userinfo_endpoint: more } = config.serverMetadata();
        const asked = claims['email'] === undefined && more !== undefined;
        const said = asked ? await oidc.fetchUserInfo(config, tokens.access_token, claims.sub) : claims;
        return { issuer, subject: claims.sub, email: verifiedEmail(said) };
      });
    },
  };
};

const notBegunHere: ProviderProblem = { kind: 'notCompleted', code: 'not-begun-in-this-browser' };

/** As a header, which every provider has to know, unless it says that it takes it in the body only. */
const secretAsAsked =
  (secret: string): oidc.ClientAuth =>
  (server, ...rest) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    const auth = methods.includes('client_secret_basic') ? oidc.ClientSecretBasic : oidc.ClientSecretPost;
    auth(secret)(server, ...rest);
  };

/** Whether it is hers must be said as `true`: no other word for it is believed. */
const verified = v.object({ email: v.pipe(v.string(), v.maxLength(254)), email_verified: v.literal(true) });

const verifiedEmail = (said: unknown): string | null => {
  const read = v.safeParse(verified, said);
  return read.success ? asEmail(read.output.email) : null;
};

export const asEmail = (typed: string): string => typed.normalize('NFC').trim().toLowerCase();

const orProblem = async <T>(act: () => Promise<T>): Promise<Result<T, ProviderProblem>> => {
  try {
    return ok(await act());
  } catch (failure) {
    return err(problemOf(failure));
  }
};

const away: readonly string[] = ['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_CONFORM'];

/** Throws what is not an answer of the provider, or its silence. */
const problemOf = (failure: unknown): ProviderProblem => {
  if (failure instanceof oidc.AuthorizationResponseError) return { kind: 'declined', code: failure.error };
  if (failure instanceof oidc.ResponseBodyError) return { kind: 'notCompleted', code: failure.error };
  if (failure instanceof oidc.WWWAuthenticateChallengeError) return { kind: 'notCompleted', code: failure.code };
  if (failure instanceof oidc.ClientError) {
    const code = failure.code ?? 'unknown';
    if (code === 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED') return { kind: 'clock', code };
    return { kind: away.includes(code) ? 'unreachable' : 'notCompleted', code };
  }
  // What `fetch` throws without a network; with a code it would be a wrong argument of ours.
  if (failure instanceof TypeError && !('code' in failure)) return { kind: 'unreachable', code: 'no-connection' };
  throw failure;
};
