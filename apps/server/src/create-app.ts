/** The whole server over a database that is ready: every route, and nothing that listens. */
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
  /** Where bundles of phones are taken in; by itself: here. */
  readonly receive?: RecordWork['receive'];
  readonly now: () => Date;
  readonly log: Log;
  /** As browsers reach it, without a final slash. */
  readonly publicUrl?: string;
  /** Addresses of proxies in front of it, by commas. Without them every guess would seem to come from the proxy. */
  readonly proxies?: string;
  /** Of `keepShippedPack`: what places have that were given nothing else. */
  readonly shippedPack?: string | null;
  /** Of `makeSetupCode`; `null` when there is an account. */
  readonly setupCode?: string | null;
  readonly identityProvider?: ProviderSettings | null;
  /** What the portal shows figures of; without it there are none. */
  readonly indicators?: IndicatorSet;
  /** Parameters of the protocol that no clinician has approved yet. */
  readonly unapproved?: number | null;
  /** By which the portal says who is missing. */
  readonly careRules?: CareRules | null;
  /** Sheets of the protocol of this release, by their paths: drafts start from them. Without them there are no drafts. */
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
