/**
 * The evidence that each agreement or difference gives that two registrations are one family, in bits: +1 makes it
 * twice as likely, −1 half as likely (Fellegi and Sunter 1969; rarer names say more, Winkler 2000).
 *
 * weight = log2(m / u). `m`: how often two registrations of one family agree in this way; `u`: how often two
 * registrations of different families do. `'counted'` means that `u` is counted in the index: « Traoré » says little in
 * Sikasso and much in Agadez. All figures are ours (`default`), set by judgement on simulated registrations, and still
 * to be checked against real ones.
 */
import type { Likeness } from './word-likeness.ts';

type Agreement = {
  readonly m: number;
  readonly u: number | 'counted';
  /**
   * Upper limit of the bits: relatives share names, villages and telephones, so the counted rarity overstates the
   * evidence.
   */
  readonly atMost: number;
};

export type LikenessWeights = Readonly<Record<Likeness, Agreement>>;

export const duplicateWeights = {
  /** Share of new registrations whose family is already known: one in ten where nobody searches first. */
  knownAlready: 0.1,
  /**
   * Families are shown from this probability on. At one in twenty, nineteen of twenty may be wrong, but each is read in
   * a second.
   */
  shownFrom: 0.05,
  /**
   * Smallest number of families assumed when counting rarity: a centre's first families are not strangers to each
   * other.
   */
  fewestFamilies: 200,

  /**
   * Each word of the mother's name, by its likeness to the nearest word of the other. `u`: share of families here that
   * are at least as alike.
   */
  motherName: {
    /** Same letters: for instance the clerk copied a card. */
    5: { m: 1, u: 'counted', atMost: 8 },
    /** Same sound: nearly as good, because the spelling is the clerk's. */
    4: { m: 0.85, u: 'counted', atMost: 8 },
    /** A variant, such as Fatim for Fatoumata: half of those who bear one form also use the other. */
    3: { m: 0.5, u: 'counted', atMost: 7 },
    /** One slip, of the finger or of the ear. */
    2: { m: 0.4, u: 'counted', atMost: 6.5 },
    /** Two slips (see `Likeness`): often a different name. */
    1: { m: 0.15, u: 'counted', atMost: 5 },
    /** No likeness: a nickname that is not in the table of variants, or another woman. */
    0: { m: 0.04, u: 1, atMost: 0 },
  } satisfies LikenessWeights,

  /**
   * Words of the father's, the caregiver's or a child's name: the person who agrees best counts; nothing counts when
   * none agrees.
   */
  otherName: {
    5: { m: 1, u: 'counted', atMost: 5 },
    4: { m: 0.85, u: 'counted', atMost: 5 },
    3: { m: 0.5, u: 'counted', atMost: 4 },
    2: { m: 0.4, u: 'counted', atMost: 3.5 },
    1: { m: 0.15, u: 'counted', atMost: 2 },
    0: { m: 1, u: 1, atMost: 0 },
  } satisfies LikenessWeights,
  /**
   * Upper limit for all words of other names together: father and child share a family name, so they are not
   * independent.
   */
  otherNamesAtMost: 8,

  village: {
    5: { m: 1, u: 'counted', atMost: 7 },
    4: { m: 0.9, u: 'counted', atMost: 7 },
    3: { m: 0.5, u: 'counted', atMost: 6 },
    2: { m: 0.5, u: 'counted', atMost: 6 },
    1: { m: 0.2, u: 'counted', atMost: 4 },
    /**
     * Different villages: she went to her mother's village to give birth, or one gives the town's name and the other
     * the quarter's.
     */
    0: { m: 0.15, u: 1, atMost: 0 },
  } satisfies LikenessWeights,

  /**
   * A shared handset is common: neighbours, or the relay's number for a whole hamlet. Counting lowers the weight then.
   */
  samePhone: { m: 0.85, u: 'counted', atMost: 10 },
  /** One wrong digit. About 80 of 90 million numbers are that close to any given number. */
  closePhone: { m: 0.05, u: 0.0004, atMost: 7 },
  /** Different numbers: people change their number with the price of credit. */
  otherPhone: { m: 0.25, u: 1, atMost: 0 },

  /** A card belongs to one family; the only doubt is a miscopied number. */
  sameCard: { m: 0.95, u: 0.0001, atMost: 13 },
  /** Different cards: a lost card is replaced. */
  otherCard: { m: 0.2, u: 1, atMost: 0 },

  /** Both dates known to the day. Mothers' birthdays spread over some 25 years. */
  motherSameDay: { m: 0.7, u: 0.0002, atMost: 9 },
  /**
   * Difference in years when at least one date is only an estimate from an age. `u` assumes a spread of mothers' ages
   * of ±6.5 years.
   */
  motherAge: [
    { upToYears: 1.5, reason: 'sameAge', m: 0.62, u: 0.13, atMost: 3 },
    { upToYears: 2.5, reason: 'closeAge', m: 0.22, u: 0.09, atMost: 2 },
    { upToYears: 5.5, reason: null, m: 0.13, u: 0.23, atMost: 0 },
    { upToYears: Number.POSITIVE_INFINITY, reason: null, m: 0.03, u: 0.55, atMost: 0 },
  ],

  /** Difference in days between the two nearest births of the two families. */
  births: [
    /** Same day. There are some 700 possible birth days in two years. */
    { upToDays: 0, reason: 'sameBirth', m: 0.7, u: 0.0015, atMost: 9 },
    /** The day was counted from the baptism, or from market day. */
    { upToDays: 8, reason: 'closeBirth', m: 0.1, u: 0.02, atMost: 3 },
    /** Only the month was known. */
    { upToDays: 31, reason: 'closeBirth', m: 0.08, u: 0.06, atMost: 1 },
    /** Nobody bears two children five months apart: these are two families, or a date is very wrong. */
    { upToDays: 170, reason: null, m: 0.02, u: 0.35, atMost: 0 },
    /** Probably an older or a younger child of the same mother. */
    { upToDays: Number.POSITIVE_INFINITY, reason: null, m: 0.1, u: 0.57, atMost: 0 },
  ],
  /** For children born on (nearly) the same day. The sex is seldom recorded wrongly. */
  sameSex: { m: 0.98, u: 0.5, atMost: 1 },
  otherSex: { m: 0.02, u: 0.5, atMost: 0 },
} as const;

/** Bits of one agreement. `counted`: the share of families in the index that agree in this way. */
export const bitsOf = ({ m, u, atMost }: Agreement, counted = 1): number =>
  Math.min(atMost, Math.log2(m / (u === 'counted' ? Math.max(counted, 1e-6) : u)));

/**
 * The share of families that agree, as a measure of rarity. The first families of a centre say nothing about rarity
 * (with one family, all bear its name), so the number of families is taken as at least `fewestFamilies`.
 */
export const rarity = (agreeing: number, families: number): number =>
  agreeing / Math.max(families, duplicateWeights.fewestFamilies);
