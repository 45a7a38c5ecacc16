/**
 * Families of a health centre with all their entries, in the forms and with the conclusions of real visits: the
 * situations of the demonstration centre, concluded by the protocol as the app does it, and twins who were followed
 * until their record has forty entries.
 */
import { createAssessor } from '@denba/protocols/assess/create-assessor';
import { followUpRules } from '@denba/protocols/care/follow-up/follow-up-rules';
import { createVisitEngine } from '@denba/protocols/care/visit/visit-engine';
import { compileProtocol } from '@denba/protocols/compile/compile-protocol';
import { readProtocol } from '@denba/protocols/read/read-protocol';
import { createValueStyles } from '@denba/protocols/words/value-styles';
import type { LocalDate } from '@denba/quantities/local-date';
import { facilityId, familyId } from '@denba/records/ids';
import { usualAnswers } from '@denba/scenario/demonstration-answers';
import { late, tracedInVain } from '@denba/scenario/demonstration-away';
import type { DemonstrationDraft } from '@denba/scenario/demonstration-draft';
import { died, leftEarly, reviewedAt } from '@denba/scenario/demonstration-ended';
import { demonstrationFamily, registered } from '@denba/scenario/demonstration-family';
import { dueIn, feedingTrouble, preterm, twins } from '@denba/scenario/demonstration-in-care';
import { declined, negativeScreen, positiveScreen } from '@denba/scenario/demonstration-new';
import type { Teller } from '@denba/scenario/demonstration-told';
import { followed, happened } from '@denba/scenario/demonstration-visits';
import { createRandom } from '@denba/scenario/random';
import { protocolFiles } from '../../apps/clinic/build/protocol-plugin.ts';
import { type DemonstrationMeans, demonstrationEntries } from '../../apps/clinic/src/training/demonstration-entries.ts';

export const protocol = compileProtocol(readProtocol(protocolFiles()).source).compiled;
export const rules = followUpRules(protocol);

export type StoryKind = 'long' | 'inCare' | 'ended' | 'positive' | 'negative' | 'registered';
export type Story = ReturnType<typeof demonstrationEntries>;
export type Stories = Readonly<Record<StoryKind, readonly Story[]>>;

export const ENTRIES_OF_LONG_FAMILIES = 40;

/** Generates the stories as of `today`. */
export const tellStories = (seed: string, today: LocalDate): Stories => {
  const tell = storyteller(seed, today);
  const negative = [43, 72, 101, 60, 24, 130, 88, 35].map((age) => tell(negativeScreen(-2, age)));
  return {
    long: [1, 2, 3, 4].map(() => tell(followedForMonths)),
    inCare: inCare.map(tell),
    ended: ended.map(tell),
    positive: [18, 44, 70, 27, 90].map((age) => tell(positiveScreen(-1, age, { sc3: true, contact_point: 'growth' }))),
    negative,
    // Born here, and not screened yet.
    registered: negative.map((story) => story.filter(({ form }) => !form.startsWith('mami-'))),
  };
};

const inCare: readonly Teller[] = [
  ...[24, 33, 47, 52, 71, 88, 96, 111, 131, 148].map((age, index) => dueIn(index % 4, age)),
  ...[41, 54, 64, 82, 119].map((age, index) => feedingTrouble(index, age)),
  ...[6, 13, 27].map((days) => late(days, 60 + days)),
  ...[29, 46, 62].map((age) => preterm(1, age)),
  tracedInVain(105),
  twins(0, 38, false),
  twins(3, 84, true),
];

const ended: readonly Teller[] = [
  ...[198, 205, 214, 223].map((age) => reviewedAt(age, 14, 'R1')),
  leftEarly(150, -20, 'R3', 'transferred'),
  leftEarly(160, -15, 'R4', 'default'),
  leftEarly(95, -30, 'R6', 'moved'),
  died(64, -11),
  ...[49, 66, 80].map((age) => declined(-6, age)),
];

const WEEKS_FOLLOWED = 16;
const ENROLLED_AT = 7;

/** Twins who were seen every week since their enrolment, traced once, and are expected today. */
const followedForMonths: Teller = (random, number) => {
  const days = Array.from({ length: WEEKS_FOLLOWED }, (_, week) => 7 * (week - WEEKS_FOLLOWED));
  const enrolledOn = -7 * (WEEKS_FOLLOWED + 1);
  const family = demonstrationFamily(random, number, {
    bornOn: enrolledOn - ENROLLED_AT,
    seenOn: [enrolledOn, ...days],
    twins: true,
    accept: ({ birth }) => birth.gestationalAgeDays >= 259,
  });
  const [first] = family.infants;
  if (first === undefined) throw new Error('twins have a first');
  return {
    family,
    situations: ['twins'],
    drafts: [
      registered(family, enrolledOn),
      ...followed(family, { enrolledOn, days, nextDue: 0 }),
      happened(family, first, 'tracing', -20, { tracing_result: 'found' }),
    ],
  };
};

/** Draws again when the random numbers gave no infant that fits the situation. */
const storyteller = (seed: string, today: LocalDate): ((tell: Teller) => Story) => {
  const random = createRandom(seed);
  const means = demonstrationMeans(today);
  let number = 0;
  return (tell) => {
    for (let draw = 0; draw < MOST_DRAWS; draw += 1) {
      number += 1;
      try {
        return concluded(tell(random, number).drafts, means);
      } catch (error) {
        if (!(error instanceof RangeError && error.message.startsWith('no infant'))) throw error;
      }
    }
    throw new Error('no infant fits this situation');
  };
};

const MOST_DRAWS = 20;

const concluded = (drafts: readonly DemonstrationDraft[], means: DemonstrationMeans): Story =>
  demonstrationEntries(familyId(drafts[0]?.family ?? ''), drafts, means);

/** The stories only need conclusions; figures are counted where the list rows are made. */
const noFigures = { indicators: [], countMonths: () => [] } as const;

const demonstrationMeans = (today: LocalDate): DemonstrationMeans => {
  const assessor = createAssessor(protocol);
  const engines = new Map<string, ReturnType<typeof createVisitEngine>>();
  const engine = (form: string) => {
    const made = engines.get(form) ?? createVisitEngine(protocol, form, assessor);
    engines.set(form, made);
    return made;
  };
  return {
    protocol: { content: protocol, assessor, rules, styles: createValueStyles(protocol), engine, ...noFigures },
    usualAnswers,
    language: 'fr',
    place: { facility: facilityId('cscom'), siteLevel: 'clinic', author: 'Mariam', cadre: 'midwife' },
    today,
  };
};
