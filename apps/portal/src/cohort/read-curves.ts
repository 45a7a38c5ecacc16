/**
 * The time to exit of the groups of a breakdown. A reader without the register sees all groups of a breakdown or none
 * (decision 0023): the numbers of children enrolled and of children who left are protected over the whole tree of
 * places, like a breakdown on the page of an indicator.
 */
import { makeFigure } from '@denba/indicators/figure/make-figure';
import type { Dimension, Indicator } from '@denba/indicators/indicator';
import type { Text } from '@denba/quantities/text';
import type { Counted } from '../counts/counted.ts';
import { readCounts } from '../counts/read-counts.ts';
import { readGuard } from '../figures/read-guard.ts';
import { valuesOf } from '../indicator/indicator-figures.ts';
import type { OpenPlace } from '../place/open-place.ts';
import type { PortalSite } from '../portal-site.ts';
import type { PortalVisit } from '../portal-visit.ts';
import { COHORT } from './cohort.ts';

export type CurveGroup = {
  readonly label: Text;
  readonly enrolled: number;
  readonly exits: number;
  /** Counts by month of enrolment. */
  readonly status: readonly Counted[];
  readonly left: readonly Counted[];
};

/**
 * The dimensions by which both indicators are broken down: what became of the enrolled children, and when they left.
 */
export const curveDimensions = ({ indicators }: PortalSite): readonly Dimension[] => {
  const by = (code: string): readonly string[] => indicators.indicators.find((one) => one.code === code)?.by ?? [];
  return indicators.dimensions.filter(({ name }) => by(COHORT.status).includes(name) && by(COHORT.left).includes(name));
};

/**
 * The groups in which somebody was enrolled. Returns `null` when small numbers, here or in a place beside it, must stay
 * hidden.
 */
export const readCurveGroups = async (
  site: PortalSite,
  { reader }: PortalVisit,
  open: OpenPlace,
  dimension: Dimension,
): Promise<readonly CurveGroup[] | null> => {
  const { place, period } = open;
  const codes: readonly string[] = [COHORT.status, COHORT.left];
  const counts = await readCounts(site.db, {
    places: [place.id],
    from: period.from,
    to: period.to,
    indicators: codes,
    byMonth: true,
    strata: { dimension: dimension.name },
  });
  const counted = site.indicators.indicators.filter(({ code }) => codes.includes(code)).map(everybodyIn);
  const guard = await readGuard({ db: site.db, indicators: { ...site.indicators, indicators: counted } }, reader, {
    codes,
    span: period,
    shown: [place],
    dimension: dimension.name,
  });
  const isHidden = counted.some(
    (one) => guard(makeFigure(one, [], { mayReadRegister: true }), place, period).why === 'tooFew',
  );
  if (isHidden) return null;
  return valuesOf(dimension).flatMap(({ value, label }) => {
    const mine = counts.filter(({ stratum }) => stratum === `${dimension.name}=${value}`);
    const [status, left] = codes.map((code) => mine.filter(({ indicator }) => indicator === code));
    if (status === undefined || left === undefined) return [];
    const enrolled = sumOf(status);
    return enrolled === 0 ? [] : [{ label, enrolled, exits: sumOf(left), status, left }];
  });
};

/**
 * The guard treats the indicator as a median: a curve shows how many children there are, not how they are spread over
 * the codes.
 */
const everybodyIn = (indicator: Indicator): Indicator => ({ ...indicator, kind: 'median' });

const sumOf = (counts: readonly Counted[]): number => counts.reduce((sum, { denominator }) => sum + denominator, 0);
