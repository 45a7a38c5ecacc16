/**
 * One family of the demonstration centre: its members, and how its infants grow. All days on which an infant is seen
 * must be known before the family is made, so that an infant can be chosen by how it grows.
 */
import { FIRST_TERM_DAY } from '@denba/growth/intergrowth/size-for-gestation';
import type { JsonObject } from '@denba/records/canonical-json';
import type { DayOffset, DemonstrationDraft } from './demonstration-draft.ts';
import {
  boysNames,
  familyNames,
  girlsNames,
  grandmothersNames,
  mothersNames,
  telephone,
  villages,
} from './demonstration-names.ts';
import type { Random } from './random.ts';
import { type SimulatedBirth, simulateBirths } from './simulate-birth.ts';
import { type SimulatedSize, simulateGrowth } from './simulate-growth.ts';
import { headDivision, lengthDivision, muacDivision, simulateReading, weightDivision } from './simulate-reading.ts';
import { allBirths, type SimulationSettings } from './simulation-settings.ts';

export type FamilyPlan = {
  readonly bornOn: DayOffset;
  /** Every day on which the infants are measured, ascending. */
  readonly seenOn: readonly DayOffset[];
  readonly twins?: boolean;
  readonly settings?: Partial<SimulationSettings>;
  /**
   * An infant is drawn again until this returns true; of twins, only the first. `sizes` are those on the days of
   * `seenOn`.
   */
  readonly accept?: (infant: GrownInfant) => boolean;
  readonly motherAge?: number;
};

export type GrownInfant = { readonly birth: SimulatedBirth; readonly sizes: readonly SimulatedSize[] };

export type DemonstrationFamily = {
  readonly id: string;
  readonly mother: string;
  readonly motherName: string;
  readonly motherAge: number;
  readonly contact: JsonObject;
  readonly bornOn: DayOffset;
  readonly infants: readonly DemonstrationChild[];
  readonly motherMuacMm: number;
  readonly random: Random;
};

export type DemonstrationChild = {
  readonly id: string;
  readonly name: string;
  readonly birth: SimulatedBirth;
  readonly sizeOn: (day: DayOffset) => SimulatedSize;
};

const exact: SimulationSettings = {
  ...allBirths,
  twinShare: 0,
  missingValueShare: 0,
  typoShare: 0,
  roundedShare: 0.1,
  driftSd: 0.18,
};
const MOST_DRAWS = 2000;

/** `number`: 1, 2, 3…; the names follow from it, so that no two mothers have the same name. */
export const demonstrationFamily = (random: Random, number: number, plan: FamilyPlan): DemonstrationFamily => {
  const id = `demo-${String(number).padStart(2, '0')}`;
  const own = random.fork(id);
  const village = villages[own.whole(villages.length)] ?? villages[0];
  const surname = familyNames[(number * 7) % familyNames.length] ?? familyNames[0];
  return {
    id,
    mother: `${id}-mother`,
    motherName: `${mothersNames[(number * 5) % mothersNames.length] ?? mothersNames[0]} ${surname}`,
    motherAge: plan.motherAge ?? 19 + own.whole(19),
    contact: {
      phone: telephone(own),
      village: village.name,
      distance_min: village.minutes,
      chw_id: village.worker,
      father_name: `${boysNames[own.whole(boysNames.length)] ?? boysNames[0]} ${familyNames[own.whole(familyNames.length)] ?? surname}`,
      card_code: `SKB-${String(100 + number * 7)}`,
    },
    bornOn: plan.bornOn,
    infants: infantsOf(own, id, number, plan),
    motherMuacMm: 236 + own.whole(50),
    random: own.fork('answers'),
  };
};

