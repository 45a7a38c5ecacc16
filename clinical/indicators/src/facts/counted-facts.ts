/**
 * The facts of one family that indicators count: those of its timeline, with the attributes for breaking figures down,
 * and those that follow only from the whole history (a screen that was followed up, a visit that was kept, a stay and
 * how it ended). Pure, and the same on phone and server: figures agree because all of them are made from these facts.
 */
import type { CareRules } from '@denba/protocols/care/follow-up/follow-up-rules';
import type { Timeline } from '@denba/records/timeline/timeline';
import { appointmentFacts } from './appointment-facts.ts';
import { birthFollowed } from './birth-followed.ts';
import { type Asked, type CountedFact, everything } from './counted-fact.ts';
import { monthFacts } from './month-facts.ts';
import { plainFacts } from './plain-facts.ts';
import { recordingFacts } from './recording-facts.ts';
import { referralFacts } from './referral-facts.ts';
import { screenFacts } from './screen-facts.ts';
import { stayFacts } from './stay-facts.ts';
import { visitFacts } from './visit-facts.ts';

/**
 * To be increased when the same timeline gives different facts than before: servers then fold and count every family
 * again.
 */
export const FACTS_VERSION = 3;

/** Whatever `asked` does not count may be left out: most of the work is attributes of visits and of months. */
export const countedFacts = (
  timeline: Timeline,
  rules: CareRules,
  asked: Asked = everything,
): readonly CountedFact[] => {
  const plain = plainFacts(timeline);
  return [
    ...plain,
    ...birthFollowed(timeline, plain),
    ...screenFacts(timeline, rules),
    ...visitFacts(timeline, asked),
    ...(asked.counts('infant-seen') ? monthFacts(timeline, rules) : []),
    ...stayFacts(timeline, rules),
    ...appointmentFacts(timeline, rules),
    ...referralFacts(timeline, rules),
    ...(asked.counts('recorded') ? recordingFacts(timeline) : []),
  ].toSorted(byDayAndEntry);
};

/** A fixed order, so that the same timeline gives the same bytes. */
const byDayAndEntry = (a: CountedFact, b: CountedFact): number =>
  compare(a.on, b.on) ||
  compare(a.entry, b.entry) ||
  compare(a.kind, b.kind) ||
  compare(a.subject ?? '', b.subject ?? '');

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
