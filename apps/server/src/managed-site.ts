/** What the parts of the server for its managers need: `Site`, and how browsers reach the server. */
import type { Log } from './http/create-server.ts';
import type { Throttle } from './http/throttle.ts';
import type { IdentityProvider } from './people/identity-provider.ts';
import type { Site } from './site.ts';

export type ManagedSite = Site & {
  readonly log: Log;
  /** The URL under which browsers reach the server, without a final slash. */
  readonly publicUrl: string;
  /** Whether browsers reach the server by https: cookies are then sent over https only. */
  readonly secure: boolean;
  /** The throttle of signing in, of setting up and of joining. */
  readonly tries: Throttle;
  /** Id of the pack of this release; `null`: none. */
  readonly shippedPack: string | null;
  /** `null`: there is an account already. */
  readonly setupCode: string | null;
  /** `null`: people sign in with a password only. */
  readonly identityProvider: IdentityProvider | null;
};
