/**
 * The centres of the district, each with a character. Ordinary ones differ in size, distance and care; five are
 * special: one excellent, one that stopped sending seven weeks ago, one whose scale is read to the half kilogram, one
 * where displaced families arrive, and one that is far and short of staff.
 *
 * The shares are simulation settings, not evidence.
 */
import { addDays, addMonths, type LocalDate } from '@denba/quantities/local-date';
import { createRandom } from '../random.ts';
import { type Worker, workersOf } from './district-people.ts';
import { districtPlaces } from './district-places.ts';

export type CentreCharacter = 'ordinary' | 'excellent' | 'silent' | 'halfKilograms' | 'displaced' | 'far';

export type DistrictCentre = {
  readonly place: string;
  readonly name: string;
  readonly character: CentreCharacter;
  /** Number of families over three years, without the displaced families who arrive. */
  readonly families: number;
  /** Walking time of a typical family, in minutes. */
  readonly minutes: number;
  readonly phones: readonly string[];
  readonly workers: readonly [Worker, ...Worker[]];
  /** The day since which infants are screened here. */
  readonly beganOn: LocalDate;
  /**
   * Shares (0 to 1) of infants screened, of positive screens assessed, of agreed visits kept, and of absences traced.
   */
  readonly screened: number;
  readonly assessed: number;
  readonly kept: number;
  readonly traced: number;
  readonly bornAtHome: number;
  /** Share of the questions in `oftenForgotten` that are left out. */
  readonly forgotten: number;
  /** The step in grams to which weights are usually read. */
  readonly readTo: number;
  /** The largest number of days between two meetings of a phone with the server. */
  readonly sendsEvery: number;
  /** The last day on which its phones sent entries; `null`: they still send. */
  readonly sentUntil: LocalDate | null;
  readonly arrivals: { readonly from: LocalDate; readonly families: number } | null;
};

export const YEARS = 3;
const SILENT_DAYS = 49;

const characters: Readonly<Record<string, CentreCharacter>> = {
  'demo-dialakoroba': 'excellent',
  'demo-bancoumana': 'silent',
  'demo-mountougoula': 'halfKilograms',
  'demo-niamana': 'displaced',
  'demo-nioumamakana': 'far',
};

/** `size` scales the number of families: 1 is the whole district, less is for tests. */
export const districtCentres = (seed: string, lastDay: LocalDate, size = 1): readonly DistrictCentre[] =>
  districtPlaces
    .filter(({ kind }) => kind === 'health_centre')
    .map(({ id, name }) => centreOf(seed, lastDay, size, id, name));

const centreOf = (seed: string, lastDay: LocalDate, size: number, place: string, name: string): DistrictCentre => {
  const random = createRandom(`${seed}/${place}`);
  const between = (low: number, high: number): number => low + (high - low) * random.next();
  const character = characters[place] ?? 'ordinary';
  const large = random.chance(0.35);
  const families = Math.max(4, Math.round((large ? between(95, 125) : between(50, 90)) * size));
  const began = addMonths(lastDay, -12 * YEARS);
  return {
    ...{ place, name, character, families },
    minutes: Math.round(between(15, 70)),
    phones: [`${place}-telephone-1`, ...(large ? [`${place}-telephone-2`] : [])],
    workers: workersOf(random, large ? 4 : 3),
    beganOn: addDays(began, random.whole(200)),
    screened: between(0.62, 0.88),
    assessed: between(0.55, 0.85),
    kept: between(0.68, 0.86),
    traced: between(0.35, 0.7),
    bornAtHome: between(0.12, 0.35),
    forgotten: between(0.003, 0.02),
    readTo: random.chance(0.5) ? 10 : 20,
    sendsEvery: 2 + random.whole(9),
    sentUntil: null,
    arrivals: null,
    ...settingsOf[character](began, lastDay, size),
  };
};

const settingsOf: Readonly<
  Record<CentreCharacter, (began: LocalDate, lastDay: LocalDate, size: number) => Partial<DistrictCentre>>
> = {
  ordinary: () => ({}),
  excellent: (began) => ({
    ...{ beganOn: began, screened: 0.97, assessed: 0.96, kept: 0.96, traced: 0.95, forgotten: 0.001 },
    ...{ bornAtHome: 0.06, readTo: 10, sendsEvery: 1 },
  }),
  silent: (_began, lastDay) => ({ sentUntil: addDays(lastDay, -SILENT_DAYS), sendsEvery: 3 }),
  halfKilograms: () => ({ readTo: 500 }),
  displaced: (_began, lastDay, size) => ({
    arrivals: { from: addMonths(lastDay, -14), families: Math.max(4, Math.round(45 * size)) },
  }),
  far: () => ({
    minutes: 150,
    screened: 0.45,
    assessed: 0.5,
    kept: 0.55,
    traced: 0.25,
    bornAtHome: 0.55,
    sendsEvery: 21,
  }),
};

/**
 * The population of a centre's area in a year: one tenth of a realistic one, because the number of families is one
 * tenth too, so that coverage has a realistic size.
 */
export const populationOf = ({ families, arrivals }: DistrictCentre, year: number, lastDay: LocalDate): number => {
  const grown = 1.03 ** (year - Number(lastDay.slice(0, 4)));
  const came = arrivals !== null && year >= Number(arrivals.from.slice(0, 4)) ? arrivals.families * 6 : 0;
  return Math.round(families * 9.5 * grown) + came;
};
