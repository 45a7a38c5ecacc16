/**
 * Which district is made. The seed is fixed, so that everybody who starts Denba on the same day sees the same figures.
 */
import { addDays, addMonths, type LocalDate, localDate } from '@denba/quantities/local-date';
import { type DistrictCentre, districtCentres, populationOf, YEARS } from '@denba/scenario/district/district-centre';
import { districtPlaces, HOSPITAL } from '@denba/scenario/district/district-places';
import { HOSPITAL_PHONE } from '@denba/scenario/district/family-means';
import type { LoadedPhone, LoadedPlace } from '@denba/server/demonstration/district-load';
import { monthsToClose } from '@denba/server/figures/months-to-close';

export type DistrictSettings = {
  readonly seed: string;
  /** The last day on which anything is recorded. */
  readonly lastDay: LocalDate;
  /** 1: the whole district; less for tests. */
  readonly size: number;
};

/** The district up to yesterday (UTC), so that nothing in it is in the future, whatever the hour. */
export const districtUntil = (now: Date): DistrictSettings => ({
  seed: 'koulikoro',
  size: 1,
  lastDay: addDays(localDate(now.toISOString().slice(0, 10)), -1),
});

export const firstDay = ({ lastDay }: DistrictSettings): LocalDate => addMonths(lastDay, -12 * YEARS);

/** The months whose closing day is past at the end of the last day. */
export const monthsClosed = (settings: DistrictSettings): readonly string[] =>
  monthsToClose({ joined: joinedAt(settings), closed: null }, new Date(`${addDays(settings.lastDay, 1)}T00:00:00Z`));

const joinedAt = (settings: DistrictSettings): Date => new Date(`${firstDay(settings)}T08:00:00Z`);

export const centresOf = ({ seed, lastDay, size }: DistrictSettings): readonly DistrictCentre[] =>
  districtCentres(seed, lastDay, size);

/** The places with their population in each simulated year. */
export const placesOf = (settings: DistrictSettings): readonly LoadedPlace[] => {
  const { lastDay } = settings;
  const centres = new Map(centresOf(settings).map((centre) => [centre.place, centre]));
  const last = Number(lastDay.slice(0, 4));
  const years = Array.from({ length: YEARS + 1 }, (_, back) => last - YEARS + back);
  const peopleIn = (id: string): Readonly<Record<number, number>> => {
    const centre = centres.get(id);
    return centre === undefined
      ? {}
      : Object.fromEntries(years.map((year) => [year, populationOf(centre, year, lastDay)]));
  };
  return districtPlaces.map((place) => ({ ...place, population: peopleIn(place.id) }));
};

export const phonesOf = (settings: DistrictSettings): readonly LoadedPhone[] => {
  const { lastDay } = settings;
  const joined = joinedAt(settings);
  const seenOn = (day: LocalDate): Date => new Date(`${day}T18:00:00Z`);
  return [
    ...centresOf(settings).flatMap(({ place, phones, sentUntil }) =>
      phones.map((id, index) => ({
        id,
        place,
        joinedAt: joined,
        name: `Téléphone ${index + 1} (simulé)`,
        lastSeenAt: seenOn(sentUntil ?? lastDay),
      })),
    ),
    {
      id: HOSPITAL_PHONE,
      place: HOSPITAL,
      name: 'Téléphone 1 (simulé)',
      joinedAt: joined,
      lastSeenAt: seenOn(lastDay),
    },
  ];
};
