/** The whole server over a migrated database: registers every route, but does not listen. */
import type { IndicatorSet } from '@denba/indicators/indicator';
import type { CareRules } from '@denba/protocols/care/follow-up/follow-up-rules';
import type { Fold } from '@denba/sync/receiving/fold-families';
import type { CountFigures } from '@denba/sync-server/figures/figures';
import type { FastifyInstance } from 'fastify';
import type { Kysely } from 'kysely';
import { adminRoutes } from './admin/admin-routes.ts';
import { docsRoutes } from './api-docs/docs-routes.ts';
import { courierRoutes } from './courier/courier-routes.ts';
import type { Tables } from './database/tables.ts';
import { deviceCareRoutes } from './devices/device-care-routes.ts';
import { deviceRoutes } from './devices/device-routes.ts';
import { createDraftDesk } from './drafts/draft-desk.ts';
import { jsonOnly, shortBodies } from './http/body-of.ts';
import { createServer, type Log } from './http/create-server.ts';
import { healthRoutes } from './http/health-routes.ts';
import { ownOriginOnly } from './http/own-origin.ts';
import { createThrottle } from './http/throttle.ts';
import { wholeText } from './http/whole-text.ts';
import type { ManagedSite } from './managed-site.ts';
import { packRoutes } from './packs/pack-routes.ts';
import { accountRoutes } from './people/account-routes.ts';
import { createIdentityProvider, type ProviderSettings } from './people/identity-provider.ts';
import { sessionRoutes } from './people/session-routes.ts';
import { placeRoutes } from './places/place-routes.ts';
import { portalRoutes } from './portal/portal-routes.ts';
import { type RecordWork, recordWork } from './record-threads/record-work.ts';
import { recoveryKeyRoutes } from './recovery/recovery-key-routes.ts';

export type AppOptions = {
  readonly db: Kysely<Tables>;
  readonly fold: Fold;
  /** `null`: no figures are kept. */
  readonly figures?: CountFigures | null;
  /** Receives the bundles of phones; the default does it in this thread. */
  readonly receive?: RecordWork['receive'];
  readonly now: () => Date;
  readonly log: Log;
  /** The URL under which browsers reach the server, without a final slash. */
  readonly publicUrl?: string;
  /**
   * Addresses of the proxies in front of the server, separated by commas. Without them, all requests seem to come from
   * the proxy, and the throttle would count them together.
   */
  readonly proxies?: string;
  /** Id of the pack that `keepShippedPack` returned: the protocol of places that were given no other. */
  readonly shippedPack?: string | null;
  /** The result of `makeSetupCode`; `null` when there is an account. */
  readonly setupCode?: string | null;
  readonly identityProvider?: ProviderSettings | null;
  /** The indicators whose figures the portal shows; the default has none. */
  readonly indicators?: IndicatorSet;
  /** Number of parameters of the protocol that no clinician has approved yet. */
  readonly unapproved?: number | null;
  /** The rules by which the portal lists who has missed a visit; `null`: it lists nobody. */
  readonly careRules?: CareRules | null;
  /** Sheets of the protocol of this release, by path: drafts start from them. `null`: there are no drafts. */
  readonly protocolFiles?: ReadonlyMap<string, string> | null;
};

const NO_INDICATORS: IndicatorSet = { indicators: [], dimensions: [], labels: [] };

const LOCAL = 'http://localhost:8080';

export const createApp = ({
  db,
  fold,
  figures = null,
  receive = recordWork({ db, fold, figures }).receive,
  now,
  log,
  publicUrl = LOCAL,
  proxies,
  setupCode = null,
  shippedPack = null,
  identityProvider = null,
  indicators = NO_INDICATORS,
  unapproved = null,
  careRules = null,
  protocolFiles = null,
}: AppOptions): FastifyInstance => {
  const server = createServer(log, proxies);
  const tries = createThrottle(db, now);
  const site: ManagedSite = {
    db,
    now,
    log,
    publicUrl,
    setupCode,
    shippedPack,
    tries,
    secure: publicUrl.startsWith('https:'),
    identityProvider: identityProvider && createIdentityProvider(identityProvider, publicUrl, now),
  };
  ownOriginOnly(server, publicUrl);
  wholeText(server);
  docsRoutes(server);
  healthRoutes(server, db);
  deviceRoutes(server, { db, receive, now, tries, shippedPack });
  packRoutes(server, { db, now });
  courierRoutes(server, { db, fold, figures, now });
  recoveryKeyRoutes(server, { db, now });
  server.register(async (scope) => {
    jsonOnly(scope);
    shortBodies(scope);
    sessionRoutes(scope, site);
    accountRoutes(scope, site);
    placeRoutes(scope, site);
    deviceCareRoutes(scope, site);
  });
  adminRoutes(server, site, { db, fold, figures, now });
  const desk = createDraftDesk({ db, files: protocolFiles ?? new Map(), shippedPack, now, log });
  server.addHook('onClose', () => desk.end());
  portalRoutes(server, site, { indicators, unapproved, rules: careRules }, desk);
  return server;
};
