/**
 * A stay in MAMI care in the form that the follow-up rules need: visits with the agreed days, tracings, stays in
 * hospital. A return to care counts as a visit, and so does a day that the hospital agreed with the family; being
 * weighed at another service does not.
 */
import { addDays, type LocalDate, localDate } from '@denba/quantities/local-date';
import type { PersonId } from '@denba/records/ids';
import type { EpisodeOfCare, Timeline } from '@denba/records/timeline/timeline';
import type { AgreedAt, Episode, Tracing } from '@denba/schedules/episode';
import { entriesAbout } from '../known-facts/entries-about.ts';
import { answerIn } from '../known-facts/last-said.ts';
import { visitsOf } from '../known-facts/visits-of.ts';
import { type CareRules, sixMonthsOn } from './follow-up-rules.ts';

/** For a child whose birth date is unknown: six months are never reached until somebody records the date. */
const noSixMonths = localDate('9999-12-31');

export const followedEpisode = (timeline: Timeline, episode: EpisodeOfCare, rules: CareRules): Episode => {
  const { child, enrolledOn, periods, outcome } = episode;
  const born = timeline.children.find(({ id }) => id === child)?.birthDate ?? null;
  const visits = [...visitsOf(timeline, child), ...entriesAbout(timeline, child, 'return-to-care')].filter(
    ({ form, occurredOn }) => occurredOn >= enrolledOn && form.kind !== 'growth-visit' && form.kind !== 'mami-screen',
  );
  return {
    visits: [
      ...visits.map((visit) => ({ on: visit.occurredOn, next: answerIn(visit, 'next_due') as LocalDate | null })),
      ...agreedAtHospital(timeline, child, rules).filter(({ on }) => on >= enrolledOn),
    ],
    tracings: tracingsOf(timeline, child).filter(({ on }) => on >= enrolledOn),
    hospitalStays: periods.flatMap(({ status, from, to }) => (status === 'inpatient' ? [{ from, to }] : [])),
    until: born === null ? noSixMonths : sixMonthsOn(born, rules),
    exitedOn: episode.status === 'exited' ? (outcome?.on ?? periods.at(-1)?.from ?? null) : null,
  };
};

/**
 * Days for the next visit that counter-referrals name, counted as agreed on the day of discharge, or of the note when
 * the child was not admitted. A note that says that the family never came, or refused to stay, agrees nothing: the day
 * of the last visit remains. The usual day after a discharge, and the day of the note itself, are what this app
 * proposes, so they do not count as agreed by the hospital.
 */
const agreedAtHospital = (timeline: Timeline, child: PersonId, rules: CareRules): readonly AgreedAt[] =>
  entriesAbout(timeline, child, 'counter-referral').flatMap((note): AgreedAt[] => {
    const { discharged_on: discharged, referral_result: result, next_due: next } = note.form.answers;
    const on = discharged ?? note.occurredOn;
    if (next === null || next <= on || notSeen.has(String(result))) return [];
    const proposed =
      discharged !== null && [addDays(discharged, rules.resumeAfterDays), note.occurredOn].includes(next);
    return [proposed ? { on, next } : { on, next, by: 'hospital' }];
  });

const notSeen: ReadonlySet<string> = new Set(['not_arrived', 'refused']);

/**
 * A tracing that was planned but not done is no attempt. When it is not recorded how it was done, it counts as a call,
 * the lesser effort.
 */
const tracingsOf = (timeline: Timeline, child: PersonId): readonly Tracing[] =>
  entriesAbout(timeline, child, 'tracing').flatMap(({ form, occurredOn: on }): Tracing[] => {
    const { tracing_result: result, tracing_by: by } = form.answers;
    return result === 'not_done' ? [] : [{ on, by: by === 'visit' ? 'visit' : 'call', reached: reached(result) }];
  });

/** Whether the family was reached; `null` for a result that this version does not know. */
const reached = (result: string): boolean | null => {
  if (['found', 'moved', 'refused', 'dead'].includes(result)) return true;
  return result === 'not_found' ? false : null;
};

/** The last stay of a child in care, ended or not; `null` when there was none. */
export const lastEpisode = (timeline: Timeline, child: PersonId): EpisodeOfCare | null =>
  timeline.episodes.findLast((episode) => episode.child === child) ?? null;
