/**
 * Assessments and follow-up visits, with what was measured and concluded. The conclusions are those stored in the
 * entry: what the worker was shown, under the protocol of that day. Visits of another service have no conclusions;
 * these are unknown.
 */
import { conclusionIn } from '@denba/protocols/care/known-facts/earlier-visits';
import type { JsonObject, JsonValue } from '@denba/records/canonical-json';
import type { Encounter, Timeline } from '@denba/records/timeline/timeline';
import { aboutChild } from './about-child.ts';
import { answerOf } from './answer-of.ts';
import { type Asked, type CountedFact, everything } from './counted-fact.ts';
import { moodAttributes } from './mood-attributes.ts';
import { gainSince } from './weight-gain.ts';
import { zBand } from './z-band.ts';

const kindOf = {
  'mami-assessment': 'mami-assessed',
  'mami-visit': 'mami-visited',
  'growth-visit': 'growth-visited',
} as const;

export const visitFacts = (timeline: Timeline, asked: Asked = everything): readonly CountedFact[] =>
  timeline.encounters.flatMap((visit) => {
    if (visit.form.kind === 'mami-screen') return [];
    const { on, facility: place, child: subject, entry, form } = visit;
    const kind = kindOf[form.kind];
    if (!asked.counts(kind)) return [];
    return [
      {
        kind,
        on,
        place,
        family: timeline.family,
        subject,
        entry,
        attributes: asked.reads(kind)
          ? Object.assign(
              aboutChild(timeline, subject, on),
              form.kind === 'growth-visit' ? measured(visit) : visitAttributes(visit),
              gainSince(timeline, visit),
            )
          : {},
      },
    ];
  });

/** Cache: the attributes of a visit are needed by several facts (its own, the month's, the stay's). */
const read = new WeakMap<Encounter, JsonObject>();

/** The attributes of a visit, under the names of the protocol. */
export const visitAttributes = (visit: Encounter): JsonObject => {
  const known = read.get(visit);
  if (known !== undefined) return known;
  const attributes = readVisit(visit);
  read.set(visit, attributes);
  return attributes;
};

const readVisit = (visit: Encounter): JsonObject => {
  const said = (name: string): JsonValue => answerOf(visit, name);
  const concluded = (name: string): JsonValue => conclusionOf(visit, name);
  return {
    ...measured(visit),
    pair_class: said('override_class') ?? concluded('pairClass') ?? concluded('pair_class'),
    feeding_class: concluded('feeding_class'),
    bf_status: assessed(said('bf_status')),
    vaccination: assessed(said('vaccination')),
    visit_type: said('visit_type'),
    reviewed: said('reviewed'),
    hiv_exposed: known(said('hiv_exposed')),
    hiv_test: said('hiv_test'),
    prophylaxis: known(said('prophylaxis')),
    displaced: said('displaced'),
    criteria: criteriaOf(visit.findings),
    ...moodAttributes(visit),
  };
};

/** The measurements and their z-scores: everything that a growth visit tells, and part of what a MAMI visit tells. */
const measured = (visit: Encounter): JsonObject => {
  const said = (name: string): JsonValue => answerOf(visit, name);
  const concluded = (name: string): JsonValue => conclusionOf(visit, name);
  const muac = concluded('muac_used_mm') ?? said('muac_mm');
  const [waz, wlz, laz] = [concluded('waz'), concluded('wlz'), concluded('laz')];
  return {
    weight_g: concluded('weight_used_g') ?? said('weight_g'),
    length_cm: concluded('length_used_cm') ?? said('length_cm'),
    muac_mm: muac,
    muac_digit: lastDigit(said('muac_mm') ?? muac),
    head_cm: said('head_cm'),
    waz,
    wlz,
    laz,
    hcz: concluded('hcz'),
    waz_band: zBand(waz),
    wlz_band: zBand(wlz),
    laz_band: zBand(laz),
    growth_class: concluded('growth_class'),
  };
};

const conclusionOf = ({ findings }: Encounter, name: string): JsonValue =>
  (conclusionIn(findings, name) as JsonValue | undefined) ?? null;

/** Last digit of what was read off the tape. The mean of two readings is not used, because nobody read it. */
const lastDigit = (reading: JsonValue): number | null =>
  typeof reading === 'number' ? Math.floor(reading) % 10 : null;

/** The code `not_assessed` means that the question was left out: it is no answer. */
const assessed = (value: JsonValue): JsonValue => (value === 'not_assessed' ? null : value);
const known = (value: JsonValue): JsonValue => (value === 'unknown' ? null : value);

/** Why the pair was proposed for care, as the protocol named it. */
const criteriaOf = (findings: JsonObject): JsonValue => {
  const { enrolment } = findings;
  const reasons =
    typeof enrolment === 'object' && enrolment !== null && !Array.isArray(enrolment)
      ? (enrolment as JsonObject)['reasons']
      : null;
  return Array.isArray(reasons) ? reasons : null;
};
