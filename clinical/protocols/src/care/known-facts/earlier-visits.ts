/**
 * Earlier visits in the form that the protocol's expressions read (`previous`, oldest first): what was measured (where
 * several readings were taken, the one in use), and the conclusions that later visits look back at. A weight from a
 * hospital's counter-referral note is included; a screen at which nothing was measured is not.
 */
import { isList } from '@denba/decisions/value';
import type { JsonObject } from '@denba/records/canonical-json';
import type { PersonId } from '@denba/records/ids';
import type { Timeline } from '@denba/records/timeline/timeline';
import { childrenOfBirth, type Facts } from './birth-facts.ts';
import { entriesAbout } from './entries-about.ts';
import { answerIn } from './last-said.ts';
import { isMamiVisit, visitsOf } from './visits-of.ts';

/**
 * Answers of earlier visits that a protocol looks back at: how something was measured, and questions about the mother
 * or the home that are not asked at every visit.
 */
const lookedBackAt = [
  ...['measured', 'head_cm', 'oedema', 'mother_muac_mm', 'mother_status', 'visit_type', 'agreed_actions', 'next_due'],
  ...['social_support', 'food_insecurity', 'violence', 'workload_heavy', 'isolated', 'mh_instrument'],
  ...['caregiver_isolated', 'caregiver_violence'],
] as const;

/**
 * Answers about self-harm: a mother who told such thoughts is asked again at the next visit, of whichever twin it is.
 */
const ofSelfHarm = ['phq9', 'epds_item10', 'sh_thoughts', 'sh_harm_baby'] as const;

/** Measurements, each with the name of the conclusion that states which reading is used. */
const inUse = { weight_g: 'weight_used_g', length_cm: 'length_used_cm', muac_mm: 'muac_used_mm' } as const;

/** Conclusions that later visits read. */
export const conclusionsKept = ['waz', 'wlz', 'feeding_class', 'growth_class', 'mh_result', 'mh_band'] as const;

export const readingsInUse: readonly string[] = Object.values(inUse);

/** `timeline` must end before the visit (see `timelineAsOf`). */
export const earlierVisits = (timeline: Timeline, child: PersonId): readonly Facts[] => {
  const visits = visitsOf(timeline, child).flatMap((visit) => {
    const { findings, occurredOn } = visit;
    const facts: Record<string, unknown> = { visit_date: occurredOn };
    for (const name of [...lookedBackAt, ...ofSelfHarm]) keep(facts, name, answerIn(visit, name));
    for (const [name, used] of Object.entries(inUse)) {
      keep(facts, name, whole(name, conclusionIn(findings, used) ?? answerIn(visit, name)));
    }
    for (const name of conclusionsKept) keep(facts, name, conclusionIn(findings, name));
    const isMeasured = Object.keys(inUse).some((name) => Object.hasOwn(facts, name));
    return isMeasured || isMamiVisit(visit) ? [facts] : [];
  });
  const notes = entriesAbout(timeline, child, 'counter-referral').flatMap(({ form }) => {
    const { weight_g, discharged_on } = form.answers;
    return weight_g === null || discharged_on === null ? [] : [{ visit_date: discharged_on, weight_g }];
  });
  return [...visits, ...notes].toSorted(byDate);
};

/**
 * What the mother was asked at visits of the other children of the same birth (`asked_at_twins`), oldest first: only
 * answers about herself, nothing about the twin. `timeline` must end before the visit.
 */
export const askedAtTwins = (timeline: Timeline, child: PersonId): readonly Facts[] =>
  childrenOfBirth(timeline, child)
    .filter((twin) => twin !== child)
    .flatMap((twin) => visitsOf(timeline, twin))
    .flatMap((visit) => {
      const facts: Record<string, unknown> = {};
      for (const name of ofSelfHarm) keep(facts, name, answerIn(visit, name));
      return Object.keys(facts).length === 0 ? [] : [{ visit_date: visit.occurredOn, ...facts }];
    })
    .toSorted(byDate);

const byDate = (a: Facts, b: Facts): number => compareText(String(a['visit_date']), String(b['visit_date']));

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A conclusion in the findings of a visit: under `kept`, or, from an older app, directly under its name. */
export const conclusionIn = (findings: JsonObject, name: string): unknown => {
  const { kept } = findings;
  const inside =
    typeof kept === 'object' && kept !== null && !isList(kept as never) ? (kept as JsonObject)[name] : null;
  return inside ?? findings[name] ?? null;
};

/** The mean of two readings is rounded down to a whole number, so that it is never rounded up past a cut-off. */
const whole = (name: string, value: unknown): unknown =>
  typeof value === 'number' && name !== 'length_cm' ? Math.floor(value) : value;

const keep = (facts: Record<string, unknown>, name: string, value: unknown): void => {
  if (value !== null && value !== undefined) facts[name] = value;
};
