/** fast-check arbitraries for whole lives and their parts, shared by the tests of records, sync and protocols. */
import type { JsonObject } from '@denba/records/canonical-json';
import type { Entry } from '@denba/records/entry';
import fc from 'fast-check';
import { type FamilyLife, family } from './family-life.ts';

/**
 * An infant with what the growth standards ask for. Many are small or preterm; gestational age is sometimes unknown.
 */
export type ArbitraryInfant = {
  readonly sex: 'M' | 'F';
  readonly gestationalAgeDays: number | null;
  readonly birthWeightG: number;
};

export const arbitraryInfant = (): fc.Arbitrary<ArbitraryInfant> =>
  fc.record({
    sex: fc.constantFrom('M', 'F'),
    gestationalAgeDays: fc.option(fc.integer({ min: 168, max: 300 }), { nil: null, freq: 10 }),
    birthWeightG: fc.integer({ min: 600, max: 4800 }),
  });

/** The measurements of a visit under six months; each may be missing. */
const arbitraryMeasurements = (): fc.Arbitrary<JsonObject> =>
  fc.record({
    weight_g: orMissing(fc.integer({ min: 900, max: 9500 })),
    length_cm: orMissing(fc.integer({ min: 380, max: 720 }).map((tenths) => tenths / 10)),
    head_cm: orMissing(fc.integer({ min: 270, max: 460 }).map((tenths) => tenths / 10)),
    muac_mm: orMissing(fc.integer({ min: 60, max: 170 })),
    oedema: orMissing(fc.constantFrom('none', 'plus1', 'plus2', 'plus3', 'not_assessed')),
  });

const orMissing = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.option(arbitrary, { nil: null, freq: 4 });

/** Answers as any version of the app may have written them: known fields, unknown fields and unknown codes. */
export const arbitraryAnswers = (): fc.Arbitrary<JsonObject> =>
  fc
    .tuple(
      arbitraryMeasurements(),
      fc.dictionary(
        fc.stringMatching(/^x_[a-z]{1,8}$/),
        fc.jsonValue({ maxDepth: 2 }).map((value) => JSON.parse(JSON.stringify(value)) as JsonObject),
        { maxKeys: 3 },
      ),
      fc.constantFrom<JsonObject>({}, { sex: 'indeterminate' }, { measured: 'hanging' }),
    )
    .map((parts) => Object.assign({}, ...parts) as JsonObject);

/**
 * A family's life of up to a dozen steps after one or two births, on up to two devices: visits, enrolment, transfers,
 * returns, exits, deaths, changes of caregiver, duplicates merged and separated again, and corrections of any earlier
 * step, also in cycles of corrections of corrections. It need not make sense, but every device must fold it in the same
 * way.
 */
export const arbitraryLife = (): fc.Arbitrary<FamilyLife> =>
  fc.tuple(fc.boolean(), fc.array(arbitraryStep(), { maxLength: 12 })).map(([twins, steps]) => {
    const births = family('keita').mother().pregnant();
    const born = twins
      ? births.bearsTwins({ as: 's0' }, { as: 's1' })
      : births.bears({ as: 's0' }).weighed({ as: 's1' });
    return steps.reduce((life, step, index) => step(life, `s${index + 2}`), born);
  });

/** The entries of such a life. */
export const arbitraryEntries = (): fc.Arbitrary<readonly Entry[]> => arbitraryLife().map((life) => life.entries);

type LifeStep = (life: FamilyLife, as: string) => FamilyLife;

const arbitraryStep = (): fc.Arbitrary<LifeStep> =>
  fc
    .record({
      kind: fc.constantFrom(...stepKinds),
      day: fc.integer({ min: 0, max: 190 }),
      child: fc.constantFrom('keita-child-1', 'keita-child-2'),
      other: fc.constantFrom('keita-child-1', 'keita-child-2', 'keita-child-3'),
      weight_g: fc.option(fc.integer({ min: 1500, max: 8000 }), { nil: null }),
      back: fc.integer({ min: 1, max: 6 }),
      device: fc.constantFrom('tablet-1', 'tablet-2'),
    })
    .map((draw) => (life, as) => takeStep(draw, life.on(draw.device), as));

type Draw = {
  readonly kind: (typeof stepKinds)[number];
  readonly day: number;
  readonly child: string;
  readonly other: string;
  readonly weight_g: number | null;
  readonly back: number;
};

const stepKinds = [
  'visit',
  'weighed',
  'enrol',
  'inpatient',
  'return',
  'move',
  'exit',
  'childDies',
  'motherDies',
  'caregiver',
  'correct',
  'withdraw',
  'merge',
  'undo',
  'unknown',
] as const;

const takeStep = ({ kind, day, child, other, weight_g, back }: Draw, life: FamilyLife, as: string): FamilyLife => {
  const when = { child, age_days: day, as };
  const named = `s${Math.max(0, Number(as.slice(1)) - back)}`;
  switch (kind) {
    case 'visit':
      return life.visit({ ...when, weight_g });
    case 'weighed':
      return life.weighed({ ...when, weight_g });
    case 'enrol':
      return life.assessed({ ...when, enrolment_decision: 'enrolled' });
    case 'inpatient':
      return life.transferred('temporary', when);
    case 'return':
      return life.returns('return', when);
    case 'move':
      return life.moves('CSCom 2', { ...when, to_facility_id: 'cscom-2' });
    case 'exit':
      return life.exits('R4', when);
    case 'childDies':
      return life.childDies(when);
    case 'motherDies':
      return life.motherDies({ as });
    case 'caregiver':
      return life.caregiver('keita-aunt', when);
    case 'correct':
      return life.corrects(named, { weight_g, sex: 'M' }, 'read again', { as });
    case 'withdraw':
      return life.withdraws(named, 'mistake', { as });
    case 'merge':
      return life.mergesPersons(child, other, { as });
    case 'undo':
      return life.undoesMerge(named, { as });
    case 'unknown':
      return life.saves('vaccination@1', life.childId(child), { antigen: 'BCG' }, { as });
  }
};
