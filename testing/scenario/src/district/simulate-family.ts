/** The course of one family: births, registration, screens, and what follows from them. */
import { dateValue, type Scope } from '@denba/decisions/value';
import { registrationEntries } from '@denba/protocols/care/registration/registration-entries';
import { addDays, addMonths, type LocalDate } from '@denba/quantities/local-date';
import { parseFormKey } from '@denba/records/form-definition';
import type { FormName } from '@denba/records/form-registry';
import { familyId, personId, pregnancyId } from '@denba/records/ids';
import type { Random } from '../random.ts';
import { type SimulatedBirth, simulateBirths } from '../simulate-birth.ts';
import { type Condition, feedingTrouble, illnessOn, screenAnswers } from './contact-answers.ts';
import type { DistrictCentre } from './district-centre.ts';
import { contactOf, infantName, type Person, womanOf } from './district-people.ts';
import { die, motherDies } from './end-of-life.ts';
import { type DistrictInfant, type FamilyMeans, hold, note } from './family-means.ts';
import { FamilyStory, type Note } from './family-story.ts';
import { assess } from './followed-infant.ts';
import { displacedBirths, districtBirths, infantBody, readBody } from './infant-body.ts';
import { hardSeason } from './season.ts';
import type { VisitWriter } from './visit-writer.ts';

export type FamilyPlan = {
  readonly id: string;
  readonly number: number;
  readonly bornOn: LocalDate;
  /** The day on which the family arrived after it was displaced; `null`: it was not displaced. */
  readonly displacedOn: LocalDate | null;
};

export const simulateFamily = (
  random: Random,
  centre: DistrictCentre,
  { id, number, bornOn, displacedOn }: FamilyPlan,
  { writer, lastDay }: { readonly writer: VisitWriter; readonly lastDay: LocalDate },
): readonly Note[] => {
  const settings = displacedOn === null ? seasonBirths(bornOn) : displacedBirths;
  const births = simulateBirths(random.fork('births'), settings);
  const condition = conditionOf(random, births, displacedOn !== null);
  const story = new FamilyStory(familyId(id), random.fork('moments'), bornOn, lastDay);
  const means: FamilyMeans = {
    ...{ centre, writer, story, random, condition, bornOn, mother: personId(`${id}-mother`) },
  };
  const infants = births.map(
    (birth, index): DistrictInfant => ({
      ...{ id: personId(`${id}-child-${index + 1}`), birth, gone: false, inCare: false },
      body: infantBody(random.fork(`body ${index}`), birth, bornOn, settings),
    }),
  );
  const woman = womanOf(random);
  const stillborn = infants.length === 1 && random.chance(0.022);
  const home = random.chance(displacedOn === null ? centre.bornAtHome : 0.6);
  const registeredOn = registrationDay(random, bornOn, home, displacedOn);
  const dying = infants.map(({ birth }) => dayOfDeath(random, birth));
  story.later(registeredOn, () => {
    register(means, infants, { woman, home, stillborn, number, registeredOn });
    if (stillborn) return;
    for (const [index, infant] of infants.entries()) {
      const day = dying[index] ?? null;
      if (day !== null) {
        const on = later(addDays(bornOn, day), addDays(registeredOn, 1));
        story.later(on, () => die(means, infant, on, random.chance(0.7) ? 'home' : 'facility'));
      }
      if (random.chance(centre.screened) || displacedOn !== null) screens(means, infant, registeredOn);
    }
    if (random.chance(0.004)) {
      const on = addDays(registeredOn, 2 + random.whole(20));
      story.later(on, () => motherDies(means, infants, on, woman));
    }
  });
  story.run();
  return story.notes;
};

/** More infants are small at birth in the hard season. */
const seasonBirths = (bornOn: LocalDate) => ({
  ...districtBirths,
  smallForGestationShare: districtBirths.smallForGestationShare + 0.09 * hardSeason(bornOn),
});

const conditionOf = (random: Random, births: readonly SimulatedBirth[], displaced: boolean): Condition => {
  const motherAge = random.chance(0.03) ? 15 + random.whole(3) : 19 + random.whole(21);
  const twins = births.length > 1;
  return {
    ...{ displaced, twins, motherAge, adolescent: motherAge < 18, motherDead: false },
    motherMuacMm: (displaced ? 222 : 236) + random.whole(50),
    hivExposed: random.chance(0.009),
    lowMood: random.chance(0.05 + (displaced ? 0.16 : 0) + (twins ? 0.05 : 0)),
  };
};

const registrationDay = (
  random: Random,
  bornOn: LocalDate,
  home: boolean,
  displacedOn: LocalDate | null,
): LocalDate => {
  if (displacedOn !== null) return later(displacedOn, addDays(bornOn, 1));
  return home ? addDays(bornOn, random.pick([3, 6, 9, 14, 42, 44, 47])) : addDays(bornOn, random.pick([0, 0, 1]));
};

/** Age in days at death; `null`: survives. Most early deaths are those of small and preterm infants. */
const dayOfDeath = (random: Random, { weightKg, gestationalAgeDays }: SimulatedBirth): number | null => {
  const frail = weightKg < 1.8 || gestationalAgeDays < 238;
  if (!random.chance(frail ? 0.14 : weightKg < 2.5 ? 0.035 : 0.011)) return null;
  return 2 + Math.floor(-(frail ? 12 : 35) * Math.log(1 - random.next()));
};

