/**
 * About sixty families of a health centre near Bamako, as of today: everything that was recorded about them, as drafts
 * that an app saves in its usual way. The same seed gives the same centre. Days are relative to today, so that somebody
 * who is due today is due on whatever day the centre is opened.
 *
 * Everything is simulated: nobody here exists, and nothing about real infants may be concluded from it.
 */

import { backFromHospital, inHospital, late, tracedInVain } from './demonstration-away.ts';
import type { DemonstrationDraft } from './demonstration-draft.ts';
import { died, leftEarly, reviewedAt } from './demonstration-ended.ts';
import {
  adolescentMother,
  dueIn,
  faltering,
  feedingTrouble,
  hivExposed,
  lowMood,
  orphan,
  preterm,
  reviewDue,
  twins,
} from './demonstration-in-care.ts';
import { declined, duplicateOf, negativeScreen, positiveScreen } from './demonstration-new.ts';
import type { Situation, Teller, ToldFamily } from './demonstration-told.ts';
import { createRandom } from './random.ts';

export type DemonstrationCentre = {
  /** Grouped by family, each in the order of its days. */
  readonly drafts: readonly DemonstrationDraft[];
  readonly situations: Readonly<Record<string, readonly Situation[]>>;
};

export const demonstrationCentre = (seed: string | number = 'sanankoroba'): DemonstrationCentre => {
  const random = createRandom(seed);
  const families: ToldFamily[] = tellers.map((tell, index) => tell(random, index + 1));
  const [first] = families;
  if (first !== undefined) families.push(duplicateOf(first, -2)(random, families.length + 1));
  return {
    drafts: families.flatMap(({ drafts }) => drafts),
    situations: Object.fromEntries(families.map(({ family, situations }) => [family.id, situations])),
  };
};

const tellers: readonly Teller[] = [
  dueIn(0, 24),
  dueIn(0, 47),
  feedingTrouble(0, 71),
  dueIn(0, 96),
  dueIn(0, 131),
  dueIn(1, 33),
  dueIn(1, 88),
  dueIn(2, 52),
  dueIn(2, 119),
  feedingTrouble(3, 64),
  dueIn(4, 41),
  feedingTrouble(5, 54),
  dueIn(6, 20),
  hivExposed(8, 77),
  dueIn(10, 148),
  dueIn(13, 111),
  twins(0, 38, false),
  twins(3, 84, true),
  twins(-2, 55, true),
  preterm(0, 29),
  preterm(2, 46),
  preterm(5, 62),
  preterm(-1, 35),
  orphan(1, 58),
  orphan(-4, 93),
  adolescentMother(0, 43, 16),
  adolescentMother(4, 75, 15),
  adolescentMother(9, 108, 17),
  lowMood(0, 82),
  lowMood(6, 121),
  inHospital(-3, 50),
  inHospital(-1, 32),
  backFromHospital(-1, 68),
  faltering(0, 90),
  faltering(2, 83),
  late(3, 66),
  late(6, 99),
  late(9, 58),
  late(13, 84),
  late(20, 117),
  late(27, 126),
  late(35, 140),
  tracedInVain(105),
  positiveScreen(0, 18, { sc3: true, contact_point: 'vaccination' }),
  positiveScreen(-1, 44, { sc3: true, sc4: true, contact_point: 'growth' }),
  positiveScreen(-4, 70, { sc2: true, sc3: true, contact_point: 'pnc' }),
  positiveScreen(-9, 27, { sc3: true, sc8: true, contact_point: 'community' }),
  negativeScreen(0, 43),
  negativeScreen(-2, 72),
  negativeScreen(-5, 101),
  negativeScreen(-8, 60),
  declined(-6, 49),
  reviewDue(179, -23),
  reviewDue(184, -28),
  reviewDue(190, -34),
  reviewedAt(198, 14, 'R1'),
  reviewedAt(214, 28, 'R1'),
  reviewedAt(205, 21, 'R1b'),
  reviewedAt(209, 25, 'R2'),
  leftEarly(150, -20, 'R3', 'transferred'),
  leftEarly(160, -15, 'R4', 'default'),
  leftEarly(95, -30, 'R6', 'moved'),
  died(64, -11),
];
