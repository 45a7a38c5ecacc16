/** Starts Denba: the database, migrated to this version, then the HTTP server. */
import type { IndicatorSet } from '@denba/indicators/indicator';
import { followUpRules } from '@denba/protocols/care/follow-up/follow-up-rules';
import type { CompiledProtocol } from '@denba/protocols/compile/compiled-protocol';
import type { CountFigures } from '@denba/sync-server/figures/figures';
import { Kysely, PostgresDialect } from 'kysely';
import type { Configuration } from './configuration.ts';
import { currentCourierKey } from './courier/courier-keys.ts';
import { createApp } from './create-app.ts';
import { migrate } from './database/migrate.ts';
import { openPool } from './database/open-pool.ts';
import { type StartedAgain, startOwnPostgres } from './database/own-postgres.ts';
import type { Tables } from './database/tables.ts';
import { addDemonstration } from './demonstration/add-demonstration.ts';
import { makeJoinCode } from './devices/join-codes.ts';
import { countByContent } from './figures/count-by-content.ts';
import { startUpkeep } from './figures/upkeep.ts';
import { foldForLists } from './fold-for-lists.ts';
import { clinicRoutes } from './http/clinic-routes.ts';
import type { Log } from './http/create-server.ts';
import { stopAnswering } from './http/stop-answering.ts';
import { keepShippedPack } from './packs/keep-pack.ts';
import { packKeyPair } from './packs/pack-keys.ts';
import { makeSetupCode } from './people/set-up.ts';
import { recordThreads } from './record-threads/record-threads.ts';
import { recordWork } from './record-threads/record-work.ts';

export type Denba = {
  /** The URL at which it listens. */
  readonly url: string;
  /** The code to create the first administrator; `null`: there is one. */
  readonly setupCode: string | null;
  /** Codes that join a phone to a simulated centre; empty without demonstration data. */
  readonly demonstration: readonly { readonly place: string; readonly code: string }[];
  readonly db: Kysely<Tables>;
  /** Makes a new join code for a phone of this place. */
  readonly codeFor: (place: string) => Promise<string>;
  readonly figures: CountFigures;
  /** Resolves when the figures of every place are up to date and the months that are due are closed. */
  readonly lookAfterFigures: () => Promise<void>;
  /** Finishes the requests under way, then stops. */
  readonly stop: () => Promise<void>;
};

export type Started = {
  readonly configuration: Configuration;
  /** The folder of the built clinic; `null`: it is not served. */
  readonly clinicFolder: string | null;
  readonly protocol: CompiledProtocol;
  /** Sheets of the protocol, by path: without them, nobody can draft a change of it. */
  readonly protocolFiles?: ReadonlyMap<string, string>;
  readonly indicators: IndicatorSet;
  /** Number of threads that receive bundles and rebuild places; 0 (the default): the thread that answers does it. */
  readonly threads?: number;
  readonly now: () => Date;
  readonly log: Log;
};

/** Part of the ten seconds that most process managers give a server to stop. */
const GRACE_MS = 5_000;

export const startDenba = async (started: Started): Promise<Denba> => {
  const { configuration, clinicFolder, protocol, indicators, threads = 0, now, log } = started;
  const startedAgain: StartedAgain = ({ failure }) =>
    log({ kind: 'database', what: failure ?? 'PostgreSQL had ended; it was started again' });
  const own =
    configuration.databaseUrl === null ? await startOwnPostgres(configuration.dataFolder, startedAgain) : null;
  const databaseUrl = own?.url ?? configuration.databaseUrl ?? '';
  const pool = openPool(databaseUrl, 20, log);
  const end = async (): Promise<void> => {
    await pool.end();
    await own?.stop();
  };
  try {
    await migrate(pool);
    const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
    const setupCode = await makeSetupCode(db);
    await currentCourierKey(db, now());
    await packKeyPair(db, now());
    const shippedPack = await keepShippedPack(db, protocol, now());
    const careRules = followUpRules(protocol);
    const fold = foldForLists(careRules);
    const figures = countByContent(indicators);
    const aside = threads > 0 ? recordThreads({ databaseUrl, careRules, indicators }, threads, now, log) : null;
    const work = aside ?? recordWork({ db, fold, figures });
    const app = createApp({
      db,
      careRules,
      fold,
      figures,
      now,
      log,
      setupCode,
      shippedPack,
      receive: work.receive,
      publicUrl: configuration.publicUrl,
      identityProvider: configuration.identityProvider,
      unapproved: protocol.parameters.filter(({ status }) => status === 'default').length,
      indicators,
      protocolFiles: started.protocolFiles ?? null,
      ...(configuration.proxies === null ? {} : { proxies: configuration.proxies }),
    });
    if (clinicFolder !== null) clinicRoutes(app, clinicFolder);
    const demonstration = configuration.demonstration ? await addDemonstration(db, now()) : [];
    const url = await app.listen({ port: configuration.port, host: configuration.host });
    const upkeep = startUpkeep({ db, figures, work, atOnce: Math.max(1, threads), now, log });
    return {
      url,
      setupCode,
      demonstration,
      db,
      codeFor: (place) => makeJoinCode(db, { place, madeBy: 'console', now: now() }),
      figures,
      lookAfterFigures: upkeep.look,
      stop: async () => {
        await upkeep.stop();
        await stopAnswering(app, GRACE_MS);
        await aside?.end();
        await end();
      },
    };
  } catch (failure) {
    await end();
    throw failure;
  }
};
