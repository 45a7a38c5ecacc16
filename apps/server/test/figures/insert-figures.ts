/** Stores families as the server does, and adds up their figures, as when entries arrive. */

import { addCounts } from '@denba/indicators/count/count';
import { countFacts } from '@denba/indicators/count/count-facts';
import { countedFacts } from '@denba/indicators/facts/counted-facts';
import { followUpRules } from '@denba/protocols/care/follow-up/follow-up-rules';
import { careRow } from '@denba/protocols/care/lists/care-row';
import type { LocalDate } from '@denba/quantities/local-date';
import { foldTimeline } from '@denba/records/timeline/fold-timeline';
import type { FamilyLife } from '@denba/scenario/family-life';
import { addToFigures } from '@denba/sync-server/figures/write-figures';
import type { Kysely } from 'kysely';
import { shippedIndicators } from '../../../../testing/indicators/read-shipped-indicators.ts';
import { compiledMami } from '../../../../testing/protocols/test/compiled-mami.ts';
import type { Tables } from '../../src/database/tables.ts';

export const protocolOfTests = compiledMami;
export const rulesOfTests = followUpRules(protocolOfTests);
export const indicatorsOfTests = shippedIndicators();
const count = countFacts(indicatorsOfTests);

export const insertFigures = async (
  db: Kysely<Tables>,
  place: string,
  lives: readonly FamilyLife[],
  today: string,
): Promise<void> => {
  const families = lives.map((life) => {
    const timeline = foldTimeline(life.id, life.entries);
    return { life, timeline, facts: countedFacts(timeline, rulesOfTests) };
  });
  const counts = addCounts(families.flatMap(({ facts }) => [...count(facts, today as LocalDate)]));
  const summaries = families.map(({ life, timeline, facts }) => ({
    ...{ place_id: place, family: life.id, families: [life.id], entries: life.entries.length },
    ...{ summary: JSON.stringify(careRow(timeline, rulesOfTests)), facts: JSON.stringify(facts) },
  }));
  for (const rows of inParts(summaries)) await db.insertInto('family_summary').values(rows).execute();
  await db.transaction().execute((tx) => addToFigures(tx as never, place, counts));
  await db.insertInto('figure_state').values({ place_id: place, content: 'tests', counted_on: today }).execute();
};

const inParts = <One>(all: readonly One[]): readonly One[][] =>
  Array.from({ length: Math.ceil(all.length / 500) }, (_, at) => all.slice(at * 500, (at + 1) * 500));
