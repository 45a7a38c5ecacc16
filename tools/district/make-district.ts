/**
 * Makes a whole district with its makers, which may run in threads of their own. The log of the hospital joins their
 * centres.
 */
import { HOSPITAL } from '@denba/scenario/district/district-places';
import { hospitalLog } from '@denba/scenario/district/hospital-log';
import type { DistrictLoad, LoadedFeed } from '@denba/server/demonstration/district-load';
import { type CentreFeeds, hospitalFeed } from './centre-feed.ts';
import type { DistrictMaker } from './district-maker.ts';
import { centresOf, type DistrictSettings, firstDay, phonesOf, placesOf } from './district-settings.ts';

/** A maker that answers asynchronously. */
export type LaterMaker = {
  readonly [Step in keyof DistrictMaker]: (
    ...given: Parameters<DistrictMaker[Step]>
  ) => Promise<ReturnType<DistrictMaker[Step]>>;
};

/**
 * Resolves when every centre is simulated. The feeds are made while they are read, so that the first ones can be written
 * meanwhile. `progress` receives the share of the work that is done, 0 to 1.
 */
export const makeDistrict = async (
  settings: DistrictSettings,
  makers: readonly LaterMaker[],
  progress: (share: number) => void = () => {},
): Promise<DistrictLoad> => {
  const places = centresOf(settings).map(({ place }) => place);
  const waiting = [...places];
  const makerOf = new Map<string, LaterMaker>();
  let done = 0;
  const simulated = await Promise.all(
    makers.map(async (maker) => {
      const notes = [];
      for (let place = waiting.shift(); place !== undefined; place = waiting.shift()) {
        makerOf.set(place, maker);
        notes.push(...(await maker.simulate(place)));
        done += 1;
        progress((SIMULATING * done) / places.length);
      }
      return notes;
    }),
  );
  const log = hospitalLog(simulated.flat(), firstDay(settings), settings.lastDay);
  const feedsOf = async (place: string): Promise<CentreFeeds> => {
    const about = log.filter(({ entry }) => entry.family.startsWith(`${place}-`));
    const feeds = await makerOf.get(place)?.feeds(place, about);
    if (feeds === undefined) throw new RangeError(`nobody made ${place}`);
    return feeds;
  };
  const feeds = async function* (): AsyncGenerator<LoadedFeed> {
    const making = places.map(feedsOf);
    // The reader meets the first failure; those behind it have no reader.
    for (const one of making) one.catch(() => {});
    const shares: LoadedFeed[] = [];
    for (const one of making) {
      const { own, atHospital } = await one;
      shares.push(atHospital);
      yield own;
      progress(SIMULATING + ((1 - SIMULATING) * shares.length) / places.length);
    }
    yield hospitalFeed(shares, log);
  };
  return { places: placesOf(settings), phones: phonesOf(settings), last: HOSPITAL, feeds: feeds() };
};

/** Share of the whole work that simulating the centres takes; the rest is folding, counting and writing. */
const SIMULATING = 0.7;

export const inThisThread = (maker: DistrictMaker): LaterMaker => ({
  simulate: (place) => Promise.resolve(maker.simulate(place)),
  feeds: (place, hospital) => Promise.resolve(maker.feeds(place, hospital)),
});
