/**
 * The children of a family as the calendar comparison needs them: their place and period of care, and what the record
 * knew.
 */
import type { LocalDate } from '@denba/quantities/local-date';
import type { FacilityId, PersonId } from '@denba/records/ids';
import { byOccurrence } from '@denba/records/timeline/project-encounters';
import type { Child, Timeline } from '@denba/records/timeline/timeline';
import type { Inputs } from '../../assess/read-inputs.ts';
import type { CareRules } from '../../care/follow-up/follow-up-rules.ts';
import { knownInputs } from '../../care/visit/known-inputs.ts';

/** A child during the time that one place cared for it: a family that moves for good gives two of these per child. */
export type CalendarChild = {
  readonly child: PersonId;
  readonly place: string;
  /** The first day on which the record mentions the child, at any place. */
  readonly known: LocalDate;
  /** The first day of care at this place. */
  readonly from: LocalDate;
  /**
   * The first day on which nothing is due here any more, because of a death or a permanent move. `null`: care goes on.
   */
  readonly until: LocalDate | null;
  /**
   * What was known on the first day, and again after each death or change of caregiver in the family; earliest first.
   */
  readonly told: readonly KnownOn[];
};

export type KnownOn = { readonly on: LocalDate; readonly inputs: () => Inputs };

/** Leaves out children without a birth date and stillborn children: the calendar counts from a birth. */
export const calendarChildren = (timeline: Timeline, rules: CareRules): readonly CalendarChild[] => {
  const stays = staysOf(timeline);
  return timeline.children.flatMap((child): CalendarChild[] => {
    const known = firstKnown(timeline, child);
    if (child.birthDate === null || child.stillborn === true || known === null) return [];
    const told = [known, ...daysOfCare(timeline, known)].map((on): KnownOn => {
      const inputs = knownInputs(timeline, child.id, on, rules);
      return { on, inputs: () => inputs };
    });
    const died = timeline.persons.find(({ id }) => id === child.id)?.died?.on ?? null;
    return stays.flatMap(({ place, from, until: left }): CalendarChild[] => {
      const until = earlier(left, died);
      const isOver = until !== null && (until <= from || until <= known);
      return isOver ? [] : [{ child: child.id, place, known, from, until, told }];
    });
  });
};

/** The days after `after` on which somebody of the family died or a caregiver changed. */
const daysOfCare = ({ history }: Timeline, after: LocalDate): readonly LocalDate[] =>
  history
    .filter(({ form, withdrawn }) => !withdrawn && (form.kind === 'death' || form.kind === 'caregiver-change'))
    .map(({ occurredOn }) => occurredOn)
    .filter((on) => on > after)
    .sort();

const firstKnown = ({ history }: Timeline, child: Child): LocalDate | null =>
  history
    .filter(({ subject, entry, withdrawn }) => !withdrawn && (subject === child.id || entry.id === child.birth))
    .map(({ occurredOn }) => occurredOn)
    .sort()[0] ?? null;

type Stay = { readonly place: FacilityId; readonly from: LocalDate; readonly until: LocalDate | null };

/**
 * The places that cared for the family, with the days of its moves, by the same rules as `facilityOf` of the timeline.
 */
const staysOf = ({ history }: Timeline): readonly Stay[] => {
  const happened = history.filter(({ withdrawn }) => !withdrawn).toSorted(byOccurrence);
  const [first] = happened;
  if (first === undefined) return [];
  const stays: Stay[] = [{ place: first.entry.facility, from: first.occurredOn, until: null }];
  for (const { entry, form, occurredOn } of happened) {
    const last = stays.at(-1);
    const place =
      form.kind === 'return-to-care' && form.answers.entry_type === 'transfer_in'
        ? entry.facility
        : form.kind === 'transfer' && form.answers.transfer === 'permanent'
          ? (form.answers.to_facility_id ?? null)
          : null;
    if (place === null || last === undefined || place === last.place) continue;
    stays.splice(-1, 1, { ...last, until: occurredOn }, { place, from: occurredOn, until: null });
  }
  return stays;
};

const earlier = (one: LocalDate | null, other: LocalDate | null): LocalDate | null =>
  one === null || (other !== null && other < one) ? other : one;
