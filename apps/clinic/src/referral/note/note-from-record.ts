/**
 * Makes a note from the record: the people, what was measured and found up to that day, and the content of the entry
 * itself. It is made each time it is shown, so that a corrected weight is corrected in the note too; what was chosen
 * for the note (reasons, care given) comes from the entry.
 */

import type { VisitFindings } from '@denba/protocols/care/findings/visit-findings';
import type { LocalDate } from '@denba/quantities/local-date';
import type { JsonObject, JsonValue } from '@denba/records/canonical-json';
import type { PersonId } from '@denba/records/ids';
import { keptPerson } from '@denba/records/timeline/kept-person';
import type { ReadEntry, Timeline } from '@denba/records/timeline/timeline';
import { measuresOf, weighingsOf } from './measured-until-then.ts';
import { type Confidence, confidences, emptyNote, type NoteFacts, type NoteKind } from './note-facts.ts';

/** The kind of note that an entry gives; null for other entries. */
const noteKindOf = ({ form }: ReadEntry): NoteKind | null => {
  if (form.kind === 'transfer') return form.answers.transfer === 'permanent' ? 'hand-over' : 'referral';
  if (form.kind === 'counter-referral') return 'counter-referral';
  return form.kind === 'mami-exit' ? 'hand-over' : null;
};

export type NoteSetting = {
  readonly centre: string;
  readonly author: string;
  /** Findings of the visit on which the entry is based; `null` when there is none, or it stored none. */
  readonly findingsOf: (read: ReadEntry) => Pick<VisitFindings, 'pairClass' | 'dangerAnswered' | 'reasons'> | null;
};

/** Returns `null` when an entry of this kind gives no note. `child`: the child whom it is about, null when unknown. */
export const noteFromRecord = (
  timeline: Timeline,
  read: ReadEntry,
  child: PersonId | null,
  setting: NoteSetting,
): NoteFacts | null => {
  const kind = noteKindOf(read);
  if (kind === null || !('answers' in read.form)) return null;
  const answers = read.form.answers as unknown as JsonObject;
  const infant = timeline.children.find(({ id }) => id === child) ?? null;
  const motherId = infant?.mother ?? timeline.persons.find(({ roles }) => roles.includes('mother'))?.id ?? null;
  const person = (id: PersonId | null) => timeline.persons.find((one) => one.id === id) ?? null;
  const mother = person(motherId);
  const visit = visitOfNote(timeline, read, child);
  // Only a referral has the class of its visit: what a hospital or a review concluded is in its own entry.
  const findings = visit === null || read.form.kind !== 'transfer' ? null : setting.findingsOf(visit);
  const encounters = timeline.encounters.filter((one) => one.child === child && one.on <= read.occurredOn);
  const from = { centre: setting.centre, author: setting.author, phone: text(answers['callback']) };
  const confided = list(answers['confided']).filter((code): code is Confidence =>
    confidences.some((one) => one === code),
  );
  return {
    ...emptyNote(kind, read.occurredOn, from),
    at: text(answers['left_at']),
    to: {
      place: text(answers['referral_to']),
      facility: text(answers['to_facility']) ?? text(answers['handed_to']),
    },
    urgent: typeof answers['urgent'] === 'boolean' ? answers['urgent'] : null,
    family: { id: timeline.family, village: timeline.contact.village, phone: phoneOf(timeline) },
    mother: {
      id: motherId,
      name: mother?.name ?? null,
      birthDate: mother?.birthDate ?? null,
      status: statusOf(timeline, mother?.died !== null && mother !== null),
      toSee: answers['mother_to_see'] === true || confided.length > 0,
    },
    child: {
      id: infant?.id ?? null,
      name: person(infant?.id ?? null)?.name ?? null,
      sex: infant?.sex ?? null,
      birthDate: infant?.birthDate ?? null,
      birthWeightG: infant?.birthWeightG ?? null,
      gestationalAgeDays: infant?.gestationalAgeDays ?? null,
      birthCount: infant?.birthCount ?? null,
      birthOrder: infant?.birthOrder ?? null,
    },
    weighings: weighingsOf(encounters, infant?.sex ?? null, infant?.birthDate ?? null),
    measures: measuresOf(encounters, infant?.sex ?? null, infant?.birthDate ?? null),
    pair: { code: findings?.pairClass ?? null, answered: findings?.dangerAnswered === true },
    reasons: texts(answers['reasons']),
    dangerSigns: texts(answers['danger_signs']),
    care: list(answers['care_given']).flatMap((item) => {
      const { action, given, at } = (item ?? {}) as Readonly<Record<string, JsonValue>>;
      return typeof action === 'string' ? [{ action, given: given === true, at: text(at) }] : [];
    }),
    confided,
    toApprove:
      findings !== null && (said(answers) || findings.pairClass !== null) && findings.reasons.some(isToApprove),
    journey: {
      accompaniedBy: text(answers['accompanied_by']),
      transport: text(answers['transport']),
      called: typeof answers['called'] === 'boolean' ? answers['called'] : null,
      calledWhom: text(answers['called_whom']),
    },
    stay: {
      admittedOn: text(answers['admitted_on']) as LocalDate | null,
      dischargedOn: text(answers['discharged_on']) as LocalDate | null,
      diagnosis: text(answers['diagnosis']),
      treatment: text(answers['treatment']),
      weightG: typeof answers['weight_g'] === 'number' ? answers['weight_g'] : null,
      advice: text(answers['advice']),
      nextVisitOn: text(answers['next_due']) as LocalDate | null,
      outcome: text(answers['exit_code']) ?? outcomeOf(timeline, child),
    },
  };
};

