/** One child in a phone's list: the last class, the stay in care, and what has happened since the last contact. */
import type { LocalDate } from '@denba/quantities/local-date';
import type { JsonObject } from '@denba/records/canonical-json';
import type { PersonId } from '@denba/records/ids';
import type { Child, EpisodeOfCare, Timeline } from '@denba/records/timeline/timeline';
import { type CareRules, sixMonthsOn } from '../follow-up/follow-up-rules.ts';
import { followedEpisode, lastEpisode } from '../follow-up/followed-episode.ts';
import { type SinceLastContact, sinceLastContact } from '../follow-up/since-last-contact.ts';
import { conclusionIn } from '../known-facts/earlier-visits.ts';
import { enrolmentFacts } from '../known-facts/enrolment-facts.ts';
import { entriesAbout } from '../known-facts/entries-about.ts';
import { answerIn } from '../known-facts/last-said.ts';
import { type LastTransfer, lastTransfer } from '../known-facts/last-transfer.ts';
import { isMamiVisit, visitsOf } from '../known-facts/visits-of.ts';
import { registerNumber } from './register-number.ts';
import { type SeeAgain, seeAgain } from './see-again.ts';
import { sentToHospitalOn } from './sent-to-hospital.ts';
import { type UnreferredVisit, unreferredVisit } from './unreferred.ts';

export type CareChild = {
  readonly id: PersonId;
  readonly name: string | null;
  readonly sex: 'M' | 'F' | null;
  readonly birthDate: LocalDate | null;
  /** The day of death; when that day is unknown, the day on which the death was reported. `null`: alive. */
  readonly diedOn: LocalDate | null;
  /** Present when the child died on an unknown day. */
  readonly diedSomeDay?: true;
  /**
   * The class acted on at the last visit that gave one. `floor`: the class is at least this, because danger signs were
   * unanswered.
   */
  readonly lastClass: { readonly code: string; readonly floor: boolean; readonly on: LocalDate } | null;
  /** The day of the last visit of any kind. */
  readonly seenOn: LocalDate | null;
  /** The day on which the child is six months old and the review is due; `null` when the birth date is unknown. */
  readonly sixMonthsOn: LocalDate | null;
  /** The last screen that asks for an assessment, when none followed. */
  readonly screened: { readonly on: LocalDate; readonly result: string } | null;
  readonly care: CareStay | null;
  /** The last visit, when it found danger and nobody was referred. Absent for nearly every child. */
  readonly unreferred?: UnreferredVisit;
  /** The day on which a child who was never in care was sent to a hospital, with no news since. Otherwise absent. */
  readonly sentToHospital?: LocalDate;
  /** The agreed day of a child who was assessed but not enrolled. Absent for most children. */
  readonly seeAgain?: SeeAgain;
  /** The last permanent transfer to another centre, with what was recorded since. Absent for nearly every child. */
  readonly transfer?: LastTransfer;
};

/** The last stay in MAMI care, reduced to what has happened since the last contact. */
export type CareStay = SinceLastContact & {
  /** The number in the MAMI register (see `registerNumber`). */
  readonly number: string;
  readonly status: EpisodeOfCare['status'];
  readonly enrolledOn: LocalDate;
  readonly exitedOn: LocalDate | null;
  readonly exitCode: string | null;
  readonly reasons: readonly string[];
  readonly entryType: string | null;
  readonly enrolWeightG: number | null;
  readonly lastWeightG: number | null;
  /** Number of MAMI visits since enrolment, including the enrolment. */
  readonly visits: number;
  /** The day on which the family promised, at the last tracing, to come. */
  readonly promisedOn: LocalDate | null;
  readonly reviewedOn: LocalDate | null;
};

const sexes = ['M', 'F'] as const;

