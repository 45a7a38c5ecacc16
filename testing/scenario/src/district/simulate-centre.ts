/**
 * Everything that was recorded about the families of one centre, in the logs of its phones and as notes of the
 * hospital, and when each entry reached the server. Entries that a phone has not sent yet are not included.
 */
import { addDays, addMonths, daysBetween, type LocalDate } from '@denba/quantities/local-date';
import { facilityId, familyId } from '@denba/records/ids';
import { createRandom, type Random } from '../random.ts';
import { type DistrictCentre, YEARS } from './district-centre.ts';
import { HOSPITAL } from './district-places.ts';
import { duplicated } from './duplicated-family.ts';
import type { Note } from './family-story.ts';
import { chain, type Received } from './phone-log.ts';
import { hardSeason } from './season.ts';
import { type FamilyPlan, simulateFamily } from './simulate-family.ts';
import type { VisitWriter } from './visit-writer.ts';

export type SimulatedCentre = {
  readonly place: string;
  /** In the order in which the server received them. */
  readonly received: readonly Received[];
  /**
   * What the hospital recorded about families of the centre. These notes get their place in the hospital's log once all
   * centres are simulated.
   */
  readonly hospital: readonly Note[];
};

export type DistrictMeans = { readonly seed: string; readonly lastDay: LocalDate; readonly writer: VisitWriter };

export const simulateCentre = (centre: DistrictCentre, { seed, lastDay, writer }: DistrictMeans): SimulatedCentre => {
  const random = createRandom(`${seed}/${centre.place}/families`);
  const notes: Note[] = [];
  for (const plan of plansOf(random, centre, lastDay)) {
    const own = random.fork(plan.id);
    const told = simulateFamily(own, centre, plan, { writer, lastDay });
    notes.push(...told, ...duplicated(own.fork('again'), centre, told, lastDay));
  }
  const hospital = notes.filter(({ facility }) => facility === facilityId(HOSPITAL));
  const received = centre.phones.flatMap((phone) => {
    const own = notes.filter((note) => note.phone === phone && note.facility !== facilityId(HOSPITAL));
    return chain(phone, own, meetings(random.fork(`${phone} sends`), centre, lastDay));
  });
  return { place: centre.place, hospital, received: received.sort((a, b) => a.receivedMs - b.receivedMs) };
};

/**
 * Births of the usual families are spread over the years. Displaced families arrive within ten weeks, with infants of
 * up to five months.
 */
const plansOf = (random: Random, centre: DistrictCentre, lastDay: LocalDate): readonly FamilyPlan[] => {
  const first = addMonths(lastDay, -12 * YEARS);
  const days = daysBetween(first, lastDay);
  const { families, arrivals, place } = centre;
  const plan = (number: number, bornOn: LocalDate, displacedOn: LocalDate | null): FamilyPlan => ({
    ...{ id: familyId(`${place}-${String(number).padStart(3, '0')}`), number, bornOn, displacedOn },
  });
  const usual = Array.from({ length: families }, (_, index) => plan(index + 1, bornDay(random, first, days), null));
  const fled = Array.from({ length: arrivals?.families ?? 0 }, (_, index) => {
    const arrivedOn = addDays(arrivals?.from ?? lastDay, random.whole(70));
    return plan(families + index + 1, addDays(arrivedOn, 20 - random.whole(160)), arrivedOn);
  });
  return [...usual, ...fled];
};

/** Somewhat more infants are born in the hard season. */
const bornDay = (random: Random, first: LocalDate, days: number): LocalDate => {
  const day = addDays(first, random.whole(days));
  return random.chance(0.25) && hardSeason(day) < 0.3 ? addDays(first, random.whole(days)) : day;
};

/** The times at which a phone meets the server, in the evening. */
const meetings = (random: Random, { sendsEvery, sentUntil }: DistrictCentre, lastDay: LocalDate): readonly number[] => {
  const until = sentUntil ?? lastDay;
  const first = addMonths(lastDay, -12 * YEARS - 2);
  const moments: number[] = [];
  for (let day = first; day < until; day = addDays(day, 1 + random.whole(sendsEvery))) {
    moments.push(evening(day) + random.whole(40) * 60_000);
  }
  return [...moments, evening(until) + 45 * 60_000];
};

const evening = (day: LocalDate): number => daysBetween(EPOCH, day) * 86_400_000 + 17 * 3_600_000;
const EPOCH = '1970-01-01' as LocalDate;
