/**
 * Facts: what indicators count in a family's timeline. One birth per child and one death per person, however many
 * entries report it; every visit, measurement and decision once.
 *
 * Attributes carry what indicators are broken down by (sex, age on the day); unknown is `null`. Names, telephone
 * numbers and free-text causes are never attributes: facts are read by people who may not read the record.
 */
import { daysBetween, type LocalDate } from '@denba/quantities/local-date';
import type { JsonObject, JsonValue } from '../canonical-json.ts';
import type { EntryId, FamilyId, PersonId } from '../ids.ts';
import type { EpisodeEvent } from './project-episodes.ts';
import type { Child, Encounter, Fact, FactKind, Person, ReadEntry } from './timeline.ts';

/** `happened`: entries that are not withdrawn, sorted by `byOccurrence`, with the kept ids of their subjects. */
export const projectFacts = (story: {
  readonly family: FamilyId;
  readonly happened: readonly ReadEntry[];
  readonly persons: readonly Person[];
  readonly children: readonly Child[];
  readonly encounters: readonly Encounter[];
  readonly events: readonly EpisodeEvent[];
}): readonly Fact[] => {
  const children = new Map(story.children.map((child) => [child.id, child]));
  const births = new Set(story.children.map((child) => child.birth));
  const deaths = new Set(story.persons.map((person) => person.died?.entry));
  const encounters = new Map(story.encounters.map((encounter) => [encounter.entry, encounter]));
  const events = groupByEntry(story.events);
  let registered = false;

  return story.happened.flatMap((read) => {
    const { entry, subject, occurredOn: on } = read;
    const fact = (kind: FactKind, attributes: JsonObject, about: PersonId | null = subject): Fact => ({
      kind,
      on,
      place: entry.facility,
      family: story.family,
      subject: about,
      entry: entry.id,
      attributes: { ...who(children.get(about ?? ('' as PersonId)), on), ...attributes },
    });
    const facts: Fact[] = [];
    const encounter = encounters.get(entry.id);
    if (encounter) facts.push(...encounterFacts(encounter, fact));
    if (read.form.kind === 'register-family' && !registered) {
      registered = true;
      facts.push(fact('registered', {}));
    }
    if (read.form.kind === 'birth' && births.has(entry.id)) {
      const child = subject === null ? undefined : children.get(subject);
      if (child) facts.push(fact('birth', birthAttributes(child, read.form.answers.birth_place)));
    }
    if (read.form.kind === 'death' && deaths.has(entry.id)) {
      const { death_place: place, death_date_precision: precision } = read.form.answers;
      const isChild = children.has(subject ?? ('' as PersonId));
      // When the day of death is unknown, so is the age at death: the age on the day of the report would be wrong.
      const age = isChild && precision === 'unknown' ? { age_days: null } : {};
      facts.push(fact('died', { place, child: isChild, ...age }));
    }
    facts.push(...otherFacts(read, fact));
    for (const event of events.get(entry.id) ?? []) {
      facts.push(fact(event.kind, episodeAttributes(event, on), event.episode.child));
    }
    return facts;
  });
};

type MakeFact = (kind: FactKind, attributes: JsonObject, about?: PersonId | null) => Fact;

const who = (child: Child | undefined, on: LocalDate): JsonObject =>
  child === undefined
    ? {}
    : { sex: child.sex, age_days: child.birthDate === null ? null : daysBetween(child.birthDate, on) };

const birthAttributes = (child: Child, place: string | null): JsonObject => ({
  birth_weight_g: child.birthWeightG,
  gestational_age_days: child.gestationalAgeDays,
  birth_count: child.birthCount,
  birth_order: child.birthOrder,
  stillborn: child.stillborn,
  birth_place: place,
});

