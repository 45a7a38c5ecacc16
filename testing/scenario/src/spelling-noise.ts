/**
 * The same family, registered a second time by somebody who did not find it: the search must recognise it.
 *
 * Each noisy registration changes what its kind says, and lacks some of the rest, as happens: a telephone left at home,
 * a father not named, a child not yet born or not brought along.
 */
import { addDays, type LocalDate } from '@denba/quantities/local-date';
import type { ChildBirth, FamilyCandidate, FamilyNames } from '@denba/records/find-family/family-names';
import { pickOne } from './pick.ts';
import type { Random } from './random.ts';
import { calledByShortForm, misread, respelt, swapped, withoutAccents, withParticle, withTypo } from './respell.ts';
import { malianPhone } from './simulate-families.ts';

export const NOISE_KINDS = [
  'nothing',
  'accents',
  'spelling',
  'swapped',
  'shortForm',
  'particle',
  'typo',
  'noPhone',
  'otherPhone',
  'phoneTypo',
  'age',
  'village',
  'unnamed',
  'nextChild',
  'sparse',
  'several',
] as const;

/** Kinds of noise on which the tables and weights of the search were never tuned. */
export const HELD_OUT_KINDS = ['handwriting', 'handwritingAndMore'] as const;

export type NoiseKind = (typeof NOISE_KINDS)[number] | (typeof HELD_OUT_KINDS)[number];

/** Probability that a second registration has the same value as the first one. */
const KEPT = { phone: 0.7, father: 0.75, children: 0.85, card: 0.05, motherBirth: 0.92 } as const;

export const registeredAgain = (random: Random, family: FamilyNames, kind: NoiseKind): FamilyCandidate => {
  const { family: _id, ...first } = family;
  return addNoise(random, forgetful(random, first), kind);
};

const forgetful = (random: Random, first: FamilyCandidate): FamilyCandidate => ({
  ...first,
  phones: random.chance(KEPT.phone) ? first.phones : [],
  otherNames: random.chance(KEPT.father) ? first.otherNames : first.otherNames.slice(1),
  children: random.chance(KEPT.children) ? first.children : [],
  cardCode: random.chance(KEPT.card) ? first.cardCode : null,
  motherBirth: random.chance(KEPT.motherBirth) ? first.motherBirth : null,
});

const addNoise = (random: Random, first: FamilyCandidate, kind: NoiseKind): FamilyCandidate => {
  switch (kind) {
    case 'nothing':
      return first;
    case 'accents':
      return renamed(first, (text) => withoutAccents(random, text));
    case 'spelling':
      return renamed(first, (text) => respelt(random, text));
    case 'swapped':
      return { ...first, motherName: first.motherName && swapped(first.motherName) };
    case 'shortForm':
      return { ...first, motherName: first.motherName && calledByShortForm(random, first.motherName) };
    case 'particle':
      return { ...first, motherName: first.motherName && withParticle(random, first.motherName) };
    case 'typo':
      return { ...first, motherName: first.motherName && withTypo(random, first.motherName) };
    case 'noPhone':
      return { ...first, phones: [] };
    case 'otherPhone':
      return { ...first, phones: [malianPhone(random)] };
    case 'phoneTypo':
      return { ...first, phones: first.phones.map((phone) => wrongDigit(random, phone)) };
    case 'age':
      return {
        ...first,
        motherBirth: first.motherBirth && { on: yearsOff(random, first.motherBirth.on), precision: 'estimated' },
      };
    case 'village':
      return { ...first, village: first.village && pickOne(random, [respelt, withTypo])(random, first.village) };
    case 'unnamed':
      return { ...first, otherNames: ['Bébé'], children: first.children.map(({ on }) => ({ on, sex: null })) };
    case 'nextChild':
      return {
        ...first,
        otherNames: first.otherNames.slice(0, 1),
        children: first.children.slice(0, 1).map(nextChild(random)),
      };
    case 'sparse':
      return addNoise(random, { ...first, phones: [], otherNames: [], children: [], cardCode: null }, 'spelling');
    case 'several': {
      const kinds = NOISE_KINDS.filter((other) => other !== 'nothing' && other !== 'several');
      const once = addNoise(random, first, pickOne(random, kinds));
      const twice = addNoise(random, once, pickOne(random, kinds));
      return random.chance(0.5) ? addNoise(random, twice, pickOne(random, kinds)) : twice;
    }
    case 'handwriting':
      return renamed(first, (text) => misread(random, text));
    case 'handwritingAndMore':
      return addNoise(random, addNoise(random, first, 'handwriting'), pickOne(random, NOISE_KINDS));
  }
};

const renamed = (first: FamilyCandidate, change: (text: string) => string): FamilyCandidate => ({
  ...first,
  motherName: first.motherName && change(first.motherName),
  otherNames: first.otherNames.map(change),
  village: first.village && change(first.village),
});

/** A later child of the same mother, born at least 280 days after the known one. */
const nextChild =
  (random: Random) =>
  ({ on }: ChildBirth): ChildBirth => ({
    on: on && addDays(on, 280 + random.whole(500)),
    sex: random.pick(['M', 'F']),
  });

const wrongDigit = (random: Random, phone: string): string => {
  const at = pickOne(random, [1, 3, 4, 6, 7, 9, 10]);
  return phone.slice(0, at) + String(random.whole(10)) + phone.slice(at + 1);
};

const yearsOff = (random: Random, on: LocalDate): LocalDate => addDays(on, pickOne(random, [-2, -1, 1, 2]) * 365);
