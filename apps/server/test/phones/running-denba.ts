/** A whole Denba for a journey: the built clinic, the server, a PostgreSQL of its own, a simulated district. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileProtocol } from '@denba/protocols/compile/compile-protocol';
import { readProtocol } from '@denba/protocols/read/read-protocol';
import { buildClinic } from '../../../clinic/build/build-clinic.ts';
import { protocolFiles } from '../../../clinic/build/protocol-plugin.ts';
import { shippedIndicators } from '../../src/portal/shipped-indicators.ts';
import { type Denba, startDenba } from '../../src/start-denba.ts';

export type RunningDenba = Denba & {
  readonly root: string;
  /** Reports all phones of this place as lost. */
  readonly reportLost: (place: string) => Promise<void>;
  readonly end: () => Promise<void>;
};

/** The time of the phones of journeys. */
const now = (): Date => new Date('2026-11-26T09:00:00Z');

export const runningDenba = async (): Promise<RunningDenba> => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'denba-journey-'));
  chmodSync(dataFolder, 0o755);
  const denba = await startDenba({
    configuration: {
      ...{ databaseUrl: null, port: 0, host: '127.0.0.1', publicUrl: 'http://localhost:8080', proxies: null },
      ...{ dataFolder, demonstration: true, identityProvider: null },
    },
    clinicFolder: (await buildClinic()).folder,
    protocol: compileProtocol(readProtocol(protocolFiles()).source).compiled,
    protocolFiles: protocolFiles(),
    indicators: shippedIndicators(),
    now,
    log: (line) => {
      if (line['kind'] === 'error') console.error(line);
    },
  });
  return {
    ...denba,
    reportLost: async (place) => {
      await denba.db
        .updateTable('device')
        .set({ revoked_at: now(), revoked_by: 'test' })
        .where('place_id', '=', place)
        .execute();
    },
    root: `http://localhost:${new URL(denba.url).port}`,
    end: async () => {
      await denba.stop();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
};
