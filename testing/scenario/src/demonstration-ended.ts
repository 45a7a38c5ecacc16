/** Families whose care has ended, one or more for each outcome. */

import { illAnswers, sentToHospital } from './demonstration-away.ts';
import type { DayOffset } from './demonstration-draft.ts';
import { demonstrationFamily, type GrownInfant, registered } from './demonstration-family.ts';
import { early, inFollowUp, smallAtTerm, type Teller } from './demonstration-told.ts';
import { followed, happened, left, reviewed, visitDays } from './demonstration-visits.ts';
import type { SimulationSettings } from './simulation-settings.ts';

/** Reviewed at six months. The protocol decides the outcome; the infant is chosen so that the outcome is `exitCode`. */
export const reviewedAt = (ageDays: number, since: number, exitCode: 'R1' | 'R1b' | 'R2'): Teller => {
  const reviewDay = -since;
  const bornOn = -ageDays;
  // An infant with outcome R1b needs time for its gain, so it was enrolled earlier.
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

/** Left before the review: moved away, went to another centre, stopped coming, or enrolled by mistake. */
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
