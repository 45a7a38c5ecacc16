/** What the server stores of each family: the row and the facts, made by the same code as on the phone. */
import { countedFacts } from '@denba/indicators/facts/counted-facts';
import type { CareRules } from '@denba/protocols/care/follow-up/follow-up-rules';
import { careRow } from '@denba/protocols/care/lists/care-row';
import type { JsonValue } from '@denba/records/canonical-json';
import { foldFamilies } from '@denba/records/timeline/fold-families';
import type { Fold } from '@denba/sync/receiving/fold-families';

export const foldForLists =
  (rules: CareRules): Fold =>
  (entries) =>
    new Map(
      [...foldFamilies(entries)].map(([family, timeline]) => [
        family,
        {
          families: timeline.families,
          summary: careRow(timeline, rules) as unknown as JsonValue,
          facts: countedFacts(timeline, rules) as unknown as JsonValue,
        },
      ]),
    );