const said = (answers: JsonObject): boolean =>
  texts(answers['reasons']).length + texts(answers['danger_signs']).length > 0;

const isToApprove = ({ aValider }: VisitFindings['reasons'][number]): boolean => aValider;

/** The child of a note: the entry's subject, else the child named in the answers, else the family's only child. */
export const childOfNote = (timeline: Timeline, read: ReadEntry): PersonId | null => {
  const named = 'answers' in read.form ? (read.form.answers as Readonly<Record<string, unknown>>)['about_child'] : null;
  const ids = [read.subject, typeof named === 'string' ? (named as PersonId) : null].map((id) =>
    id === null ? null : keptPerson(timeline, id),
  );
  const known = ids.find((id) => timeline.children.some((child) => child.id === id)) ?? null;
  return known ?? (timeline.children.length === 1 ? (timeline.children[0]?.id ?? null) : null);
};

/** The visit on which the note is based: the one that it names, else the child's last visit up to its day. */
export const visitOfNote = (
  timeline: Timeline,
  read: ReadEntry,
  child: PersonId | null = childOfNote(timeline, read),
): ReadEntry | null => {
  const answers = 'answers' in read.form ? (read.form.answers as Readonly<Record<string, unknown>>) : {};
  const named = timeline.history.find(({ entry }) => entry.id === answers['visit_entry']);
  if (named !== undefined) return named;
  const last = timeline.encounters.findLast((one) => one.child === child && one.on <= read.occurredOn);
  return timeline.history.find(({ entry }) => entry.id === last?.entry) ?? null;
};

const phoneOf = ({ contact }: Timeline): string | null => contact.phone ?? contact.fatherPhone;

const statusOf = (timeline: Timeline, died: boolean): string | null => {
  if (died) return 'dead';
  const told = timeline.history.findLast(
    ({ form, withdrawn }) => !withdrawn && 'answers' in form && typeof statusIn(form.answers) === 'string',
  );
  return told !== undefined && 'answers' in told.form ? String(statusIn(told.form.answers)) : null;
};

const statusIn = (answers: object): unknown => (answers as Readonly<Record<string, unknown>>)['mother_status'];

const outcomeOf = (timeline: Timeline, child: PersonId | null): string | null =>
  timeline.episodes.findLast((episode) => episode.child === child)?.outcome?.code ?? null;

const text = (value: JsonValue | undefined): string | null =>
  typeof value === 'string' && value !== '' ? value : null;
const list = (value: JsonValue | undefined): readonly JsonValue[] => (Array.isArray(value) ? value : []);
const texts = (value: JsonValue | undefined): readonly string[] => list(value).flatMap((item) => text(item) ?? []);