type Registration = {
  readonly woman: Person;
  readonly home: boolean;
  readonly stillborn: boolean;
  readonly number: number;
  readonly registeredOn: LocalDate;
};

const register = (
  means: FamilyMeans,
  infants: readonly DistrictInfant[],
  { woman, home, stillborn, number, registeredOn }: Registration,
): void => {
  const { random, centre, condition, mother, story, bornOn } = means;
  const { gestationalAgeDays: days = 0 } = infants[0]?.birth ?? {};
  const weeksKnown = random.chance(home ? 0.5 : 0.85);
  const gravidity = 1 + (condition.motherAge > 20 ? random.whole(6) : 0);
  const card = `SIM-${centre.place.slice(5, 8).toUpperCase()}-${String(number).padStart(3, '0')}`;
  const values: Scope = {
    ...(contactOf(random, card, centre.minutes) as Scope),
    ...{ consent: true, mother_status: 'present', mother_age: condition.motherAge },
    mother_name: `${woman.given} ${woman.surname} (simulée)`,
    ...(random.chance(0.5) ? { gravidity, parity: Math.max(1, gravidity - random.whole(2)) } : {}),
    ...{ multiple_birth: infants.length > 1 ? 'twins' : 'single', birth_place: home ? 'home' : 'facility' },
    delivery_mode: home
      ? 'vaginal'
      : random.pick(['vaginal', 'vaginal', 'vaginal', 'vaginal', 'assisted', 'caesarean']),
    gestation_category: days < 259 ? 'preterm' : 'term',
    ...(weeksKnown
      ? { ga_weeks: Math.floor(days / 7), ga_days: days % 7, ga_method: random.pick(['echo', 'lmp', 'exam']) }
      : {}),
    ...{ language_spoken: condition.displaced ? 'Peul' : 'Bambara', referred_from: home ? 'vaccination' : 'pnc' },
    infants: infants.map(({ birth: { sex, weightKg } }) => ({
      ...{ infant_name: infantName(random, sex), sex, birth_date: dateValue(bornOn) },
      ...{ dob_precision: home && random.chance(0.3) ? 'estimated' : 'exact' },
      ...(home && random.chance(0.6)
        ? { bw_source: 'unknown', born_very_small: weightKg < 2.3 }
        : { bw_source: home ? 'card' : 'scale', birth_weight_g: Math.round(weightKg * 100) * 10 }),
    })),
  };
  const ids = {
    ...{ mother, caregiver: personId(`${story.id}-caregiver`), pregnancy: pregnancyId(`${story.id}-pregnancy`) },
    children: infants.map(({ id }) => id),
  };
  for (const { form, subject, occurredOn, answers } of registrationEntries(values, ids, registeredOn)) {
    const name = (parseFormKey(form)?.name ?? form) as FormName;
    const outcome = name === 'birth' && stillborn ? { birth_outcome: 'stillbirth', infant_name: null } : {};
    note(means, name, { subject, on: occurredOn, answers: { ...answers, ...outcome } });
  }
};

/**
 * Screens at the first contact and, for some infants, at a later one. An infant found at risk is assessed soon, late or
 * never.
 */
const screens = (means: FamilyMeans, infant: DistrictInfant, registeredOn: LocalDate): void => {
  const { random, centre, story, bornOn } = means;
  const ages = [random.pick([2, 6, 8, 42, 43, 45]), ...(random.chance(0.3) ? [random.pick([72, 74, 102, 135])] : [])];
  for (const age of ages) {
    const on = later(later(addDays(bornOn, age), registeredOn), centre.beganOn);
    if (on >= addMonths(bornOn, 6)) continue;
    story.later(on, () => screen(means, infant, on, contactPoint(age)));
  }
};

const contactPoint = (age: number): string => {
  if (age < 10) return 'pnc';
  return age < 50 || age > 100 ? 'vaccination' : 'growth';
};

const screen = (means: FamilyMeans, infant: DistrictInfant, on: LocalDate, point: string): void => {
  if (infant.gone || infant.inCare) return;
  const { random, centre, condition, story } = means;
  const illness = illnessOn(random, on, infant.birth.weightKg < 2);
  const feeding = random.chance(0.045) ? random.pick(feedingTrouble) : null;
  const { visit } = hold(means, {
    ...{ form: 'rapid-screen', child: infant.id, on },
    answers: ({ cadre }) => {
      const { weight_g = null, muac_mm = null } = readBody(random, infant.body.sizeOn(on), {
        ...{ readTo: centre.readTo, secondReading: false },
      });
      return {
        ...screenAnswers(
          random,
          { birth: infant.birth, condition, illness, feeding },
          illness === 'none' ? point : 'sick_child',
          cadre,
        ),
        ...{ weight_g, muac_mm },
      };
    },
  });
  const result = visit.answers['screen_result'];
  if (result !== 'urgent' && result !== 'positive') return;
  if (!random.chance(result === 'urgent' ? 0.95 : centre.assessed)) return;
  const day = addDays(on, result === 'urgent' ? 0 : random.pick([0, 0, 0, 1, 2, 4, 6, 11]));
  story.later(day, () => assess(means, infant, day));
};

const later = (a: LocalDate, b: LocalDate): LocalDate => (a < b ? b : a);
