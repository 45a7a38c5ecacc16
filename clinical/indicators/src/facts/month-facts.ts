/**
 * One fact per child and month in which the child was seen, dated at its first contact of the month: a share of infants
 * must count a child once, not once per contact. The fact says what happened to the child in the whole of that month.
 */
import type { CareRules } from '@denba/protocols/care/follow-up/follow-up-rules';
import { birthFacts } from '@denba/protocols/care/known-facts/birth-facts';
import { motherFacts } from '@denba/protocols/care/known-facts/mother-facts';
import type { JsonObject } from '@denba/records/canonical-json';
import type { Encounter, Timeline } from '@denba/records/timeline/timeline';
import { aboutChild } from './about-child.ts';
import { answerOf } from './answer-of.ts';
import type { CountedFact } from './counted-fact.ts';
import { visitAttributes } from './visit-facts.ts';

export const monthFacts = (timeline: Timeline, rules: CareRules): readonly CountedFact[] => {
  const months = new Map<string, Encounter[]>();
  for (const contact of timeline.encounters) {
    const key = `${contact.child} ${contact.on.slice(0, 7)}`;
    const known = months.get(key);
    if (known === undefined) months.set(key, [contact]);
    else known.push(contact);
  }
  return [...months.values()].map((contacts) => seen(timeline, contacts, rules));
};

const seen = (timeline: Timeline, contacts: readonly Encounter[], rules: CareRules): CountedFact => {
  const [first] = contacts.toSorted((a, b) => compare(a.on, b.on) || compare(a.entry, b.entry));
  if (first === undefined) throw new Error('a month without a contact');
  const { child: subject, on, facility: place, entry } = first;
  const month = on.slice(0, 7);
  const assessments = contacts.filter(({ form }) => form.kind === 'mami-assessment');
  const visits = contacts.filter(({ form }) => form.kind === 'mami-assessment' || form.kind === 'mami-visit');
  return {
    kind: 'infant-seen',
    on,
    place,
    family: timeline.family,
    subject,
    entry,
    attributes: {
      ...aboutChild(timeline, subject, on),
      enrolled: timeline.episodes.some((stay) => stay.child === subject && stay.enrolledOn.startsWith(month)),
      assessed: assessments.length > 0,
      consulted: visits.length > 0,
      all_domains: best(assessments.map((one) => hasAllDomains(timeline, one, rules))),
      ...fedAndWeighed(visits.map(visitAttributes)),
    },
  };
};

/**
 * The feeding classes concluded at the visits, without duplicates, and the lowest weight-for-age; `null` where nothing
 * is known.
 */
const fedAndWeighed = (visits: readonly JsonObject[]): JsonObject => {
  const classes = visits.flatMap(({ feeding_class }) => (typeof feeding_class === 'string' ? [feeding_class] : []));
  const weights = visits.flatMap(({ waz }) => (typeof waz === 'number' ? [waz] : []));
  return {
    feeding_classes: classes.length === 0 ? null : [...new Set(classes)].toSorted(),
    waz_lowest: weights.length === 0 ? null : Math.min(...weights),
  };
};

/**
 * Items asked of every pair, under the names of the protocol. The other four domains are covered by its essential
 * items.
 */
const riskItems = [
  ...(['multiple_birth', 'orphan', 'hiv_exposed', 'congenital', 'cleft', 'disability'] as const),
  ...(['recent_inpatient', 'prior_infant_death', 'sibling_malnourished'] as const),
] as const;

/**
 * Whether all five domains were assessed: clinical, nutritional, feeding, the mother's mental health, risks. `null`
 * when the entry holds no conclusion.
 */
const hasAllDomains = (timeline: Timeline, assessment: Encounter, rules: CareRules): boolean | null => {
  const { findings, child, on } = assessment;
  if (!Array.isArray(findings['reasons'])) return null;
  if (findings['incomplete'] === true) return false;
  // An entry does not repeat what the record already knows (from a birth, an earlier visit, the mother's death): that
  // counts as assessed too.
  const until = { ...timeline, history: timeline.history.filter(({ occurredOn }) => occurredOn <= on) };
  const known = { ...motherFacts(until, child), ...birthFacts(until, child, rules.lasting) };
  return riskItems.every((item) => answerOf(assessment, item) !== null || (known[item] ?? null) !== null);
};

const best = (all: readonly (boolean | null)[]): boolean | null =>
  all.includes(true) ? true : all.length === 0 || all.includes(null) ? null : false;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
