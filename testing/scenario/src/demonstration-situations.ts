/**
 * What is going on in the demonstration centre today: one function for each situation that a worker meets. Each makes a
 * family and everything that was written about it so far.
 */
import type { JsonObject } from '@denba/records/canonical-json';
import type { DayOffset, DemonstrationDraft } from './demonstration-draft.ts';
import {
  type DemonstrationFamily,
  demonstrationFamily,
  type FamilyPlan,
  type GrownInfant,
  registered,
  registeredByGrandmother,
} from './demonstration-family.ts';
import {
  assessed,
  followed,
  happened,
  left,
  type Over,
  reviewed,
  screened,
  visitDays,
} from './demonstration-visits.ts';
import type { Random } from './random.ts';
import type { SimulationSettings } from './simulation-settings.ts';

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

const small = ({ birth }: GrownInfant): boolean => birth.weightKg > 1.7 && birth.weightKg < 2.5;
const smallAtTerm = (infant: GrownInfant): boolean => small(infant) && infant.birth.gestationalAgeDays >= 259;
const early = ({ birth }: GrownInfant): boolean => birth.gestationalAgeDays >= 217 && birth.gestationalAgeDays < 252;
const fine = ({ birth, sizes }: GrownInfant): boolean =>
  birth.weightKg >= 2.6 && birth.gestationalAgeDays >= 259 && sizes.every(({ z }) => z > -1.6);

type Followed = {
  readonly ageDays: number;
  /** Age at enrolment. */
  readonly enrolledAt: number;
  /** Enrolled no longer ago than this; `LONGEST_FOLLOWED` unless said. */
  readonly followedDays?: number;
  readonly lastSeen: DayOffset;
  readonly nextDue: DayOffset;
  readonly plan?: Partial<FamilyPlan>;
  readonly situations: readonly Situation[];
  readonly over?: (visit: number, last: boolean, family: DemonstrationFamily) => Over;
  readonly registration?: (family: DemonstrationFamily) => Parameters<typeof registered>[2];
  readonly after?: (family: DemonstrationFamily) => readonly DemonstrationDraft[];
};

/** Enrolled no longer ago than this: a centre is made in seconds, and most stories are short. */
const LONGEST_FOLLOWED = 31;

/** A family in follow-up: registered and enrolled on one day, seen until `lastSeen`, expected on `nextDue`. */
const inFollowUp =
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

export const dueIn = (nextDue: DayOffset, ageDays: number, plan?: Partial<FamilyPlan>): Teller =>
  inFollowUp({
    ageDays,
    enrolledAt: 10,
    lastSeen: nextDue - (ageDays < 56 ? 7 : 14),
    nextDue,
    ...(plan === undefined ? {} : { plan }),
    situations: [nextDue === 0 ? 'dueToday' : 'dueSoon'],
  });

/** Born well; feeding was difficult at the assessment and is better since. */
export const feedingTrouble = (nextDue: DayOffset, ageDays: number): Teller =>
  inFollowUp({
    ageDays,
    enrolledAt: Math.max(9, ageDays - 40),
    lastSeen: nextDue - (ageDays < 56 ? 7 : 14),
    nextDue,
    plan: { accept: fine },
    situations: [nextDue === 0 ? 'dueToday' : 'dueSoon'],
    over: (visit) =>
      visit === 0 ? { answers: { f1: false, f4: false, f8: true, bf_status: 'predominant', bf_24h: 6 } } : {},
  });

/** The mother lives with HIV and takes her treatment; the infant is exposed. */
export const hivExposed = (nextDue: DayOffset, ageDays: number): Teller => {
  const exposed = { hiv: 'positive', art: 'yes', hiv_exposed: 'yes', hiv_test: 'negative', prophylaxis: 'yes' };
  return inFollowUp({
    ageDays,
    enrolledAt: 14,
    lastSeen: nextDue - 14,
    nextDue,
    plan: { accept: fine },
    situations: ['dueSoon'],
    over: () => ({ answers: exposed }),
  });
};

/** `days` late, with a village that is far or a telephone that does not answer. */
export const late = (days: number, ageDays: number): Teller =>
  inFollowUp({
    ageDays,
    enrolledAt: 12,
    lastSeen: -days - 14,
    nextDue: -days,
    situations: [days >= 28 ? 'defaulter' : 'late'],
  });

