/**
 * Makes centres one by one, in two steps: first what was recorded in each, then, once the hospital's log is known, its
 * feed. It keeps the result of the first step, so the second step of a centre must use the maker that did the first.
 */
import { countedFacts } from '@denba/indicators/facts/counted-facts';
import type { IndicatorSet } from '@denba/indicators/indicator';
import { followUpRules } from '@denba/protocols/care/follow-up/follow-up-rules';
import type { CompiledProtocol } from '@denba/protocols/compile/compiled-protocol';
import { foldFamilies } from '@denba/records/timeline/fold-families';
import type { Note } from '@denba/scenario/district/family-story';
import type { Received } from '@denba/scenario/district/phone-log';
import { simulateCentre } from '@denba/scenario/district/simulate-centre';
import { createVisitWriter } from '@denba/scenario/district/visit-writer';
import { foldForLists } from '@denba/server/fold-for-lists';
import { type CentreFeeds, type CloseMonths, centreFeeds } from './centre-feed.ts';
import { type Closing, closedMonths, countMonth } from './closed-months.ts';
import { centresOf, type DistrictSettings, monthsClosed } from './district-settings.ts';

export type DistrictMaker = {
  /** Returns what the hospital recorded about families of the centre that were referred to it. */
  readonly simulate: (place: string) => readonly Note[];
  /** `hospital`: those notes as entries of the hospital's log. Must be called only once for each place. */
  readonly feeds: (place: string, hospital: readonly Received[]) => CentreFeeds;
};

export const districtMaker = (
  protocol: CompiledProtocol,
  settings: DistrictSettings,
  indicators: IndicatorSet,
): DistrictMaker => {
  const writer = createVisitWriter(protocol);
  const rules = followUpRules(protocol);
  const fold = foldForLists(rules);
  const factsOf: Closing['factsOf'] = (entries) =>
    [...foldFamilies(entries).values()].flatMap((timeline) => countedFacts(timeline, rules));
  const count = countMonth(indicators);
  const months = monthsClosed(settings);
  const close: CloseMonths = (place, families) => closedMonths(families, { place, months, factsOf, count });
  const centres = new Map(centresOf(settings).map((centre) => [centre.place, centre]));
  const made = new Map<string, readonly Received[]>();
  return {
    simulate: (place) => {
      const centre = centres.get(place);
      if (centre === undefined) throw new RangeError(`the district has no centre ${place}`);
      const { received, hospital } = simulateCentre(centre, { ...settings, writer });
      made.set(place, received);
      return hospital;
    },
    feeds: (place, hospital) => {
      const received = made.get(place);
      if (received === undefined) throw new RangeError(`the centre ${place} was not simulated here`);
      made.delete(place);
      return centreFeeds(place, received, hospital, { fold, close });
    },
  };
};
