/** What a reader without the register may see of an indicator, for which places and periods. Decision 0023. */
import type { Figure } from '@denba/indicators/figure/figure';
import { readCounts } from '../counts/read-counts.ts';
import { alignmentOf, type Period } from '../period/period.ts';
import type { PortalPlace } from '../place/place-tree.ts';
import { readPlacesBelow } from '../place/read-places.ts';
import type { PortalSite } from '../portal-site.ts';
import { mayReadRegister, type PortalReader } from '../reader.ts';
import { guardCells } from './guard-cells.ts';
import { hidden } from './hide-derivable.ts';
import { hiddenPlaces } from './hide-small.ts';
import { placesThatDecide } from './places-that-decide.ts';

/** Returns the figure, or a hidden one when the reader may not see it. */
export type Guard = (figure: Figure, place: PortalPlace, period: Period) => Figure;

type Asked = {
  readonly codes: readonly string[];
  /** Covers all periods that can be asked for. */
  readonly span: Period;
  /** The places whose figures can be asked for. Asking for another one throws, because its siblings were not read. */
  readonly shown: readonly PortalPlace[];
  /** The strata of this dimension, which are all hidden or all shown; `null`: the indicator without strata. */
  readonly dimension: string | null;
};

export const readGuard = async (
  { db, indicators }: Pick<PortalSite, 'db' | 'indicators'>,
  reader: PortalReader,
  { codes, span, shown, dimension }: Asked,
): Promise<Guard> => {
  if (shown.every(({ path }) => mayReadRegister(reader, path))) return (figure) => figure;
  const all = await readPlacesBelow(db, reader.figures);
  const { places, highest } = placesThatDecide(all, shown);
  const tree = places.map((place) => ({ ...place, known: mayReadRegister(reader, place.path) }));
  const guarded = indicators.indicators.filter(({ code }) => codes.includes(code));
  const years = { from: `${span.from.slice(0, 4)}-01`, to: `${span.to.slice(0, 4)}-12` };
  const read = (names: readonly string[], from: string | null) =>
    readCounts(db, {
      places: places.map(({ id }) => id),
      indicators: names,
      from,
      to: years.to,
      byMonth: true,
      strata: dimension === null ? 'together' : { dimension },
    });
  const isStock = (code: string): boolean => guarded.some((one) => one.code === code && one.kind === 'stock');
  const counts = [
    ...(await read(
      guarded.map(({ code }) => code).filter((code) => !isStock(code)),
      years.from,
    )),
    ...(await read(
      guarded.map(({ code }) => code).filter((code) => isStock(code)),
      null,
    )),
  ];
  const decided = new Set(places.map(({ id }) => id));
  const known = new Map<string, ReturnType<typeof hiddenPlaces>>();
  const hiddenIn = (code: string, year: string): ReturnType<typeof hiddenPlaces> | null => {
    const indicator = guarded.find((one) => one.code === code);
    if (indicator === undefined) return null;
    const made =
      known.get(`${code} ${year}`) ??
      hiddenPlaces(
        tree,
        highest,
        guardCells(
          indicator,
          counts.filter((count) => count.indicator === code && (isStock(code) || count.month.startsWith(year))),
          year,
        ),
      );
    known.set(`${code} ${year}`, made);
    return made;
  };
  return (figure, place, period) => {
    const { why } = figure;
    if (why === 'tooFew' || why === 'restricted' || why === 'notYetFed') return figure;
    // A zero is hidden too: of two hidden places, it would tell the number of the other.
    if (mayReadRegister(reader, place.path)) return figure;
    // Only the last month of a stock is shown.
    const of = isStock(figure.indicator) ? { from: period.to, to: period.to } : period;
    const level = alignmentOf(of);
    if (!decided.has(place.id)) throw new Error(`what is beside ${place.id} was not read`);
    const isHidden =
      level === null || yearsOf(of).some((year) => hiddenIn(figure.indicator, year)?.[level].has(place.id) !== false);
    return isHidden ? hidden(figure) : figure;
  };
};

const yearsOf = ({ from, to }: Period): readonly string[] =>
  Array.from({ length: Number(to.slice(0, 4)) - Number(from.slice(0, 4)) + 1 }, (_, at) =>
    String(Number(from.slice(0, 4)) + at),
  );
