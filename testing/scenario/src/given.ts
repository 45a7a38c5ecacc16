/**
 * Given a family's past, when something happens, then its timeline shows it. The timeline is folded from the entries in
 * three orders, so a timeline that depends on the order of arrival fails here, whatever the test is about.
 */
import { canonicalJson, type JsonValue } from '@denba/records/canonical-json';
import { foldTimeline } from '@denba/records/timeline/fold-timeline';
import type { Timeline } from '@denba/records/timeline/timeline';
import type { FamilyLife } from './family-life.ts';

export const given = (past: FamilyLife) => ({
  when: (happens: (past: FamilyLife) => FamilyLife) => {
    const life = happens(past);
    return { shows: (check: (timeline: Timeline, life: FamilyLife) => void): void => check(timelineOf(life), life) };
  },
  shows: (check: (timeline: Timeline, life: FamilyLife) => void): void => check(timelineOf(past), past),
});

/** The family's timeline. Throws unless it is the same for entries that arrive reversed, rotated or twice. */
export const timelineOf = (life: FamilyLife): Timeline => {
  const { entries } = life;
  const middle = Math.floor(entries.length / 2);
  const timeline = foldTimeline(life.id, entries);
  const others = [entries.toReversed(), [...entries.slice(middle), ...entries]];
  for (const other of others) {
    if (text(foldTimeline(life.id, other)) !== text(timeline)) {
      throw new Error('the story depends on the order in which the entries arrived');
    }
  }
  return timeline;
};

const text = (timeline: Timeline): string => canonicalJson(JSON.parse(JSON.stringify(timeline)) as JsonValue);