export const careChild = (timeline: Timeline, child: Child, rules: CareRules): CareChild => {
  const { id, birthDate } = child;
  const person = timeline.persons.find((candidate) => candidate.id === id);
  const visits = visitsOf(timeline, id);
  const episode = lastEpisode(timeline, id);
  const transfer = lastTransfer(timeline, id);
  const unreferred = unreferredVisit(timeline, id);
  const sentToHospital = episode === null ? sentToHospitalOn(timeline, id) : null;
  const again = episode === null ? seeAgain(timeline, id) : null;
  return {
    id,
    name: person?.name ?? null,
    sex: sexes.find((sex) => sex === child.sex) ?? null,
    birthDate,
    diedOn: person?.died?.on ?? null,
    ...(person?.died?.dayKnown === false ? { diedSomeDay: true as const } : {}),
    lastClass: visits.flatMap(({ findings, occurredOn }) => classIn(findings, occurredOn)).at(-1) ?? null,
    seenOn: visits.at(-1)?.occurredOn ?? null,
    sixMonthsOn: birthDate === null ? null : sixMonthsOn(birthDate, rules),
    screened: waitingScreen(timeline, id),
    care: episode === null ? null : stayOf(timeline, episode, rules),
    ...(unreferred === null ? {} : { unreferred }),
    ...(sentToHospital === null ? {} : { sentToHospital }),
    ...(again === null ? {} : { seeAgain: again }),
    ...(transfer === null ? {} : { transfer }),
  };
};

/** The class that the worker acted on takes precedence over the computed one. */
const classIn = (findings: JsonObject, on: LocalDate): readonly NonNullable<CareChild['lastClass']>[] => {
  const { override, headline } = findings as { override?: JsonObject | null; headline?: JsonObject | null };
  const code = override?.['workingClass'] ?? findings['pairClass'] ?? findings['pair_class'];
  return typeof code === 'string' ? [{ code, floor: headline?.['floor'] === true, on }] : [];
};

const waitingScreen = (timeline: Timeline, child: PersonId): CareChild['screened'] => {
  const screens = entriesAbout(timeline, child, 'mami-screen');
  const asking = screens.findLast(({ form }) => ['positive', 'urgent'].includes(form.answers.screen_result ?? ''));
  if (asking === undefined) return null;
  const followed = [
    ...entriesAbout(timeline, child, 'mami-assessment', 'mami-visit', 'refusal'),
    ...departures(timeline, child),
  ].some(({ occurredOn }) => occurredOn >= asking.occurredOn);
  return followed ? null : { on: asking.occurredOn, result: String(asking.form.answers.screen_result) };
};

/** Permanent transfers of the child or of the whole family: after one, this centre no longer waits for the child. */
const departures = (timeline: Timeline, child: PersonId) =>
  [child, null].flatMap((who) =>
    entriesAbout(timeline, who, 'transfer').filter(({ form }) => form.answers.transfer === 'permanent'),
  );

const stayOf = (timeline: Timeline, episode: EpisodeOfCare, rules: CareRules): CareStay => {
  const { child, status, enrolledOn, enrolledBy, outcome } = episode;
  const followed = followedEpisode(timeline, episode, rules);
  const visits = visitsOf(timeline, child).filter(
    (visit) => visit.occurredOn >= enrolledOn && (followed.exitedOn === null || visit.occurredOn <= followed.exitedOn),
  );
  const weights = visits.map((visit) => conclusionIn(visit.findings, 'weight_used_g') ?? answerIn(visit, 'weight_g'));
  const { enrol_weight_g: weight, entry_type: entryType } = enrolmentFacts(timeline, episode);
  const review = visits.findLast((visit) => answerIn(visit, 'reviewed') === true);
  const enrolment = timeline.history.find(({ entry }) => entry.id === enrolledBy)?.entry;
  return {
    number: enrolment === undefined ? '' : registerNumber(enrolment),
    status,
    enrolledOn,
    exitedOn: followed.exitedOn,
    exitCode: outcome?.code ?? null,
    reasons: episode.reasons ?? [],
    entryType: typeof entryType === 'string' ? entryType : null,
    enrolWeightG: typeof weight === 'number' ? weight : null,
    lastWeightG: weights.findLast((value): value is number => typeof value === 'number') ?? null,
    visits: visits.filter(isMamiVisit).length,
    ...sinceLastContact(followed),
    promisedOn: promise(timeline, child, followed.visits),
    reviewedOn: review?.occurredOn ?? null,
  };
};

const promise = (
  timeline: Timeline,
  child: PersonId,
  visits: readonly { readonly on: LocalDate }[],
): LocalDate | null => {
  const last =
    visits
      .map(({ on }) => on)
      .sort()
      .at(-1) ?? '';
  const tracing = entriesAbout(timeline, child, 'tracing').findLast(({ occurredOn }) => occurredOn > last);
  return tracing?.form.answers.next_due ?? null;
};
