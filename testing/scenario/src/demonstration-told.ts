/**
 * A family of the demonstration centre with everything recorded about it so far, and the usual course: registered and
 * enrolled on one day, then seen until the last visit.
 */
import type { DayOffset, DemonstrationDraft } from './demonstration-draft.ts';
import {
  type DemonstrationFamily,
  demonstrationFamily,
  type FamilyPlan,
  type GrownInfant,
  registered,
} from './demonstration-family.ts';
import { followed, type Over, visitDays } from './demonstration-visits.ts';
import type { Random } from './random.ts';

export type Situation =
  | 'dueToday'
  | 'dueSoon'
  | 'late'
  | 'defaulter'
  | 'traced'
  | 'twins'
  | 'preterm'
  | 'orphan'
  | 'adolescentMother'
  | 'lowMood'
  | 'inHospital'
  | 'backFromHospital'
  | 'positiveScreen'
  | 'negativeScreen'
  | 'faltering'
  | 'review'
  | 'exit'
  | 'death'
  | 'declined'
  | 'duplicate';

export type ToldFamily = {
  readonly family: DemonstrationFamily;
  readonly situations: readonly Situation[];
  readonly drafts: readonly DemonstrationDraft[];
};

export type Teller = (random: Random, number: number) => ToldFamily;

export const small = ({ birth }: GrownInfant): boolean => birth.weightKg > 1.7 && birth.weightKg < 2.5;

export const smallAtTerm = (infant: GrownInfant): boolean => small(infant) && infant.birth.gestationalAgeDays >= 259;

export const early = ({ birth }: GrownInfant): boolean =>
  birth.gestationalAgeDays >= 217 && birth.gestationalAgeDays < 252;

export const fine = ({ birth, sizes }: GrownInfant): boolean =>
  birth.weightKg >= 2.6 && birth.gestationalAgeDays >= 259 && sizes.every(({ z }) => z > -1.6);

type Followed = {
  readonly ageDays: number;
  /** Age in days at enrolment. */
  readonly enrolledAt: number;
  /** The enrolment is at most this many days ago; default `LONGEST_FOLLOWED`. */
  readonly followedDays?: number;
  readonly lastSeen: DayOffset;
  readonly nextDue: DayOffset;
  readonly plan?: Partial<FamilyPlan>;
  readonly situations: readonly Situation[];
  readonly over?: (visit: number, last: boolean, family: DemonstrationFamily) => Over;
  readonly registration?: (family: DemonstrationFamily) => Parameters<typeof registered>[2];
  readonly after?: (family: DemonstrationFamily) => readonly DemonstrationDraft[];
};

/** The usual limit of `followedDays`: the centre must be made in seconds, so most courses are short. */
const LONGEST_FOLLOWED = 31;

/** A family in follow-up: registered and enrolled on one day, seen until `lastSeen`, expected on `nextDue`. */
export const inFollowUp =
  ({
    ageDays,
    enrolledAt,
    followedDays = LONGEST_FOLLOWED,
    lastSeen,
    nextDue,
    plan,
    situations,
    over,
    registration,
    after,
  }: Followed): Teller =>
  (random, number) => {
    const bornOn = -ageDays;
    const enrolledOn = Math.max(bornOn + enrolledAt, Math.min(-followedDays, lastSeen - 14));
    const days = visitDays(bornOn, enrolledOn, lastSeen);
    const family = demonstrationFamily(random, number, {
      bornOn,
      seenOn: [enrolledOn, ...days],
      accept: smallAtTerm,
      ...plan,
    });
    return {
      family,
      situations,
      drafts: [
        registered(family, enrolledOn, registration?.(family)),
        ...followed(family, { enrolledOn, days, nextDue }, (visit, last) => over?.(visit, last, family) ?? {}),
        ...(after?.(family) ?? []),
      ],
    };
  };
