/**
 * Screens. A positive screen gives two facts: that it was made (counted at once), and whether the pair was assessed
 * after it, which is counted once the last day for the assessment has passed. A share computed earlier would be too
 * good.
 */
import type { CareRules } from '@denba/protocols/care/follow-up/follow-up-rules';
import { addDays, daysBetween } from '@denba/quantities/local-date';
import type { Encounter, Timeline } from '@denba/records/timeline/timeline';
import { aboutChild } from './about-child.ts';
import type { CountedFact } from './counted-fact.ts';

export const screenFacts = (timeline: Timeline, rules: CareRules): readonly CountedFact[] =>
  timeline.encounters.flatMap((screen) => {
    if (screen.form.kind !== 'mami-screen') return [];
    const { screen_result: result, contact_point } = screen.form.answers;
    const month = screen.on.slice(0, 7);
    const first = timeline.encounters.find(
      ({ form, child, on }) => form.kind === 'mami-screen' && child === screen.child && on.startsWith(month),
    );
    const fact = {
      kind: 'mami-screened',
      ...of(screen, timeline),
      attributes: {
        ...aboutChild(timeline, screen.child, screen.on),
        result,
        contact_point,
        first_of_month: first?.entry === screen.entry,
      },
    };
    const isPositive = result === 'positive' || result === 'urgent';
    return isPositive ? [fact, followed(fact, screen, timeline, rules)] : [fact];
  });

const followed = (fact: CountedFact, screen: Encounter, timeline: Timeline, rules: CareRules): CountedFact => {
  const assessment = timeline.encounters.find(
    ({ form, child, on }) => form.kind === 'mami-assessment' && child === screen.child && on >= screen.on,
  );
  return {
    ...fact,
    kind: 'mami-screen-followed',
    since: addDays(screen.on, rules.assessWithinDays + 1),
    attributes: {
      ...fact.attributes,
      assessed_after_days: assessment === undefined ? -1 : daysBetween(screen.on, assessment.on),
    },
  };
};

const of = ({ on, facility, child, entry }: Encounter, { family }: Timeline) => ({
  on,
  place: facility,
  family,
  subject: child,
  entry,
});