/** Missed twice, looked for once and not found. */
export const tracedInVain = (ageDays: number): Teller =>
  inFollowUp({
    ageDays,
    enrolledAt: 9,
    lastSeen: -37,
    nextDue: -23,
    situations: ['traced', 'defaulter'],
    after: (family) =>
      family.infants.map((child) =>
        happened(family, child, 'tracing', -12, {
          tracing_result: 'not_found',
          tracing_note: 'La famille est au champ, la voisine transmettra.',
        }),
      ),
  });

export const twins = (nextDue: DayOffset, ageDays: number, preterm: boolean): Teller =>
  inFollowUp({
    ageDays,
    enrolledAt: 7,
    lastSeen: nextDue - (ageDays < 56 ? 7 : 14),
    nextDue,
    plan: {
      twins: true,
      accept: (infant) =>
        preterm ? early(infant) : infant.birth.gestationalAgeDays >= 259 && infant.birth.weightKg < 2.7,
    },
    situations: preterm ? ['twins', 'preterm'] : ['twins'],
  });

export const preterm = (nextDue: DayOffset, ageDays: number): Teller =>
  inFollowUp({
    ageDays,
    enrolledAt: 6,
    lastSeen: nextDue - 7,
    nextDue,
    plan: { accept: early },
    situations: ['preterm'],
  });

/** The mother died; the grandmother feeds by cup. */
export const orphan = (nextDue: DayOffset, ageDays: number): Teller => {
  const tell = inFollowUp({
    ageDays,
    enrolledAt: 15,
    lastSeen: nextDue - 7,
    nextDue,
    situations: ['orphan'],
    registration: registeredByGrandmother,
    over: () => ({ answers: { rf_per_day: 8, rf_ml: ageDays < 60 ? 90 : 120 } }),
  });
  return (random, number) => {
    const told = tell(random, number);
    return { ...told, drafts: told.drafts.map(byCup) };
  };
};

const byCup = (draft: DemonstrationDraft): DemonstrationDraft =>
  draft.usual === 'breastfed' ? { ...draft, usual: 'cupFed' } : draft;

export const adolescentMother = (nextDue: DayOffset, ageDays: number, motherAge: number): Teller =>
  inFollowUp({
    ageDays,
    enrolledAt: 8,
    lastSeen: nextDue - (ageDays < 56 ? 7 : 14),
    nextDue,
    plan: { motherAge },
    situations: ['adolescentMother'],
  });

/** Nine questions asked at the last visit: a mother who needs support; nobody is in danger. */
export const lowMood = (nextDue: DayOffset, ageDays: number): Teller =>
  inFollowUp({
    ageDays,
    enrolledAt: 14,
    lastSeen: nextDue - 14,
    nextDue,
    plan: { accept: smallAtTerm },
    situations: ['lowMood'],
    over: (_visit, last) => (last ? { answers: lowMoodAnswers } : {}),
  });

const lowMoodAnswers: JsonObject = {
  phq1: 2,
  phq2: 2,
  mh_concern: true,
  phq3: 2,
  phq4: 2,
  phq5: 1,
  phq6: 1,
  phq7: 1,
  phq8: 0,
  phq9: 0,
  phq_function: 'some',
  social_support: 'some',
  workload_heavy: true,
  f13: true,
};

/** Sent to hospital with a danger sign at the last visit, and still there. */
export const inHospital = (sentOn: DayOffset, ageDays: number): Teller =>
  inFollowUp({
    ageDays,
    enrolledAt: 10,
    lastSeen: sentOn,
    nextDue: sentOn + 7,
    situations: ['inHospital'],
    over: (_visit, last) => (last ? { answers: illAnswers } : {}),
    after: (family) => sentToHospital(family, sentOn),
  });

const illAnswers: JsonObject = {
  d_feed: 'not_well',
  temp_c: 38.4,
  temp_feel: 'hot',
  fever_reported: true,
  f14: true,
  f5: 'not_effective',
  referral_to: 'inpatient',
};

const sentToHospital = (family: DemonstrationFamily, day: DayOffset): readonly DemonstrationDraft[] =>
  family.infants.map((child) =>
    happened(family, child, 'transfer', day, {
      transfer: 'temporary',
      to_facility: 'CSRéf de Kalabancoro',
      referral_to: 'inpatient',
      transfer_reason: 'Tète mal, fièvre',
      urgent: true,
    }),
  );