const infantsOf = (random: Random, id: string, number: number, plan: FamilyPlan): readonly DemonstrationChild[] => {
  const settings = { ...exact, ...plan.settings, ...(plan.twins === true ? { twinShare: 1 } : {}) };
  const ages = plan.seenOn.map((day) => day - plan.bornOn);
  for (let draw = 0; draw < MOST_DRAWS; draw += 1) {
    const drawn = random.fork(draw);
    const births = simulateBirths(drawn, settings);
    const grown = births.map((birth): GrownInfant => {
      const growth = simulateGrowth(drawn.fork(`growth ${birth.birthOrder}`), birth, settings);
      return { birth, sizes: ages.map(growth.sizeAt) };
    });
    const [first] = grown;
    if (first === undefined || !grown.every(neverLoses) || !(plan.accept ?? anyInfant)(first)) continue;
    return grown.map(({ birth, sizes }, index) => ({
      id: `${id}-child-${index + 1}`,
      name: nameOf(birth, number + index * 11),
      birth,
      sizeOn: (day) => {
        const size = sizes[plan.seenOn.indexOf(day)];
        if (size === undefined) throw new RangeError(`${id} is not seen on day ${day}`);
        return size;
      },
    }));
  }
  throw new RangeError(`no infant of ${id} in ${MOST_DRAWS} draws is as asked`);
};

const anyInfant = (): boolean => true;

/** Losing weight is a danger in itself, so no infant here loses weight by chance. */
const neverLoses = ({ sizes }: GrownInfant): boolean =>
  sizes.every(({ weightKg }, index) => weightKg > (sizes[index - 1]?.weightKg ?? 0));

const nameOf = ({ sex }: SimulatedBirth, number: number): string =>
  sex === 'M'
    ? (boysNames[(number * 5) % boysNames.length] ?? boysNames[0])
    : (girlsNames[(number * 3) % girlsNames.length] ?? girlsNames[0]);

/** The registration: the first entry about a family. */
export const registered = (
  family: DemonstrationFamily,
  day: DayOffset,
  {
    answers = {},
    dates = {},
  }: { readonly answers?: JsonObject; readonly dates?: Readonly<Record<string, DayOffset>> } = {},
): DemonstrationDraft => {
  const { infants, motherAge, random } = family;
  const days = infants[0]?.birth.gestationalAgeDays ?? 0;
  const gravidity = 1 + (motherAge > 20 ? random.whole(5) : 0);
  return {
    family: family.id,
    subject: null,
    form: 'registration',
    day,
    usual: 'registration',
    answers: {
      mother_name: family.motherName,
      mother_age: motherAge,
      ...family.contact,
      gravidity,
      parity: Math.max(1, gravidity - random.whole(2)),
      multiple_birth: infants.length > 1 ? 'twins' : 'single',
      ...(infants.length > 1 ? { infants_alive: infants.length } : {}),
      gestation_category: days < FIRST_TERM_DAY ? 'preterm' : 'term',
      ga_weeks: Math.floor(days / 7),
      ga_days: days % 7,
      ga_method: random.chance(0.6) ? 'echo' : 'lmp',
      ...answers,
    },
    dates,
    infants: infants.map(({ id, name, birth }) => ({
      child: id,
      bornOn: family.bornOn,
      answers: { infant_name: name, sex: birth.sex, birth_weight_g: Math.round(birth.weightKg * 100) * 10 },
    })),
  };
};

/** What differs in a registration when the mother has died and the grandmother comes with the infant. */
export const registeredByGrandmother = (
  family: DemonstrationFamily,
): { readonly answers: JsonObject; readonly dates: Readonly<Record<string, DayOffset>> } => ({
  answers: {
    mother_status: 'dead',
    caregiver_name: `${family.random.pick(grandmothersNames)} ${family.motherName.split(' ').at(-1) ?? ''}`,
    caregiver_relation: 'grandmother',
    caregiver_phone: telephone(family.random),
  },
  dates: { mother_death_date: family.bornOn + 1 },
});

/** What the worker reads on scale, length board and tapes; on a busy day only on the scale and the arm tape. */
export const measured = (
  { random }: DemonstrationFamily,
  child: DemonstrationChild,
  day: DayOffset,
  what: 'all' | 'weight and arm',
): JsonObject => {
  const size = child.sizeOn(day);
  const weight_g = simulateReading(random, size.weightKg * 1000, weightDivision, exact);
  const always = {
    weight_g,
    weight_2_g: weight_g === null ? null : weight_g + (random.chance(0.5) ? 0 : 10),
    muac_mm: simulateReading(random, size.muacMm, muacDivision, exact),
  };
  if (what === 'weight and arm') return always;
  return {
    ...always,
    length_cm: simulateReading(random, size.lengthCm, lengthDivision, exact),
    head_cm: simulateReading(random, size.headCm, headDivision, exact),
  };
};
