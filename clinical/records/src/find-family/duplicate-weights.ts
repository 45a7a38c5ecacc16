/**
 * What each agreement and each difference says about two registrations being one family, in bits: +1 makes it twice as
 * likely, −1 half as likely (Fellegi and Sunter 1969; rarer names say more, Winkler 2000).
 *
 * weight = log2(m / u). `m`: how often the registrations of one family agree so; `u`: how often those of two families do.
 * Where `u` can be counted in the index it is (`'counted'`): « Traoré » says little in Sikasso and much in Agadez.
 * All figures are ours (`default`), set by judgement on simulated registrations, and await real ones.
 */
import type { Likeness } from './word-likeness.ts';

type Agreement = {
  readonly m: number;
  readonly u: number | 'counted';
  /** Most bits it may bring: relatives share names, villages and telephones, so counted rarity overstates. */
  readonly atMost: number;
};

export type LikenessWeights = Readonly<Record<Likeness, Agreement>>;

export const duplicateWeights = {
  /** Share of new registrations that are a family already known: one in ten where nobody searches first. */
  knownAlready: 0.1,
  /** Shown from this chance on: one in twenty may be wrong nineteen times, and is read in a second. */
  shownFrom: 0.05,
  /** A list is never taken for smaller than this: a centre's first families are not strangers to each other. */
  fewestFamilies: 200,

  /** Each word of the mother's name, by likeness to the nearest word of the other. `u`: families here that are as alike. */
  motherName: {
    /** Written alike: the clerk copied a card. */
    5: { m: 1, u: 'counted', atMost: 8 },
    /** Heard alike: nearly as good, spelling is the clerk's. */
    4: { m: 0.85, u: 'counted', atMost: 8 },
    /** Fatim for Fatoumata: half of those who bear one form also use the other. */
    3: { m: 0.5, u: 'counted', atMost: 7 },
    /** One slip of the finger or of the ear. */
    2: { m: 0.4, u: 'counted', atMost: 6.5 },
    /** Two slips: often another name. */
    1: { m: 0.15, u: 'counted', atMost: 5 },
    /** Unlike: a nickname we do not know, or another woman. */
    0: { m: 0.04, u: 1, atMost: 0 },
  } satisfies LikenessWeights,

  /** Words of the father's, the caregiver's or a child's name; the best of them, and silence when none agrees. */
  otherName: {
    5: { m: 1, u: 'counted', atMost: 5 },
    4: { m: 0.85, u: 'counted', atMost: 5 },
    3: { m: 0.5, u: 'counted', atMost: 4 },
    2: { m: 0.4, u: 'counted', atMost: 3.5 },
    1: { m: 0.15, u: 'counted', atMost: 2 },
    0: { m: 1, u: 1, atMost: 0 },
  } satisfies LikenessWeights,
  /** All other names together: the father's family name is the child's, so they are not independent. */
  otherNamesAtMost: 8,

  village: {
    5: { m: 1, u: 'counted', atMost: 7 },
    4: { m: 0.9, u: 'counted', atMost: 7 },
    3: { m: 0.5, u: 'counted', atMost: 6 },
    2: { m: 0.5, u: 'counted', atMost: 6 },
    1: { m: 0.2, u: 'counted', atMost: 4 },
    /** She went to her mother's village to give birth, or gives the town's name for the quarter's. */
    0: { m: 0.15, u: 1, atMost: 0 },
  } satisfies LikenessWeights,

  /** A shared handset is common: neighbours, or the relay's number for a whole hamlet, which counting shows. */
  samePhone: { m: 0.85, u: 'counted', atMost: 10 },
  /** One wrong digit. About 80 numbers of 90 million lie so close to any one. */
  closePhone: { m: 0.05, u: 0.0004, atMost: 7 },
  /** Numbers change with the price of credit. */
  otherPhone: { m: 0.25, u: 1, atMost: 0 },

  /** A card is one family's; a copied number is the only doubt. */
  sameCard: { m: 0.95, u: 0.0001, atMost: 13 },
  /** A lost card is replaced. */
  otherCard: { m: 0.2, u: 1, atMost: 0 },

  /** Both dates known to the day. Mothers' birthdays spread over some 25 years. */
  motherSameDay: { m: 0.7, u: 0.0002, atMost: 9 },
  /** Years between the two dates when one is an age. `u` from a mothers' age spread of ±6.5 years. */
  motherAge: [
    { upToYears: 1.5, reason: 'sameAge', m: 0.62, u: 0.13, atMost: 3 },
    { upToYears: 2.5, reason: 'closeAge', m: 0.22, u: 0.09, atMost: 2 },
    { upToYears: 5.5, reason: null, m: 0.13, u: 0.23, atMost: 0 },
    { upToYears: Number.POSITIVE_INFINITY, reason: null, m: 0.03, u: 0.55, atMost: 0 },
  ],

  /** The two nearest births of the two families, in days between them. */
  births: [
    /** Some 700 birth days in two years. */
    { upToDays: 0, reason: 'sameBirth', m: 0.7, u: 0.0015, atMost: 9 },
    /** Day counted from the baptism, or from market day. */
    { upToDays: 8, reason: 'closeBirth', m: 0.1, u: 0.02, atMost: 3 },
    /** Only the month was known. */
    { upToDays: 31, reason: 'closeBirth', m: 0.08, u: 0.06, atMost: 1 },
    /** Nobody bears two children five months apart: two families, or a date that is very wrong. */
    { upToDays: 170, reason: null, m: 0.02, u: 0.35, atMost: 0 },
    /** An older or a younger child of the same mother. */
    { upToDays: Number.POSITIVE_INFINITY, reason: null, m: 0.1, u: 0.57, atMost: 0 },
  ],
  /** Of children born on (nearly) the same day. Sex is seldom written wrong. */
  sameSex: { m: 0.98, u: 0.5, atMost: 1 },
  otherSex: { m: 0.02, u: 0.5, atMost: 0 },
} as const;

/** Bits of one agreement. `counted`: the share of families in the index that agree so. */
export const bitsOf = ({ m, u, atMost }: Agreement, counted = 1): number =>
  Math.min(atMost, Math.log2(m / (u === 'counted' ? Math.max(counted, 1e-6) : u)));

/**
 * How rare it is that families agree so. The first families of a centre say nothing of rarity (of one family, all bear
 * its name), so a list is never taken for smaller than `fewestFamilies`.
 */
export const rarity = (agreeing: number, families: number): number =>
  agreeing / Math.max(families, duplicateWeights.fewestFamilies);
