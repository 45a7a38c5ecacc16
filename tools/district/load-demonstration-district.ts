/** Loads the simulated district while the server already answers; only once for each database. */
import { availableParallelism } from 'node:os';
import type { IndicatorSet } from '@denba/indicators/indicator';
import type { CompiledProtocol } from '@denba/protocols/compile/compiled-protocol';
import type { JsonValue } from '@denba/records/canonical-json';
import { HOSPITAL } from '@denba/scenario/district/district-places';
import { isDistrictLoaded, loadDistrict } from '@denba/server/demonstration/load-district';
import type { Denba } from '@denba/server/start-denba';
import { packOf } from '@denba/sync/packs/pack';
import { districtUntil } from './district-settings.ts';
import { districtThread, ThreadStopped } from './district-threads.ts';
import { makeDistrict } from './make-district.ts';

export type DistrictTold =
  | { readonly kind: 'there' }
  | { readonly kind: 'making'; readonly share: number }
  | { readonly kind: 'loaded'; readonly families: number; readonly entries: number; readonly ms: number };

export type DistrictLoading = {
  /** Resolves when the district is loaded or loading was stopped; rejects when it cannot be loaded. */
  readonly done: Promise<void>;
  /** Stops loading; what is not in the database yet is discarded. */
  readonly stop: () => Promise<void>;
};

const MOST_THREADS = 4;

type Given = Pick<Denba, 'db' | 'figures' | 'lookAfterFigures'> & {
  readonly protocol: CompiledProtocol;
  readonly indicators: IndicatorSet;
  readonly now: () => Date;
};

export const loadDemonstrationDistrict = (
  { db, figures, lookAfterFigures, protocol, indicators, now }: Given,
  tell: (told: DistrictTold) => void,
): DistrictLoading => {
  let threads: readonly ReturnType<typeof districtThread>[] = [];
  let stopped = false;
  const endThreads = (): Promise<unknown> => Promise.all(threads.map(({ stop }) => stop()));
  const load = async (): Promise<void> => {
    if (await isDistrictLoaded(db, HOSPITAL)) return tell({ kind: 'there' });
    const began = now();
    const settings = districtUntil(began);
    // Entries name the pack that concluded, as those of phones do.
    const { id: pack } = await packOf(protocol as unknown as JsonValue);
    if (stopped) return;
    threads = Array.from({ length: Math.min(availableParallelism(), MOST_THREADS) }, () =>
      districtThread({ protocol: { ...protocol, pack }, settings, indicators }),
    );
    const makers = threads.map(({ maker }) => maker);
    const district = await makeDistrict(settings, makers, (share) => tell({ kind: 'making', share }));
    const loaded = await loadDistrict(db, district, now(), figures);
    await endThreads();
    await lookAfterFigures();
    if (loaded === null) return tell({ kind: 'there' });
    const own = loaded.filter(({ place }) => place !== HOSPITAL);
    tell({
      kind: 'loaded',
      families: own.reduce((sum, { families }) => sum + families, 0),
      entries: own.reduce((sum, { entries }) => sum + entries, 0),
      ms: now().getTime() - began.getTime(),
    });
  };
  const done = load()
    .catch((failure: unknown) => {
      if (!(failure instanceof ThreadStopped)) throw failure;
    })
    .finally(endThreads);
  return {
    done,
    stop: async () => {
      stopped = true;
      await endThreads();
      await done;
    },
  };
};
