/** The alerts of a place: what needs somebody to act, and where. */
import type { Indicator } from '@denba/indicators/indicator';
import { changeOf } from '../figures/change.ts';
import type { FigureOf } from '../figures/figures-of.ts';
import type { PortalPlace } from '../place/place-tree.ts';
import { DEATHS, DEFAULTS, REFERRALS } from './headlines.ts';
import { type Contact, daysSince, type Silence, silenceOf } from './silence.ts';

export type AlertPlace = { readonly place: PortalPlace; readonly count: number };

export type Alert =
  /** `count` of each place: days since it last met the server, or last sent an entry. Longest first. */
  | { readonly kind: Silence['kind']; readonly where: readonly AlertPlace[] }
  /** `referrals`: children referred to hospital and not received in time. */
  | { readonly kind: 'referrals' | 'deaths'; readonly count: number; readonly where: readonly AlertPlace[] }
  /**
   * There are so few deaths in the period that somebody could be recognised; the number for the whole year is not that
   * small.
   */
  | { readonly kind: 'deathsFew'; readonly year: string; readonly count: number }
  | { readonly kind: 'defaulting'; readonly now: number; readonly before: number }
  | { readonly kind: 'unapproved'; readonly count: number };

type Given = {
  readonly place: PortalPlace;
  readonly inside: readonly PortalPlace[];
  readonly indicators: readonly Indicator[];
  readonly now: FigureOf;
  readonly before: FigureOf;
  /** The year in which the period ends, for a reader who does not see small numbers; `null`: not needed. */
  readonly year: { readonly name: string; readonly figures: FigureOf } | null;
  readonly contacts: readonly Contact[];
  readonly at: Date;
  readonly unapproved: number | null;
  /**
   * The centres and their figures, for a reader of the register. `null` for other readers: no place is named beside a
   * number, because the number of the last unnamed place would be the sum less the others.
   */
  readonly centres: { readonly places: readonly PortalPlace[]; readonly figures: FigureOf } | null;
};

export const alertsOf = (given: Given): readonly Alert[] => [
  ...deaths(given),
  ...referrals(given),
  ...silent(given, 'cutOff'),
  ...silent(given, 'idle'),
  ...defaulting(given),
  ...(given.unapproved === null || given.unapproved === 0
    ? []
    : [{ kind: 'unapproved' as const, count: given.unapproved }]),
];

const silent = ({ inside, contacts, at }: Given, kind: Silence['kind']): readonly Alert[] => {
  const known = new Map(inside.map((place) => [place.id, place]));
  const where = contacts
    .flatMap((contact) => {
      const place = known.get(contact.place);
      const silence = silenceOf(contact, at);
      return place === undefined || silence?.kind !== kind ? [] : [{ place, count: daysSince(silence.since, at) }];
    })
    .toSorted(mostFirst);
  return where.length === 0 ? [] : [{ kind, where }];
};

const deaths = ({ place, indicators, now, year, centres }: Given): readonly Alert[] => {
  const indicator = indicators.find(({ code }) => code === DEATHS);
  if (indicator === undefined) return [];
  const figure = now(indicator, place);
  if (figure.why === 'tooFew') {
    const whole = year === null ? null : year.figures(indicator, place);
    // An alert without a number would help nobody to act, so there is none.
    return whole === null || whole.numerator === 0
      ? []
      : [{ kind: 'deathsFew', year: year?.name ?? '', count: whole.numerator }];
  }
  if (figure.numerator === 0) return [];
  return [
    {
      kind: 'deaths',
      count: figure.numerator,
      where: countBy(centres, (figures, one) => figures(indicator, one).numerator),
    },
  ];
};

const referrals = ({ place, indicators, now, centres }: Given): readonly Alert[] => {
  const indicator = indicators.find(({ code }) => code === REFERRALS);
  if (indicator === undefined) return [];
  const missing = (figures: FigureOf, one: PortalPlace): number => {
    const { denominator, numerator, unknown, why } = figures(indicator, one);
    return why === null ? (denominator ?? 0) - unknown - numerator : 0;
  };
  const count = missing(now, place);
  return count === 0 ? [] : [{ kind: 'referrals', count, where: countBy(centres, missing) }];
};

const defaulting = ({ place, indicators, now, before }: Given): readonly Alert[] => {
  const indicator = indicators.find(({ code }) => code === DEFAULTS);
  if (indicator === undefined) return [];
  const [figure, earlier] = [now(indicator, place), before(indicator, place)];
  const change = changeOf(indicator, figure, earlier);
  if (change.kind !== 'up' || figure.value === null || earlier.value === null) return [];
  return [{ kind: 'defaulting', now: figure.value, before: earlier.value }];
};

const countBy = (
  centres: Given['centres'],
  count: (figures: FigureOf, place: PortalPlace) => number,
): readonly AlertPlace[] =>
  centres === null
    ? []
    : centres.places
        .map((place) => ({ place, count: count(centres.figures, place) }))
        .filter((one) => one.count > 0)
        .toSorted(mostFirst);

const mostFirst = (a: AlertPlace, b: AlertPlace): number => b.count - a.count;
