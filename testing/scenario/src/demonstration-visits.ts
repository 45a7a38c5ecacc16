/** What a worker records at each contact with a family of the demonstration centre. */
import type { JsonObject } from '@denba/records/canonical-json';
import type { DayOffset, DemonstrationDraft, DemonstrationForm } from './demonstration-draft.ts';
import { type DemonstrationChild, type DemonstrationFamily, measured } from './demonstration-family.ts';

/** Answers of one contact that are added to the usual ones, or replace them. */
export type Over = { readonly answers?: JsonObject; readonly dates?: Readonly<Record<string, DayOffset>> };

const ofChild = (
  family: DemonstrationFamily,
  child: DemonstrationChild,
  form: DemonstrationForm,
  day: DayOffset,
  answers: JsonObject,
  dates: Readonly<Record<string, DayOffset>> = {},
): DemonstrationDraft => ({
  family: family.id,
  subject: child.id,
  form,
  day,
  answers,
  ...(Object.keys(dates).length === 0 ? {} : { dates }),
});

/**
 * The days on which a pair in follow-up comes: weekly under 56 days of age, then every two weeks, then every four
 * weeks.
 */
export const visitDays = (bornOn: DayOffset, enrolledOn: DayOffset, lastSeen: DayOffset): readonly DayOffset[] => {
  const days: DayOffset[] = [];
  for (let day = enrolledOn; ; ) {
    const age = day - bornOn;
    day += age < 56 ? 7 : age < 112 ? 14 : 28;
    if (day > lastSeen - 4) break;
    days.push(day);
  }
  return lastSeen > enrolledOn ? [...days, lastSeen] : days;
};

/** A full assessment of every infant of the family on one day, with enrolment. */
const assessedAndEnrolled = (
  family: DemonstrationFamily,
  day: DayOffset,
  nextDue: DayOffset,
  over: Over = {},
): readonly DemonstrationDraft[] =>
  family.infants.map((child) =>
    assessed(family, child, day, {
      answers: { consent: true, enrolled: true, enrolment_decision: 'enrolled', entry_type: 'new', ...over.answers },
      dates: { enrol_date: day, next_due: nextDue, ...over.dates },
    }),
  );

export const assessed = (
  family: DemonstrationFamily,
  child: DemonstrationChild,
  day: DayOffset,
  { answers = {}, dates = {} }: Over = {},
): DemonstrationDraft => ({
  ...ofChild(
    family,
    child,
    'assessment',
    day,
    {
      visit_type: 'assessment',
      ...bodyAnswers(family, child),
      ...measured(family, child, day, 'all'),
      ...answers,
    },
    dates,
  ),
  usual: 'breastfed',
});

/** A follow-up visit; with `weight and arm` the length is not measured, and the assessment stays incomplete. */
export const visited = (
  family: DemonstrationFamily,
  child: DemonstrationChild,
  day: DayOffset,
  what: 'all' | 'weight and arm',
  { answers = {}, dates = {} }: Over = {},
): DemonstrationDraft => ({
  ...ofChild(
    family,
    child,
    'follow-up',
    day,
    { visit_type: 'followup', ...bodyAnswers(family, child), ...measured(family, child, day, what), ...answers },
    dates,
  ),
  usual: 'breastfed',
});

/** Enrolled, then seen on each of `days`; `over` may change what is found at a visit (0: the assessment). */
export const followed = (
  family: DemonstrationFamily,
  plan: { readonly enrolledOn: DayOffset; readonly days: readonly DayOffset[]; readonly nextDue: DayOffset },
  over: (visit: number, last: boolean) => Over = () => ({}),
): readonly DemonstrationDraft[] => {
  const { enrolledOn, days, nextDue } = plan;
  const planned = (index: number): DayOffset => {
    const next = days[index];
    return next === undefined ? nextDue : next - family.random.pick([0, 0, 0, 1]);
  };
  return [
    ...assessedAndEnrolled(family, enrolledOn, planned(0), over(0, days.length === 0)),
    ...days.flatMap((day, index) => {
      const next = planned(index + 1);
      const { answers, dates } = over(index + 1, index === days.length - 1);
      return family.infants.map((child) =>
        visited(family, child, day, index % 5 === 1 && index < days.length - 1 ? 'weight and arm' : 'all', {
          answers: { agreed_actions: [family.random.pick(agreed)], ...answers },
          dates: { next_due: next, ...dates },
        }),
      );
    }),
  ];
};

const agreed = ['feeding', 'hygiene', 'mother_rest', 'family_support'] as const;

/** The six-month review. The outcome, and the exit that it leads to, are decided by the protocol. */
export const reviewed = (family: DemonstrationFamily, day: DayOffset): readonly DemonstrationDraft[] =>
  family.infants.map((child) => ({
    ...ofChild(family, child, 'review', day, {
      visit_type: 'review',
      alive: true,
      reviewed: true,
      ...bodyAnswers(family, child),
      ...measured(family, child, day, 'all'),
    }),
    usual: 'breastfed' as const,
  }));

/** Leaves care with one of the outcomes R1 to R6. */
export const left = (
  family: DemonstrationFamily,
  child: DemonstrationChild,
  day: DayOffset,
  exitCode: string,
  { answers = {}, dates = {} }: Over = {},
): readonly DemonstrationDraft[] => [
  ofChild(family, child, 'exit', day, { exit_code: exitCode, alive: exitCode !== 'R5', ...answers }, dates),
];

export const screened = (
  family: DemonstrationFamily,
  day: DayOffset,
  result: 'positive' | 'negative',
  answers: JsonObject,
): readonly DemonstrationDraft[] =>
  family.infants.map((child) => ({
    ...ofChild(family, child, 'rapid-screen', day, { screen_result: result, ...answers }),
    usual: 'screen' as const,
  }));

export const happened = (
  family: DemonstrationFamily,
  child: DemonstrationChild,
  form: 'tracing' | 'transfer' | 'return-to-care' | 'death',
  day: DayOffset,
  answers: JsonObject,
  dates: Readonly<Record<string, DayOffset>> = {},
): DemonstrationDraft => ofChild(family, child, form, day, answers, dates);

/** Answers that vary a little from visit to visit in well people. */
const bodyAnswers = (family: DemonstrationFamily, child: DemonstrationChild): JsonObject => {
  const { random, motherMuacMm, motherAge, infants } = family;
  return {
    resp_rate: 36 + random.whole(12),
    temp_c: Math.round((36.5 + random.next() * 0.6) * 10) / 10,
    bf_24h: 8 + random.whole(5),
    f12: 6 + random.whole(4),
    mother_muac_mm: motherMuacMm - 2 + random.whole(5),
    mother_age: motherAge,
    multiple_birth: infants.length > 1 ? 'twins' : 'single',
    m_bp_systolic: 104 + random.whole(18),
    m_bp_diastolic: 62 + random.whole(14),
    birth_weight_g: Math.round(child.birth.weightKg * 100) * 10,
    bw_source: 'card',
  };
};
