/** The figures of an indicator as rows of a sheet, the same rows for every file format. */
import type { Figure } from '@denba/indicators/figure/figure';
import type { IndicatorSet } from '@denba/indicators/indicator';
import { cameSince } from '../closed/closed-figure.ts';
import type { IndicatorFigures } from '../indicator/indicator-figures.ts';
import { sayCode } from '../indicator/parts-section.ts';
import type { OpenPlace } from '../place/open-place.ts';
import type { PortalVisit } from '../portal-visit.ts';
import { sayMonth, sayPeriod } from '../words/months.ts';
import { sayDay } from '../words/say-day.ts';
import { sayWhy } from '../words/say-figure.ts';

export type Cell = string | number | null;

/** The first row holds the column headings. Numbers are numbers, not text; what is not known is an empty cell. */
export const exportTable = (
  visit: PortalVisit,
  { place, period, mayReadRegister }: OpenPlace,
  { indicator, figure, months, compared, strata }: IndicatorFigures,
  labels: IndicatorSet['labels'],
): readonly (readonly Cell[])[] => {
  const { t, text } = visit;
  const whole = sayPeriod(visit, period);
  const all = t('table.together');
  const isSpread = indicator.kind === 'spread';
  // As on the page: a mean or a median has no numerator, because all its values count alike.
  const hasNumerator = indicator.kind !== 'mean' && indicator.kind !== 'median';
  const row = (where: string, when: string, part: string, one: Figure): readonly Cell[] => [
    ...[indicator.code, where, when, part],
    ...(one.why !== null && one.value === null && one.parts.length === 0
      ? [null, null, null, null, null, null, sayWhy(visit, one)]
      : [
          ...[one.value, hasNumerator ? one.numerator : null, knownOf(one), one.unknown],
          ...[one.interval?.low ?? null, one.interval?.high ?? null, null],
        ]),
  ];
  /** The row of a figure, followed by a row for each part of a spread. */
  const rows = (where: string, when: string, part: string, one: Figure): readonly (readonly Cell[])[] => [
    row(where, when, part, one),
    ...one.parts.map(({ code, count, share }): readonly Cell[] => {
      const name = sayCode(visit, labels, indicator.value, code);
      const said = part === all ? name : `${part}, ${name}`;
      return [indicator.code, where, when, said, share, count, one.denominator, null, null, null, null];
    }),
  ];
  // The months and places of a spread are shown only to readers of the register.
  const apart = isSpread && !mayReadRegister ? { months: [], places: [] } : { months, places: compared.places };
  return [
    [
      ...[t('definition.code'), t('table.place'), t('table.period'), t('table.part'), t('table.value')],
      ...[t('table.numerator'), t('table.denominator'), t('table.unknown'), t('table.low'), t('table.high')],
      t('table.note'),
    ],
    ...rows(place.name, whole, all, figure),
    ...apart.places.flatMap((one) => rows(one.place.name, whole, all, one.figure)),
    ...apart.months.flatMap(({ month, figure: one, closed }) => [
      ...rows(place.name, sayMonth(visit, month), all, one),
      ...(closed === null || isSpread || cameSince(indicator, closed, one) === null
        ? []
        : [row(place.name, sayMonth(visit, month), t('closed.as', { day: sayDay(visit, closed.on) }), closed.figure)]),
    ]),
    ...strata.flatMap(({ dimension, strata: parts }) =>
      parts.flatMap(({ label, figure: one }) =>
        rows(place.name, whole, `${text(dimension.label)}${t('changed.colon')} ${text(label)}`, one),
      ),
    ),
  ];
};

/** The cases in which the answer is known, of which a share is made; the unknown ones have a column of their own. */
const knownOf = ({ denominator, unknown }: Figure): number | null =>
  denominator === null ? null : denominator - unknown;
