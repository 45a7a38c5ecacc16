/**
 * Stays in MAMI care, from what was decided and what happened, in the order in which it happened.
 *
 * | | no open episode | active | inpatient |
 * |---|---|---|---|
 * | assessment, decision *enrolled* | opens one; with entry type *return*, reopens the last | already enrolled | active |
 * | temporary transfer to inpatient care, or with no place named | – | inpatient | – |
 * | temporary transfer elsewhere (PMTCT, protection, a consultation) | – | – | – |
 * | permanent transfer | – | exited, R3 implied | exited, R3 implied |
 * | counter-referral with a day of discharge | – | – | active, from that day |
 * | return to care | reopens the last; *transfer_in* opens one | – | active |
 * | exit | replaces an implied outcome; else a problem | exited | exited |
 * | death of the child | – | exited, R5 implied | exited, R5 implied |
 *
 * A return after default reopens the same episode, and a transfer to inpatient care leaves it open: docs of the MAMI
 * pathway, monitoring definitions (default of this project until a programme decides otherwise).
 */
import type { LocalDate } from '@denba/quantities/local-date';
import type { Coded } from '../answer-fields.ts';
import type { EntryId, PersonId } from '../ids.ts';
import type { EpisodeOfCare, EpisodeStatus, Outcome, ReadEntry } from './timeline.ts';
import { type TimelineProblem, timelineProblem } from './timeline-problem.ts';

/** A change of an episode that indicators count: it becomes a fact. */
export type EpisodeEvent = {
  readonly kind: 'mami-enrolled' | 'mami-returned' | 'mami-exited';
  readonly episode: EpisodeOfCare;
  readonly read: ReadEntry;
};

export type Episodes = {
  readonly episodes: readonly EpisodeOfCare[];
  readonly events: readonly EpisodeEvent[];
  readonly problems: readonly TimelineProblem[];
};

/** `happened`: entries that are not withdrawn, sorted by `byOccurrence`, with the kept ids of their subjects. */
export const projectEpisodes = (happened: readonly ReadEntry[]): Episodes => {
  const byChild = new Map<PersonId, EpisodeOfCare[]>();
  const events: EpisodeEvent[] = [];
  const problems: TimelineProblem[] = [];
  for (const read of happened) {
    for (const child of childrenConcerned(read, byChild)) {
      const episodes = byChild.get(child) ?? [];
      const step = next(read, episodes.at(-1) ?? null, child);
      if (step.kind === 'problem') problems.push(timelineProblem(step.problem, read.entry.id));
      if (step.kind !== 'opened' && step.kind !== 'changed') continue;
      byChild.set(child, step.kind === 'opened' ? [...episodes, step.episode] : episodes.with(-1, step.episode));
      if (step.event === 'exit-named') {
        const exit = events.findLastIndex((event) => event.kind === 'mami-exited' && event.episode.child === child);
        events[exit] = { kind: 'mami-exited', episode: step.episode, read };
      } else if (step.event !== null) events.push({ kind: step.event, episode: step.episode, read });
    }
  }
  return { episodes: [...byChild.values()].flat(), events, problems };
};

/** A transfer without a subject concerns every child of the family that is or was in MAMI care. */
const childrenConcerned = (
  { form, subject }: ReadEntry,
  byChild: ReadonlyMap<PersonId, readonly EpisodeOfCare[]>,
): readonly PersonId[] => (subject !== null ? [subject] : form.kind === 'transfer' ? [...byChild.keys()] : []);

type Step =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'problem'; readonly problem: 'alreadyEnrolled' | 'exitWithoutEpisode' }
  | {
      readonly kind: 'opened' | 'changed';
      readonly episode: EpisodeOfCare;
      readonly event: StepEvent | null;
    };

/** `exit-named`: a worker gave the outcome of an exit that was only implied until then; it still counts as one exit. */
type StepEvent = EpisodeEvent['kind'] | 'exit-named';

const nothing: Step = { kind: 'nothing' };

