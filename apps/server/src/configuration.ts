/**
 * The settings of this server: environment variables, each with a default that works (docs/settings.md). All problems
 * are reported at once, by name, before anything starts.
 */
import { isIP } from 'node:net';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { err, ok, type Result } from '@denba/quantities/result';
import type { ConfigurationProblem } from './configuration-problem.ts';
import type { ProviderSettings } from './people/identity-provider.ts';
import { readProviderSettings } from './people/provider-settings.ts';

export type Configuration = {
  /** `null`: the server runs a PostgreSQL of its own in `dataFolder`. */
  readonly databaseUrl: string | null;
  readonly port: number;
  readonly host: string;
  /** The URL under which browsers reach the server, without a final slash. */
  readonly publicUrl: string;
  /** Addresses of the proxies in front of the server, separated by commas; `null`: none. */
  readonly proxies: string | null;
  readonly dataFolder: string;
  /** Adds a simulated district with centres and accounts, marked as such, to try Denba out. */
  readonly demonstration: boolean;
  /** An identity provider through which people may sign in as well; `null`: with a password only. */
  readonly identityProvider: ProviderSettings | null;
};

type Environment = Readonly<Record<string, string | undefined>>;

/** `isRoot`: the data folder of a server started as root must be where an unprivileged PostgreSQL can reach it. */
export const readConfiguration = (
  environment: Environment,
  { isRoot }: { readonly isRoot: boolean },
): Result<Configuration, readonly ConfigurationProblem[]> => {
  const problems: ConfigurationProblem[] = [];
  const given = (name: string): string | null => environment[name]?.trim() || null;

  const databaseUrl = given('DATABASE_URL');
  if (databaseUrl !== null && !isPostgresAddress(databaseUrl)) {
    problems.push({
      variable: 'DATABASE_URL',
      problem: { fr: "ce n'est pas une adresse PostgreSQL", en: 'is not a PostgreSQL address' },
      remedy: {
        fr: 'Écrivez postgres://utilisateur:motdepasse@hôte:5432/base (dans le mot de passe, # / ? % deviennent %23 %2F %3F %25), ou laissez vide.',
        en: 'Write postgres://user:password@host:5432/database (in the password # / ? % become %23 %2F %3F %25), or leave it empty.',
      },
    });
  }
  const typedPort = given('PORT') ?? '8080';
  const port = Number(typedPort);
  const isPort = /^\d{1,5}$/.test(typedPort) && port <= 65_535;
  if (!isPort) {
    problems.push({
      variable: 'PORT',
      problem: { fr: "ce n'est pas un numéro de port", en: 'is not a port number' },
      remedy: { fr: 'Écrivez un nombre de 1 à 65535.', en: 'Write a number from 1 to 65535.' },
    });
  }
  const publicUrl = originOf(given('PUBLIC_URL') ?? (isPort ? `http://localhost:${port}` : 'http://localhost'));
  if (publicUrl === null) {
    problems.push({
      variable: 'PUBLIC_URL',
      problem: { fr: "ce n'est pas une adresse de site", en: 'is not the address of a site' },
      remedy: {
        fr: 'Écrivez par exemple https://denba.exemple.org, sans rien derrière : Denba prend tout le site.',
        en: 'Write for instance https://denba.example.org, with nothing after it: Denba takes the whole site.',
      },
    });
  }
  for (const variable of ['DENBA_DEMONSTRATION', 'DENBA_DISTRICT']) {
    if (['yes', 'no', null].includes(given(variable))) continue;
    problems.push({
      variable,
      problem: { fr: "ce n'est ni yes ni no", en: 'is neither yes nor no' },
      remedy: { fr: 'Écrivez yes (oui) ou no (non).', en: 'Write yes or no.' },
    });
  }
  const proxies = given('PROXIES');
  const strange = proxies?.split(',').find((one) => !isProxy(one.trim()));
  if (strange !== undefined) {
    problems.push({
      variable: 'PROXIES',
      problem: { fr: `« ${strange.trim()} » n'est pas une adresse`, en: `“${strange.trim()}” is not an address` },
      remedy: {
        fr: 'Écrivez des adresses IP séparées par des virgules, par exemple 127.0.0.1, 10.0.0.0/8.',
        en: 'Write IP addresses with commas between, for instance 127.0.0.1, 10.0.0.0/8.',
      },
    });
  }
  const identityProvider = readProviderSettings(given);
  if (!identityProvider.ok) problems.push(...identityProvider.error);
  if (!identityProvider.ok || publicUrl === null || problems.length > 0) return err(problems);
  return ok({
    databaseUrl,
    port,
    host: given('HOST') ?? '127.0.0.1',
    publicUrl,
    proxies,
    dataFolder: resolve(given('DENBA_DATA') ?? (isRoot ? '/var/lib/denba' : join(homedir(), '.denba'))),
    demonstration: given('DENBA_DEMONSTRATION') === 'yes',
    identityProvider: identityProvider.value,
  });
};

const isPostgresAddress = (address: string): boolean => {
  if (!/^postgres(ql)?:\/\/\S+$/.test(address) || !URL.canParse(address)) return false;
  const { username, password, hash } = new URL(address);
  // The password contains a character that was not percent-encoded.
  return hash === '' && [username, password].every((part) => !/%(?![0-9a-f]{2})/i.test(part));
};

/** Returns `null` when the address is not the root of a site: Denba cannot be served below a path of another site. */
const originOf = (address: string): string | null => {
  if (!URL.canParse(address)) return null;
  const { protocol, origin, pathname, search, hash, username } = new URL(address);
  const isBare = /^\/*$/.test(pathname) && search === '' && hash === '' && username === '';
  return /^https?:$/.test(protocol) && isBare ? origin : null;
};

/** An IP address, a range of them, or one of the names that Fastify knows for ranges. */
const isProxy = (written: string): boolean => {
  const [address = '', bits, ...more] = written.split('/');
  const version = isIP(address);
  if (version === 0 || more.length > 0) return ['loopback', 'linklocal', 'uniquelocal'].includes(written);
  return (
    bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) > 0 && Number(bits) <= (version === 4 ? 32 : 128))
  );
};