/** In hospital for a week, out since `outOn`, to be seen again. */
export const backFromHospital = (outOn: DayOffset, ageDays: number): Teller =>
  inFollowUp({
    ageDays,
    enrolledAt: 10,
    lastSeen: outOn - 7,
    nextDue: outOn,
    situations: ['backFromHospital'],
    over: (_visit, last) => (last ? { answers: illAnswers } : {}),
    after: (family) => [
      ...sentToHospital(family, outOn - 7),
      ...family.infants.map((child) =>
        happened(
          family,
          child,
          'return-to-care',
          outOn,
          { entry_type: 'post_inpatient', from_facility: 'CSRéf de Kalabancoro' },
          { inpatient_discharge_date: outOn },
        ),
      ),
    ],
  });

/** Gains nothing between the last two visits: the curve leaves its way. */
export const faltering = (nextDue: DayOffset, ageDays: number): Teller =>
  inFollowUp({
    ageDays,
    enrolledAt: 12,
    followedDays: 46,
    lastSeen: nextDue - (ageDays < 56 ? 7 : 14),
    nextDue,
    plan: {
      settings: { falteringShare: 1, falteringZ: -2.4, driftHalfLifeDays: 25 },
      accept: (infant) => {
        const [first, second, last] = infant.sizes.slice(-3);
        if (first === undefined || second === undefined || last === undefined) return false;
        const gains = [second.weightKg - first.weightKg, last.weightKg - second.weightKg];
        return smallAtTerm(infant) && last.z < -2.2 && gains.every((gain) => gain < 0.12 && gain > 0.01);
      },
    },
    situations: ['faltering'],
    over: (_visit, last) =>
      last ? { answers: { f1: false, f4: false, bf_24h: 6, f9: ['not_enough_milk'], f12: 5 } } : {},
  });

/** Screened at vaccination and found at risk; the full assessment is still to be done. */
export const positiveScreen =
  (day: DayOffset, ageDays: number, answers: JsonObject): Teller =>
  (random, number) => {
    const family = demonstrationFamily(random, number, { bornOn: -ageDays, seenOn: [day], accept: small });
    return {
      family,
      situations: ['positiveScreen'],
      drafts: [registered(family, day), ...screened(family, day, 'positive', answers)],
    };
  };

export const negativeScreen =
  (day: DayOffset, ageDays: number): Teller =>
  (random, number) => {
    const family = demonstrationFamily(random, number, { bornOn: -ageDays, seenOn: [day], accept: fine });
    return {
      family,
      situations: ['negativeScreen'],
      drafts: [registered(family, day), ...screened(family, day, 'negative', { weight_g: weightOf(family, day) })],
    };
  };

const weightOf = (family: DemonstrationFamily, day: DayOffset): number =>
  Math.round((family.infants[0]?.sizeOn(day).weightKg ?? 0) * 100) * 10;

/** Six months old about today, still in care. */
export const reviewDue = (ageDays: number, lastSeen: DayOffset): Teller =>
  inFollowUp({
    ageDays,
    enrolledAt: 30,
    lastSeen,
    nextDue: 184 - ageDays,
    situations: ['review'],
  });

/** Reviewed at six months. The protocol gives the outcome; the infant is chosen so that it is this one. */
export const reviewedAt = (ageDays: number, since: number, exitCode: 'R1' | 'R1b' | 'R2'): Teller => {
  const reviewDay = -since;
  const bornOn = -ageDays;
  // Whoever has gained much was followed for long.
  const enrolledOn = bornOn + (exitCode === 'R1b' ? 45 : 85);
  const days = visitDays(bornOn, enrolledOn, reviewDay - 10);
  return (random, number) => {
    const family = demonstrationFamily(random, number, {
      bornOn,
      seenOn: [enrolledOn, ...days, reviewDay],
      accept: (infant) => smallAtTerm(infant) && grewLike(exitCode, infant),
      settings: growthThatGives[exitCode],
    });
    return {
      family,
      situations: ['exit'],
      drafts: [
        registered(family, enrolledOn),
        ...followed(family, { enrolledOn, days, nextDue: reviewDay }),
        ...reviewed(family, reviewDay),
      ],
    };
  };
};