const next = (read: ReadEntry, last: EpisodeOfCare | null, child: PersonId): Step => {
  const { form, occurredOn: on, entry } = read;
  const open = last !== null && last.status !== 'exited' ? last : null;
  switch (form.kind) {
    case 'mami-assessment': {
      const { enrolment_decision: decision, entry_type: entryType, enrol_reason: reasons } = form.answers;
      if (decision !== 'enrolled') return nothing;
      if (open?.status === 'inpatient') return changed(moved(open, 'active', on), 'mami-returned');
      if (open !== null) return { kind: 'problem', problem: 'alreadyEnrolled' };
      if (last !== null && entryType === 'return') return changed(reopened(last, on), 'mami-returned');
      return { kind: 'opened', episode: opened(read, child, entryType, reasons), event: 'mami-enrolled' };
    }
    case 'transfer':
      if (open === null) return nothing;
      if (form.answers.transfer === 'temporary') {
        return isStay(form.answers.referral_to) ? changed(moved(open, 'inpatient', on), null) : nothing;
      }
      return form.answers.transfer === 'permanent' ? exited(open, 'R3', on, entry.id, true) : nothing;
    case 'return-to-care':
      if (open?.status === 'inpatient') return changed(moved(open, 'active', on), 'mami-returned');
      if (open !== null) return nothing;
      if (last !== null) return changed(reopened(last, on), 'mami-returned');
      if (form.answers.entry_type !== 'transfer_in') return nothing;
      return { kind: 'opened', episode: opened(read, child, 'transfer_in', null), event: 'mami-enrolled' };
    case 'counter-referral': {
      const { discharged_on: discharged } = form.answers;
      if (open?.status !== 'inpatient' || discharged === null) return nothing;
      const admitted = open.periods.at(-1)?.from ?? discharged;
      return changed(moved(open, 'active', laterOf(admitted, discharged)), null);
    }
    case 'mami-exit':
      if (open !== null) return exited(open, form.answers.exit_code, on, entry.id, false);
      if (last?.outcome?.implied) return changed(withOutcome(last, form.answers.exit_code, on, entry.id), 'exit-named');
      return { kind: 'problem', problem: 'exitWithoutEpisode' };
    case 'death':
      return open === null ? nothing : exited(open, 'R5', on, entry.id, true);
    default:
      return nothing;
  }
};

/**
 * Whether a temporary transfer is a stay in inpatient care (also when no place is named). An infant who is only seen
 * elsewhere sleeps at home, and its visits here stay due.
 */
export const isStay = (place: Coded<string> | null): boolean => place === null || place === 'inpatient';

const laterOf = (a: LocalDate, b: LocalDate): LocalDate => {
  if (a < b) return b;
  return a;
};

const changed = (episode: EpisodeOfCare, event: StepEvent | null): Step => ({
  kind: 'changed',
  episode,
  event,
});

const opened = (
  { entry, occurredOn: on }: ReadEntry,
  child: PersonId,
  entryType: Coded<string> | null,
  reasons: readonly string[] | null,
): EpisodeOfCare => ({
  child,
  enrolledOn: on,
  enrolledBy: entry.id,
  facility: entry.facility,
  entryType,
  reasons,
  status: 'active',
  periods: [{ status: 'active', from: on, to: null }],
  outcome: null,
});

const moved = (episode: EpisodeOfCare, status: EpisodeStatus, on: LocalDate): EpisodeOfCare => {
  if (episode.status === status) return episode;
  const periods = episode.periods.map((period) => (period.to === null ? { ...period, to: on } : period));
  return { ...episode, status, periods: [...periods, { status, from: on, to: null }] };
};

const reopened = (episode: EpisodeOfCare, on: LocalDate): EpisodeOfCare => ({
  ...moved(episode, 'active', on),
  outcome: null,
});

const exited = (episode: EpisodeOfCare, code: Outcome, on: LocalDate, entry: EntryId, implied: boolean): Step =>
  changed({ ...moved(episode, 'exited', on), outcome: { code, on, entry, implied } }, 'mami-exited');

const withOutcome = (episode: EpisodeOfCare, code: Outcome, on: LocalDate, entry: EntryId): EpisodeOfCare => ({
  ...episode,
  outcome: { code, on, entry, implied: false },
});
