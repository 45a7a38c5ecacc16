/** Families in follow-up who come to their visits: due today or soon, each with a particular situation. */
import type { JsonObject } from '@denba/records/canonical-json';
import type { DayOffset, DemonstrationDraft } from './demonstration-draft.ts';
import { type FamilyPlan, registeredByGrandmother } from './demonstration-family.ts';
import { early, fine, inFollowUp, smallAtTerm, type Teller } from './demonstration-told.ts';

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

/** The mother died; the grandmother feeds the infant by cup. */
export const orphan = (nextDue: DayOffset, ageDays: number): Teller => {
  const tell = inFollowUp({
    ageDays,
    enrolledAt: 15,
    lastSeen: nextDue - 7,
    nextDue,
    situations: ['orphan'],
    registration: registeredByGrandmother,
    over: () => ({ answers: { rf_per_day: 8, rf_ml: ageDays < 60 ? 90 : 120, agreed_actions: ['family_support'] } }),
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

/** All nine questions (PHQ-9) were asked at the last visit: the mother needs support; nobody is in danger. */
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

/** Gains almost nothing between the last visits, so that the growth curve falls. */
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

/** Will be six months old around today, and is still in care. */
export const reviewDue = (ageDays: number, lastSeen: DayOffset): Teller =>
  inFollowUp({
    ageDays,
    enrolledAt: 30,
    lastSeen,
    nextDue: 184 - ageDays,
    situations: ['review'],
  });
