/**
 * The workers of a centre and the people who come to it. All are invented, and every name says so; no telephone reaches
 * anybody.
 */
import type { JsonObject } from '@denba/records/canonical-json';
import { grandmothersNames, telephone } from '../demonstration-names.ts';
import { pickShare } from '../pick.ts';
import type { Random } from '../random.ts';
import { familyNames, mensNames, villages, womensNames } from '../west-african-names.ts';

export type Worker = { readonly author: string; readonly cadre: 'midwife' | 'nurse' | 'matrone' };

const roles: readonly (readonly [Worker['cadre'], string, 'F' | 'M'])[] = [
  ['midwife', 'Sage-femme', 'F'],
  ['matrone', 'Matrone', 'F'],
  ['nurse', 'Infirmier', 'M'],
  ['nurse', 'Infirmière', 'F'],
];

export const workersOf = (random: Random, count: number): readonly [Worker, ...Worker[]] => {
  const [first, ...others] = roles.slice(0, count).map(
    ([cadre, title, sex]): Worker => ({
      cadre,
      author: `${title} ${pickShare(random, sex === 'F' ? womensNames : mensNames)} ${pickShare(random, familyNames)} ${simulated(sex)}`,
    }),
  );
  if (first === undefined) throw new RangeError('a centre has somebody');
  return [first, ...others];
};

export const hospitalWorker: Worker = { author: 'Infirmier Seydou Konaté (simulé)', cadre: 'nurse' };

export const simulated = (sex: 'F' | 'M'): string => (sex === 'F' ? '(simulée)' : '(simulé)');

export type Person = { readonly given: string; readonly surname: string };

export const womanOf = (random: Random): Person => ({
  given: pickShare(random, womensNames),
  surname: pickShare(random, familyNames),
});

export const infantName = (random: Random, sex: 'F' | 'M'): string =>
  `${pickShare(random, sex === 'F' ? womensNames : mensNames)} ${simulated(sex)}`;

export const grandmotherOf = (random: Random, { surname }: Person): JsonObject => ({
  caregiver_name: `${random.pick(grandmothersNames)} ${surname} (simulée)`,
  caregiver_relation: 'grandmother',
  caregiver_phone: telephone(random),
});

/** How a family can be found again. `minutes`: the usual time to the centre. */
export const contactOf = (random: Random, card: string, minutes: number): JsonObject => ({
  ...(random.chance(0.78) ? { phone: telephone(random) } : {}),
  village: `${pickShare(random, villages)} (simulé)`,
  distance_min: Math.max(5, Math.round((minutes * (0.3 + 1.4 * random.next())) / 5) * 5),
  chw_id: `ASC ${pickShare(random, random.chance(0.5) ? womensNames : mensNames)} ${pickShare(random, familyNames)} (simulé)`,
  father_name: `${pickShare(random, mensNames)} ${pickShare(random, familyNames)} (simulé)`,
  card_code: card,
});