const encounterFacts = ({ form, findings }: Encounter, fact: MakeFact): readonly Fact[] => {
  const { head_cm } = form.answers;
  const weight_g = inUse(findings, 'weight_used_g') ?? form.answers.weight_g;
  const length_cm = inUse(findings, 'length_used_cm') ?? form.answers.length_cm;
  const muac_mm = inUse(findings, 'muac_used_mm') ?? form.answers.muac_mm;
  const facts: Fact[] = [];
  if (weight_g !== null) facts.push(fact('weighed', { weight_g }));
  if (length_cm !== null) facts.push(fact('length-measured', { length_cm }));
  if (head_cm !== null) facts.push(fact('head-measured', { head_cm }));
  if (muac_mm !== null) facts.push(fact('muac-measured', { muac_mm }));
  if (form.kind === 'mami-screen') {
    const { screen_result: result, contact_point } = form.answers;
    facts.push(fact('mami-screened', { result, contact_point }));
  }
  if (form.kind === 'mami-assessment') {
    facts.push(fact('mami-assessed', { pair_class: classShown(findings) }));
  }
  if (form.kind === 'mami-visit') {
    const { visit_type } = form.answers;
    facts.push(fact('mami-visited', { visit_type, pair_class: classShown(findings) }));
  }
  if ('referral_to' in form.answers && typeof form.answers.referral_to === 'string') {
    facts.push(fact('referred', { referral_to: form.answers.referral_to }));
  }
  return facts;
};

/**
 * The reading that the protocol used among several, from the findings of the visit (`kept`); `null` when they do not
 * say.
 */
const inUse = ({ kept }: JsonObject, name: string): number | null => {
  const value = typeof kept === 'object' && kept !== null && !Array.isArray(kept) ? (kept as JsonObject)[name] : null;
  return typeof value === 'number' ? value : null;
};

/** The class of the pair that the findings of a visit state; `null` when they state none. */
const classShown = (findings: JsonObject): JsonValue => findings['pairClass'] ?? findings['pair_class'] ?? null;

const otherFacts = ({ form }: ReadEntry, fact: MakeFact): readonly Fact[] => {
  switch (form.kind) {
    case 'pregnancy':
      return [fact('pregnancy-recorded', { gravidity: form.answers.gravidity, parity: form.answers.parity })];
    case 'pregnancy-end':
      return [fact('pregnancy-ended', { pregnancy_outcome: form.answers.pregnancy_outcome })];
    case 'caregiver-change':
      return [fact('caregiver-changed', { change_reason: form.answers.change_reason })];
    case 'transfer': {
      const { transfer, to_facility, to_facility_id, referral_to, urgent } = form.answers;
      return [fact('transferred', { transfer, to_facility, to_facility_id, referral_to, urgent })];
    }
    case 'tracing':
      return [fact('traced', { tracing_result: form.answers.tracing_result, tracing_by: form.answers.tracing_by })];
    case 'counter-referral': {
      const { referral_result, admitted_on, discharged_on } = form.answers;
      return [fact('counter-referred', { referral_result, admitted_on, discharged_on })];
    }
    case 'refusal':
      return [fact('refused', { refused: form.answers.refused })];
    case 'consent':
      return [
        fact('consent', {
          consent_decision: form.answers.consent_decision,
          consent_scope: form.answers.consent_scope,
        }),
      ];
    default:
      return [];
  }
};

const episodeAttributes = ({ kind, episode }: EpisodeEvent, on: LocalDate): JsonObject => {
  const { entryType: entry_type, reasons, enrolledOn, outcome } = episode;
  if (kind === 'mami-enrolled') return { entry_type, enrol_reason: reasons };
  const days_since_enrolment = daysBetween(enrolledOn, on);
  if (kind === 'mami-returned') return { days_since_enrolment };
  return { exit_code: outcome?.code ?? null, implied: outcome?.implied ?? null, days_since_enrolment };
};

const groupByEntry = (events: readonly EpisodeEvent[]): ReadonlyMap<EntryId, readonly EpisodeEvent[]> => {
  const groups = new Map<EntryId, EpisodeEvent[]>();
  for (const event of events) groups.set(event.read.entry.id, [...(groups.get(event.read.entry.id) ?? []), event]);
  return groups;
};
