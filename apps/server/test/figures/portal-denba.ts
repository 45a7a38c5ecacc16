/**
 * A server with the small country of figures and people of four roles, for journeys and pictures that need no clinic.
 */

import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import type { Tables } from '../../src/database/tables.ts';
import type { Role } from '../../src/people/roles.ts';
import { type Started, startDenba } from '../../src/start-denba.ts';
import { aPerson } from '../test-people.ts';
import { aCountryWithFigures, FIGURES_TODAY } from './figures-country.ts';
import { indicatorsOfTests, protocolOfTests } from './insert-figures.ts';

export type PortalDenba = {
  readonly root: string;
  readonly db: Kysely<Tables>;
  readonly end: () => Promise<void>;
};

const people: readonly (readonly [name: string, role: Role, place: string])[] = [
  ['worker', 'health_worker', 'siby'],
  ['district', 'district', 'kati'],
  ['programme', 'programme', 'ml'],
  ['region', 'region', 'koulikoro'],
];

/** `protocolFiles`: sheets of the protocol, for journeys that draft a change of it. */
export const portalDenba = async (more: Pick<Started, 'protocolFiles'> = {}): Promise<PortalDenba> => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'denba-portal-'));
  chmodSync(dataFolder, 0o755);
  const denba = await startDenba({
    configuration: {
      ...{ databaseUrl: null, port: 0, host: '127.0.0.1', publicUrl: 'http://localhost:8080', proxies: null },
      ...{ dataFolder, demonstration: false, identityProvider: null },
    },
    clinicFolder: null,
    protocol: protocolOfTests,
    indicators: indicatorsOfTests,
    ...more,
    now: () => new Date(`${FIGURES_TODAY}T09:00:00Z`),
    log: (line) => {
      if (line['kind'] === 'error') console.error(line);
    },
  });
  await aCountryWithFigures(denba);
  for (const [name, role, place] of people) {
    const { id } = await aPerson(denba, [role, place]);
    await denba.db
      .updateTable('account')
      .set({ sign_in_name: name, name: namesShown[name] ?? name })
      .where('id', '=', id)
      .execute();
  }
  return {
    root: `http://localhost:${new URL(denba.url).port}`,
    db: denba.db,
    end: async () => {
      await denba.stop();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
};

const namesShown: Readonly<Record<string, string>> = {
  worker: 'Fanta Keïta',
  district: 'Awa Traoré',
  programme: 'ONG',
  region: 'Moussa Diarra',
};
