/** Reads the settings of the identity provider: either all of them are given or none. */
import { err, ok, type Result } from '@denba/quantities/result';
import type { ConfigurationProblem } from '../configuration-problem.ts';
import type { ProviderSettings } from './identity-provider.ts';

const ISSUER = 'DENBA_OIDC_ISSUER';
const CLIENT = 'DENBA_OIDC_CLIENT_ID';
const SECRET = 'DENBA_OIDC_CLIENT_SECRET';

/** `given`: returns a trimmed environment variable, `null` when it is empty. */
export const readProviderSettings = (
  given: (name: string) => string | null,
): Result<ProviderSettings | null, readonly ConfigurationProblem[]> => {
  const [issuer, clientId, clientSecret] = [given(ISSUER), given(CLIENT), given(SECRET)];
  if (issuer === null && clientId === null && clientSecret === null) return ok(null);
  const problems = [ISSUER, CLIENT, SECRET].filter((name) => given(name) === null).map(missing);
  if (issuer !== null && !isSafe(issuer)) problems.push(notAnIssuer);
  if (problems.length > 0 || issuer === null || clientId === null || clientSecret === null) return err(problems);
  return ok({ issuer, clientId, clientSecret, name: given('DENBA_OIDC_NAME') ?? new URL(issuer).host });
};

/** Without https anybody could listen in between, so it is allowed only for a provider on this machine. */
const isSafe = (issuer: string): boolean => {
  if (!URL.canParse(issuer)) return false;
  const { protocol, hostname } = new URL(issuer);
  return protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname));
};

const missing = (variable: string): ConfigurationProblem => ({
  variable,
  problem: { fr: "il manque, alors qu'un fournisseur d'identité est réglé", en: 'is missing beside the others' },
  remedy: {
    fr: `Donnez ${ISSUER}, ${CLIENT} et ${SECRET}, ou aucun des trois.`,
    en: `Give ${ISSUER}, ${CLIENT} and ${SECRET}, or none of the three.`,
  },
});

const notAnIssuer: ConfigurationProblem = {
  variable: ISSUER,
  problem: { fr: "ce n'est pas une adresse https", en: 'is not an https address' },
  remedy: {
    fr: 'Écrivez par exemple https://connexion.exemple.org, comme le fournisseur la donne.',
    en: 'Write for instance https://sign-in.example.org, as the provider gives it.',
  },
};
