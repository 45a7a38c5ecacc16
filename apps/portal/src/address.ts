/** Addresses of the portal. They name places, indicators and months, never a family. */
import { type Period, writePeriod } from './period/period.ts';

const ROOT = '/portal';

export type PlacePage =
  | ''
  | 'indicators'
  | 'centre'
  | 'cohort'
  | 'missing'
  | 'growth'
  | 'quality'
  | 'doubles'
  | 'report'
  | 'protocol';

export const placeAddress = (place: string, period: Period, page: PlacePage = ''): string =>
  `${ROOT}/places/${encodeURIComponent(place)}${page === '' ? '' : `/${page}`}?${periodQuery(period)}`;

export const indicatorAddress = (place: string, indicator: string, period: Period, more = ''): string =>
  `${ROOT}/places/${encodeURIComponent(place)}/indicators/${encodeURIComponent(indicator)}${more}?${periodQuery(period)}`;

const periodQuery = (period: Period): string => `period=${writePeriod(period)}`;
