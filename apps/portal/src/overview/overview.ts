/** The plain data of the first page of a place, made from sums. */
import type { Figure } from '@denba/indicators/figure/figure';
import type { Indicator } from '@denba/indicators/indicator';
import { type Change, changeOf } from '../figures/change.ts';
import type { FigureOf } from '../figures/figures-of.ts';
import { hideDerivable } from '../figures/hide-derivable.ts';
import type { OpenPlace } from '../place/open-place.ts';
import type { PortalPlace } from '../place/place-tree.ts';
import { headlines, type Question } from './headlines.ts';

export type Headline = {
  readonly indicator: Indicator;
  readonly figure: Figure;
  readonly before: Figure;
  readonly change: Change;
  /** The place and those of the same kind beside it; empty when there is none to compare with. */
  readonly peers: readonly { readonly place: PortalPlace; readonly figure: Figure }[];
  /** The figure of the parent, with all that lies in it. */
  readonly together: Figure | null;
  /** When the figure changed: the place below that changed most in the same direction; `null`: none stands out. */
  readonly where: Moved | null;
};

export type Moved = { readonly place: PortalPlace; readonly now: Figure; readonly before: Figure };

export type Overview = readonly { readonly question: Question; readonly headlines: readonly Headline[] }[];

type Given = {
  readonly indicators: readonly Indicator[];
  readonly now: FigureOf;
  readonly before: FigureOf;
  /** The period is not over. */
  readonly isUnderWay: boolean;
};

export const overviewOf = (
  { place, peers, parent, children }: Pick<OpenPlace, 'place' | 'peers' | 'parent' | 'children'>,
  { indicators, now, before, isUnderWay }: Given,
): Overview =>
  headlines.map(({ question, codes }) => ({
    question,
    headlines: codes.flatMap((code): readonly Headline[] => {
      const indicator = indicators.find((one) => one.code === code);
      if (indicator === undefined) return [];
      const figures = [now(indicator, place), before(indicator, place)] as const;
      const change = changeOf(indicator, ...figures, isUnderWay);
      const beside = peers.length < 2 ? [] : hideDerivable(peers.map((peer) => now(indicator, peer)));
      return [
        {
          indicator,
          figure: figures[0],
          before: figures[1],
          change,
          peers: peers.flatMap((peer, at) => {
            const figure = beside[at];
            return figure === undefined ? [] : [{ place: peer, figure }];
          }),
          together: parent === null || peers.length < 2 ? null : now(indicator, parent),
          where: whereMoved(indicator, change, children, now, before),
        },
      ];
    }),
  }));

/** The place below whose figure changed in the same direction and is furthest beyond chance. */
const whereMoved = (
  indicator: Indicator,
  change: Change,
  children: readonly PortalPlace[],
  now: FigureOf,
  before: FigureOf,
): Moved | null => {
  if (change.kind !== 'up' && change.kind !== 'down') return null;
  const moved = children.flatMap((place) => {
    const figures = { now: now(indicator, place), before: before(indicator, place) };
    const own = changeOf(indicator, figures.now, figures.before);
    return own.kind === change.kind ? [{ place, ...figures, beyond: Math.abs(own.beyond) }] : [];
  });
  const [most] = moved.toSorted((a, b) => b.beyond - a.beyond);
  return most === undefined ? null : { place: most.place, now: most.now, before: most.before };
};