const growthThatGives: Readonly<Record<'R1' | 'R1b' | 'R2', Partial<SimulationSettings>>> = {
  R1: {},
  R1b: { smallForGestationShare: 1, targetZ: { mean: -2.4, sd: 0.3, ofBirthZ: 0 } },
  R2: { smallForGestationShare: 1, targetZ: { mean: -3.2, sd: 0.3, ofBirthZ: 0 } },
};

const grewLike = (exitCode: 'R1' | 'R1b' | 'R2', { sizes }: GrownInfant): boolean => {
  const [first, before, last] = [sizes[0], sizes.at(-2), sizes.at(-1)];
  if (first === undefined || before === undefined || last === undefined) return false;
  if (last.weightKg < before.weightKg + 0.1) return false;
  if (exitCode === 'R1') return last.z > -1.5 && last.muacMm > 131;
  if (exitCode === 'R1b') return last.z < -2.15 && last.z > -2.9 && last.z - first.z > 0.6 && last.muacMm > 126;
  return last.z < -2.9 && last.muacMm < 121 && last.muacMm > 116;
};

/** Left before the review: moved away, went to another centre, stopped coming, enrolled by mistake. */
export const leftEarly = (ageDays: number, leftOn: DayOffset, exitCode: 'R3' | 'R4' | 'R6', why: string): Teller =>
  inFollowUp({
    ageDays,
    enrolledAt: 16,
    lastSeen: leftOn - (exitCode === 'R4' ? 35 : 9),
    nextDue: leftOn - (exitCode === 'R4' ? 28 : 2),
    situations: ['exit'],
    after: (family) => [
      ...(exitCode === 'R4'
        ? family.infants.map((child) => happened(family, child, 'tracing', leftOn - 9, { tracing_result: 'not_found' }))
        : []),
      ...family.infants.flatMap((child) =>
        left(family, child, leftOn, exitCode, { answers: { exit_why: why, reviewed: false } }),
      ),
    ],
  });

/** The infant died, in hospital after an urgent referral. */
export const died = (ageDays: number, diedOn: DayOffset): Teller =>
  inFollowUp({
    ageDays,
    enrolledAt: 7,
    lastSeen: diedOn - 2,
    nextDue: diedOn + 5,
    plan: { accept: early },
    situations: ['death', 'exit'],
    over: (_visit, last) => (last ? { answers: illAnswers } : {}),
    after: (family) => [
      ...sentToHospital(family, diedOn - 2),
      ...family.infants.map((child) =>
        happened(family, child, 'death', diedOn, { death_place: 'inpatient', death_date_precision: 'exact' }),
      ),
    ],
  });

/** At risk, and the family does not wish follow-up for now. */
export const declined =
  (day: DayOffset, ageDays: number): Teller =>
  (random, number) => {
    const family = demonstrationFamily(random, number, { bornOn: -ageDays, seenOn: [day], accept: smallAtTerm });
    return {
      family,
      situations: ['declined'],
      drafts: [
        registered(family, day),
        ...family.infants.map((child) =>
          assessed(family, child, day, {
            answers: { consent: false, enrolment_decision: 'declined', entry_type: 'new' },
          }),
        ),
      ],
    };
  };

/** Registered once at birth and again, with another spelling, when the infant was screened elsewhere. */
export const duplicateOf =
  (original: ToldFamily, day: DayOffset): Teller =>
  (random, number) => {
    const { family: first } = original;
    const family = demonstrationFamily(random, number, {
      bornOn: first.bornOn,
      seenOn: [day],
      accept: small,
      motherAge: first.motherAge,
    });
    const again: DemonstrationFamily = {
      ...family,
      motherName: spelledOtherwise(first.motherName),
      contact: first.contact,
      infants: family.infants.map((infant) => ({
        ...infant,
        name: first.infants[0]?.name ?? infant.name,
        birth: first.infants[0]?.birth ?? infant.birth,
      })),
    };
    return {
      family: again,
      situations: ['duplicate', 'positiveScreen'],
      drafts: [registered(again, day), ...screened(again, day, 'positive', { sc3: true, contact_point: 'community' })],
    };
  };

/** As another worker hears the same name. */
const spelledOtherwise = (name: string): string =>
  name
    .replace(/ou/g, 'u')
    .replace(/Dj/g, 'J')
    .replace(/[éèïîô]/g, (letter) => ({ é: 'e', è: 'e', ï: 'i', î: 'i', ô: 'o' })[letter] ?? letter)
    .replace(/ia/g, 'iya');
