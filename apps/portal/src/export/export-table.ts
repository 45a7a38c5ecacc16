/** The figures of an indicator as rows of a sheet: the same rows whatever the file is. */
import type { Figure } from '@denba/indicators/figure/figure';
import { cameSince } from '../closed/closed-figure.ts';
import type { IndicatorFigures } from '../indicator/indicator-figures.ts';
import type { OpenPlace } from '../place/open-place.ts';
import type { PortalVisit } from '../portal-visit.ts';
import { sayMonth, sayPeriod } from '../words/months.ts';
import { sayDay } from '../words/say-day.ts';
import { sayWhy } from '../words/say-figure.ts';

export type Cell = string | number | null;

/** The first row names the columns. A number is a number, not a text; what is not known is empty. */
export const exportTable = (
  visit: PortalVisit,
  { place, period }: OpenPlace,
  { indicator, figure, months, compared, strata }: IndicatorFigures,
): readonly (readonly Cell[])[] => {
  const { t, text } = visit;
  const whole = sayPeriod(visit, period);
  const all = t('table.together');
  const row = (where: string, when: string, part: string, one: Figure): readonly Cell[] => [
    ...[indicator.code, where, when, part],
    ...(one.why !== null && one.value === null && one.parts.length === 0
      ? [null, null, null, null, null, null, sayWhy(visit, one)]
      : [
          ...[one.value, one.numerator, one.denominator, one.unknown],
          ...[one.interval?.low ?? null, one.interval?.high ?? null, null],
        ]),
  ];
  return [
    [
      ...[t('definition.code'), t('table.place'), t('table.period'), t('table.part'), t('table.value')],
      ...[t('table.numerator'), t('table.denominator'), t('table.unknown'), t('table.low'), t('table.high')],
      t('table.note'),
    ],
    row(place.name, whole, all, figure),
    ...figure.parts.map(({ code, count, share }): readonly Cell[] => [
      ...[indicator.code, place.name, whole, code, share, count, figure.denominator, null, null, null, null],
    ]),
    ...(indicator.kind === 'spread' ? [] : compared.places.map((one) => row(one.place.name, whole, all, one.figure))),
    ...(indicator.kind === 'spread'
      ? []
      : months.flatMap(({ month, figure: one, closed }) => [
          row(place.name, sayMonth(visit, month), all, one),
          ...(closed === null || cameSince(indicator, closed, one) === null
            ? []
            : [
                row(
                  place.name,
                  sayMonth(visit, month),
                  t('closed.as', { day: sayDay(visit, closed.on) }),
                  closed.figure,
                ),
              ]),
        ])),
    ...strata.flatMap(({ dimension, strata: parts }) =>
      parts.map(({ label, figure: one }) => row(place.name, whole, `${text(dimension.label)}: ${text(label)}`, one)),
    ),
  ];
};
