/**
 * A stay in MAMI care as the follow-up rules see it: visits with the dates agreed, tracings, stays in hospital. Coming
 * back is a visit; being weighed at another service is none.
 */
import { type LocalDate, localDate } from '@denba/quantities/local-date';
import type { PersonId } from '@denba/records/ids';
import type { EpisodeOfCare, Timeline } from '@denba/records/timeline/timeline';
import type { Episode, Tracing } from '@denba/schedules/episode';
import { entriesAbout } from './entries-about.ts';
import { type CareRules, sixMonthsOn } from './follow-up-rules.ts';
import { answerIn } from './last-said.ts';
import { visitsOf } from './visits-of.ts';

/** A child whose birth is unknown never reaches six months by itself: somebody has to date the birth. */
const noSixMonths = localDate('9999-12-31');

export const followedEpisode = (timeline: Timeline, episode: EpisodeOfCare, rules: CareRules): Episode => {
  const { child, enrolledOn, periods, outcome } = episode;
  const born = timeline.children.find(({ id }) => id === child)?.birthDate ?? null;
  const visits = [...visitsOf(timeline, child), ...entriesAbout(timeline, child, 'return-to-care')].filter(
    ({ form, occurredOn }) => occurredOn >= enrolledOn && form.kind !== 'growth-visit' && form.kind !== 'mami-screen',
  );
  return {
    visits: visits.map((visit) => ({ on: visit.occurredOn, next: answerIn(visit, 'next_due') as LocalDate | null })),
    tracings: tracingsOf(timeline, child).filter(({ on }) => on >= enrolledOn),
    hospitalStays: periods.flatMap(({ status, from, to }) => (status === 'inpatient' ? [{ from, to }] : [])),
    until: born === null ? noSixMonths : sixMonthsOn(born, rules),
    exitedOn: episode.status === 'exited' ? (outcome?.on ?? periods.at(-1)?.from ?? null) : null,
  };
};

/** What was planned and not done is no attempt. A tracing whose way is not recorded is taken for a call: the lesser. */
const tracingsOf = (timeline: Timeline, child: PersonId): readonly Tracing[] =>
  entriesAbout(timeline, child, 'tracing').flatMap(({ form, occurredOn: on }): Tracing[] => {
    const { tracing_result: result, tracing_by: by } = form.answers;
    return result === 'not_done' ? [] : [{ on, by: by === 'visit' ? 'visit' : 'call', reached: reached(result) }];
  });

/** `null` for a result that this version does not know. */
const reached = (result: string): boolean | null => {
  if (['found', 'moved', 'refused', 'dead'].includes(result)) return true;
  return result === 'not_found' ? false : null;
};

/** The last stay of a child in care, ended or not. */
export const lastEpisode = (timeline: Timeline, child: PersonId): EpisodeOfCare | null =>
  timeline.episodes.findLast((episode) => episode.child === child) ?? null;
