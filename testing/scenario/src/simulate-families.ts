/**
 * Families as in the register of one district: few names shared by many, estimated ages, missing telephones, women
 * registered before they give birth. Seeded, and made one by one: the first thousand of ten thousand are the same.
 */
import { addDays, type LocalDate } from '@denba/quantities/local-date';
import type { ChildBirth, FamilyNames, MotherBirth } from '@denba/records/find-family/family-names';
import { familyId } from '@denba/records/ids';
import { pickOne, pickShare } from './pick.ts';
import { createRandom, type Random } from './random.ts';
import { respelt, withoutAccents } from './respell.ts';
import {
  familyNames,
  mensNames,
  unfamiliarFamilyNames,
  unfamiliarWomensNames,
  villages,
  womensNames,
} from './west-african-names.ts';

export type FamilySettings = {
  readonly today: LocalDate;
  readonly phoneShare: number;
  readonly fatherShare: number;
  readonly cardShare: number;
  /** Share of women registered in pregnancy who have no child here yet. */
  readonly pregnantShare: number;
  /** Share of infants who already had a name when they were registered. */
  readonly namedShare: number;
  readonly exactAgeShare: number;
  /** Share of mothers from elsewhere, with names that are not in the tables of the search. */
  readonly unfamiliarShare: number;
  /** Share of names and villages that were spelt by ear at the first registration. */
  readonly byEarShare: number;
  /** Share of families that share husband, telephone and village with the one before: co-wives of one compound. */
  readonly coWifeShare: number;
};

export const districtFamilies = (today: LocalDate): FamilySettings => ({
  today,
  phoneShare: 0.75,
  fatherShare: 0.8,
  cardShare: 0.5,
  pregnantShare: 0.2,
  namedShare: 0.6,
  exactAgeShare: 0.35,
  unfamiliarShare: 0.04,
  byEarShare: 0.3,
  coWifeShare: 0.08,
});

export const simulateFamilies = (seed: string, count: number, settings: FamilySettings): readonly FamilyNames[] => {
  const made = (index: number): FamilyNames =>
    simulateFamily(createRandom(`${seed}/family ${index}`), `${seed}-${index}`, settings);
  return Array.from({ length: count }, (_, index) => {
    const inOneCompound = index > 0 && createRandom(`${seed}/compound ${index}`).chance(settings.coWifeShare);
    return inOneCompound ? asCoWife(made(index), made(index - 1)) : made(index);
  });
};

/** Gives a woman the husband, telephone and village of another, as co-wives have. */
export const asCoWife = (woman: FamilyNames, other: FamilyNames): FamilyNames => ({
  ...woman,
  otherNames: [...other.otherNames.slice(0, 1), ...woman.otherNames.slice(1)],
  phones: other.phones,
  village: other.village,
});

const simulateFamily = (random: Random, id: string, settings: FamilySettings): FamilyNames => {
  const unfamiliar = random.chance(settings.unfamiliarShare);
  const fatherName = pickShare(random, familyNames);
  const children = random.chance(settings.pregnantShare) ? [] : births(random, settings);
  const named = children.flatMap(({ sex }) =>
    random.chance(settings.namedShare)
      ? [`${pickShare(random, sex === 'F' ? womensNames : mensNames)} ${fatherName}`]
      : [],
  );
  const motherName = unfamiliar
    ? `${pickOne(random, unfamiliarWomensNames)} ${pickOne(random, unfamiliarFamilyNames)}`
    : `${pickShare(random, womensNames)} ${pickShare(random, familyNames)}`;
  const written = (name: string): string =>
    random.chance(settings.byEarShare) ? pickOne(random, [withoutAccents, respelt])(random, name) : name;
  return {
    family: familyId(id),
    motherName: written(motherName),
    otherNames: [
      ...(random.chance(settings.fatherShare) ? [written(`${pickShare(random, mensNames)} ${fatherName}`)] : []),
      ...named.map(written),
    ],
    phones: random.chance(settings.phoneShare) ? [malianPhone(random)] : [],
    village: written(pickShare(random, villages)),
    cardCode: random.chance(settings.cardShare) ? `KAT-${2024 + random.whole(3)}-${id.replace(/\D/g, '')}` : null,
    motherBirth: motherBirth(random, settings),
    children,
  };
};

const births = (random: Random, { today }: FamilySettings): readonly ChildBirth[] => {
  const on = addDays(today, -random.whole(730));
  return Array.from({ length: random.chance(0.03) ? 2 : 1 }, () => ({ on, sex: random.chance(0.512) ? 'M' : 'F' }));
};

const motherBirth = (random: Random, { today, exactAgeShare }: FamilySettings): MotherBirth | null => {
  if (random.chance(0.05)) return null;
  const years = Math.min(47, Math.max(14, 26 + 6.5 * random.normal()));
  return random.chance(exactAgeShare)
    ? { on: addDays(today, -Math.round(years * 365.25)), precision: 'exact' }
    : { on: addDays(today, -Math.round(Math.floor(years) * 365.25)), precision: 'estimated' };
};

/** A telephone number of eight digits that begins with 5 to 9, written in pairs. */
export const malianPhone = (random: Random): string => {
  const digits = `${random.pick(['5', '6', '6', '7', '7', '7', '8', '9'])}${String(random.whole(10_000_000)).padStart(7, '0')}`;
  return digits.replace(/(\d\d)(?=\d)/g, '$1 ');
};
