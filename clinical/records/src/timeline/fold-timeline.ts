/**
 * The fold: from a family's entries to its timeline. Pure, and a function of the *set* of entries: neither the order of
 * arrival nor repeated entries change the result.
 *
 *     entries ─ order by (recordedAt, id) ─ apply corrections ─ resolve merges ─┬─ persons, children   (order of recording)
 *                                                                             └─ encounters, episodes (order of occurrence)
 *                                                                                └─ facts
 */
import { compareEntries, type Entry } from '../entry.ts';
import type { FacilityId, FamilyId } from '../ids.ts';
import { applyCorrections } from './apply-corrections.ts';
import { byOccurrence, projectEncounters } from './project-encounters.ts';
import { projectEpisodes } from './project-episodes.ts';
import { projectFacts } from './project-facts.ts';
import { projectPeople } from './project-persons.ts';
import { type Identities, resolveMerges } from './resolve-merges.ts';
import type { ReadEntry, Timeline } from './timeline.ts';
import { type TimelineProblem, timelineProblem } from './timeline-problem.ts';

/**
 * The timeline of `family`, or of the family that it was merged into. `entries` are those of the family and of the
 * families merged with it, in any order; `foldFamilies` collects them. Entries of other families are reported as
 * problems and stay only in `history`.
 */
export const foldTimeline = (family: FamilyId, entries: Iterable<Entry>): Timeline => {
  const ordered = inOrder(entries);
  const { entries: history, problems: corrections } = applyCorrections(ordered);
  const identities = resolveMerges(history);
  const root = identities.family(family);
  const ours = history.filter(({ entry }) => identities.family(entry.family) === root);
  const counted = ours.filter((read) => !read.withdrawn);
  const people = projectPeople(counted, identities);
  const happened = counted.map((read) => underKeptIds(read, identities)).sort(byOccurrence);
  const { encounters, problems: ofEncounters } = projectEncounters(happened, people.children, people.persons);
  const { episodes, events, problems: ofEpisodes } = projectEpisodes(happened);
  return {
    family: root,
    families: [...new Set([root, ...ours.map(({ entry }) => entry.family)])].sort(),
    facility: facilityOf(happened),
    contact: people.contact,
    persons: people.persons,
    pregnancies: people.pregnancies,
    children: people.children,
    encounters,
    episodes,
    facts: projectFacts({ family: root, happened, ...people, encounters, events }),
    history,
    problems: sorted([
      ...corrections,
      ...identities.problems,
      ...history.flatMap((read) => ownProblems(read, identities.family(read.entry.family) === root)),
      ...reusedIds(ordered),
      ...people.problems,
      ...ofEncounters,
      ...ofEpisodes,
    ]),
  };
};

const inOrder = (entries: Iterable<Entry>): readonly Entry[] => {
  const ordered = [...entries].sort(compareEntries);
  return ordered.filter((entry, index) => {
    const before = ordered[index - 1];
    return before === undefined || compareEntries(before, entry) !== 0;
  });
};

const underKeptIds = (read: ReadEntry, identities: Identities): ReadEntry =>
  read.subject === null ? read : { ...read, subject: identities.person(read.subject) };

/**
 * The place where the last permanent transfer or arrival led; otherwise where the family was first seen. A transfer to
 * a place that has only a name, no id, changes nothing: the family stays here until it arrives there.
 */
const facilityOf = (happened: readonly ReadEntry[]): FacilityId | null => {
  let facility: FacilityId | null = happened[0]?.entry.facility ?? null;
  for (const { entry, form } of happened) {
    if (form.kind === 'return-to-care' && form.answers.entry_type === 'transfer_in') facility = entry.facility;
    if (form.kind !== 'transfer' || form.answers.transfer !== 'permanent') continue;
    facility = form.answers.to_facility_id ?? facility;
  }
  return facility;
};

const ownProblems = (read: ReadEntry, ours: boolean): readonly TimelineProblem[] => {
  const { entry, form, occurredOn } = read;
  const problems: TimelineProblem[] = [];
  if (!ours) problems.push(timelineProblem('otherFamily', entry.id));
  if (form.kind === 'unknownForm') problems.push(timelineProblem('unknownForm', entry.id));
  if (form.kind === 'unreadable') problems.push(timelineProblem('unreadableAnswers', entry.id));
  if (occurredOn > entry.recordedAt.slice(0, 10)) problems.push(timelineProblem('occurredAfterRecorded', entry.id));
  return problems;
};

const reusedIds = (ordered: readonly Entry[]): readonly TimelineProblem[] => {
  const seen = new Set<string>();
  return ordered.flatMap((entry) => {
    if (!seen.has(entry.id)) {
      seen.add(entry.id);
      return [];
    }
    return [timelineProblem('idReused', entry.id)];
  });
};

const sorted = (problems: readonly TimelineProblem[]): readonly TimelineProblem[] =>
  problems.toSorted((a, b) => (a.entry === b.entry ? (a.kind < b.kind ? -1 : 1) : a.entry < b.entry ? -1 : 1));
