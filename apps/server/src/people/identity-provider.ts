/**
 * The client side of OpenID Connect with the identity provider of a ministry or an organisation: authorization code
 * with PKCE, state and nonce; the signature of the ID token is verified as well. The provider's metadata is fetched at
 * each sign-in, so that a changed key or address needs no restart. Source: OpenID Connect Core 1.0; RFC 7636, 9207.
 */
import { err, ok, type Result } from '@denba/quantities/result';
import * as oidc from 'openid-client';
import * as v from 'valibot';

export type ProviderSettings = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The name by which people know the provider. */
  readonly name: string;
};

/** The person whom the provider has identified. */
export type Identity = {
  readonly issuer: string;
  readonly subject: string;
  /** In lower case; `null`: none, or the provider did not verify that it is hers. */
  readonly email: string | null;
};

export type ProviderProblem = {
  /** `declined`: the person or the provider refused. `notCompleted`: the answer cannot be trusted. */
  readonly kind: 'unreachable' | 'declined' | 'clock' | 'notCompleted';
  /** For the server's administrator: the error code of the library or of the provider. */
  readonly code: string;
};

export type IdentityProvider = {
  readonly name: string;
  /** The URL to which the browser is sent, and the secrets of the attempt, which it keeps until it returns. */
  readonly begin: () => Promise<Result<{ readonly address: string; readonly kept: string }, ProviderProblem>>;
  /** `search`: the query of the URL at which the browser returned. `kept`: what `begin` returned. */
  readonly finish: (search: string, kept: string | null) => Promise<Result<Identity, ProviderProblem>>;
};

/** The path to which the provider sends browsers back. It must be registered there exactly. */
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
          // Only for a provider on this machine: the settings allow no other without https.
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

/** In a header, which every provider must support, unless its metadata lists the body only. */
const secretAsAsked =
  (secret: string): oidc.ClientAuth =>
  (server, ...rest) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    const auth = methods.includes('client_secret_basic') ? oidc.ClientSecretBasic : oidc.ClientSecretPost;
    auth(secret)(server, ...rest);
  };

/** `email_verified` must be exactly `true`: no other value is trusted. */
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

/** Rethrows failures that are neither an answer of the provider nor its silence. */
const problemOf = (failure: unknown): ProviderProblem => {
  if (failure instanceof oidc.AuthorizationResponseError) return { kind: 'declined', code: failure.error };
  if (failure instanceof oidc.ResponseBodyError) return { kind: 'notCompleted', code: failure.error };
  if (failure instanceof oidc.WWWAuthenticateChallengeError) return { kind: 'notCompleted', code: failure.code };
  if (failure instanceof oidc.ClientError) {
    const code = failure.code ?? 'unknown';
    if (code === 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED') return { kind: 'clock', code };
    return { kind: away.includes(code) ? 'unreachable' : 'notCompleted', code };
  }
  // `fetch` throws a `TypeError` without a network; one with a code would be a wrong argument of ours.
  if (failure instanceof TypeError && !('code' in failure)) return { kind: 'unreachable', code: 'no-connection' };
  throw failure;
};
