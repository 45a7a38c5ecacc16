/**
 * Makes a whole district with its makers, which may run in threads of their own. The log of the hospital joins their
 * centres.
 */
import { hospitalLog } from '@denba/scenario/district/hospital-log';
import type { DistrictLoad } from '@denba/server/demonstration/district-load';
import { hospitalFeed } from './centre-feed.ts';
import type { DistrictMaker } from './district-maker.ts';
import { centresOf, type DistrictSettings, firstDay, phonesOf, placesOf } from './district-settings.ts';

/** A maker that answers asynchronously. */
export type LaterMaker = {
  readonly [Step in keyof DistrictMaker]: (
    ...given: Parameters<DistrictMaker[Step]>
  ) => Promise<ReturnType<DistrictMaker[Step]>>;
};

/** `progress` receives the share of the work that is done, 0 to 1. */
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
  done = 0;
  const feeds = await Promise.all(
    places.map(async (place) => {
      const about = log.filter(({ entry }) => entry.family.startsWith(`${place}-`));
      const made = await makerOf.get(place)?.feeds(place, about);
      if (made === undefined) throw new RangeError(`nobody made ${place}`);
      done += 1;
      progress(SIMULATING + ((1 - SIMULATING) * done) / places.length);
      return made;
    }),
  );
  return {
    places: placesOf(settings),
    phones: phonesOf(settings),
    feeds: [
      ...feeds.map(({ own }) => own),
      hospitalFeed(
        feeds.map(({ atHospital }) => atHospital),
        log,
      ),
    ],
  };
};

/** Share of the whole work that simulating the centres takes. */
const SIMULATING = 0.8;

export const inThisThread = (maker: DistrictMaker): LaterMaker => ({
  simulate: (place) => Promise.resolve(maker.simulate(place)),
  feeds: (place, hospital) => Promise.resolve(maker.feeds(place, hospital)),
});
