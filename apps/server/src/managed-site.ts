/** What the parts of the server that people manage it with need: as `Site`, and how browsers reach it. */
import type { Log } from './http/create-server.ts';
import type { Throttle } from './http/throttle.ts';
import type { IdentityProvider } from './people/identity-provider.ts';
import type { Site } from './site.ts';

export type ManagedSite = Site & {
  readonly log: Log;
  /** As browsers reach it, without a final slash. */
  readonly publicUrl: string;
  /** By https: cookies are never sent without it. */
  readonly secure: boolean;
  /** Of signing in, of setting up and of joining. */
  readonly tries: Throttle;
  /** Name of the pack of this release; `null`: none. */
  readonly shippedPack: string | null;
  /** `null`: there is an account already. */
  readonly setupCode: string | null;
  /** `null`: people sign in with a password only. */
  readonly identityProvider: IdentityProvider | null;
};
