/**
 * The settings of a simulated cohort. These are *simulation settings, not evidence*: chosen so that figures have a
 * plausible shape, to try software, reports and training. Nothing about real infants may be concluded from them, and
 * nothing clinical may read them.
 */
export type SimulationSettings = {
  /** First birth date, and over how many days births are spread. */
  readonly firstBirthOn: string;
  readonly birthDays: number;
  readonly facilities: number;

  /** Share of mothers who bear twins; shares of single births and of twins that are preterm. */
  readonly twinShare: number;
  readonly pretermShare: number;
  readonly pretermShareOfTwins: number;
  /** Share of infants below the 10th centile of weight for their gestation and sex (the definition of SGA). */
  readonly smallForGestationShare: number;
  /** Keep only infants with a birth weight in this range, in grams; `null`: all. */
  readonly birthWeightG: { readonly from: number; readonly below: number } | null;
  readonly unknownGestationShare: number;

  /** Where z-scores tend in the long run: mean and SD over infants, and the share of the birth z-score that is kept. */
  readonly targetZ: { readonly mean: number; readonly sd: number; readonly ofBirthZ: number };
  /** Share of infants who falter, and how far their target is shifted (negative: lower). */
  readonly falteringShare: number;
  readonly falteringZ: number;
  /** Half-life of a deviation in days, and SD of the deviation. */
  readonly driftHalfLifeDays: number;
  readonly driftSd: number;
  /** Correlation of length and head z with weight z, and of twins with each other. */
  readonly lengthCorrelation: number;
  readonly twinCorrelation: number;
  /** Loss of the first days as a share of birth weight, and the day on which it is regained. */
  readonly firstLoss: { readonly mean: number; readonly sd: number; readonly regainedOnDay: number };
  /** Mid-upper-arm circumference follows weight: mm at 1 kg, exponent, SD in mm. */
  readonly muac: { readonly atOneKilogramMm: number; readonly exponent: number; readonly sdMm: number };

  /** Share of visits missed (the first is never), of infants who stop coming, of infants who die. */
  readonly missedVisitShare: number;
  readonly defaultShare: number;
  readonly deathShare: number;
  /** Mean age at death in days (exponential). */
  readonly meanDeathDay: number;
  readonly missingValueShare: number;
  /** Shares of values read to a round number, and of values typed wrongly (unit, digits, decimal point). */
  readonly roundedShare: number;
  readonly typoShare: number;

  /**
   * Shares in the answers of the assessment: feeding problems, danger signs, distressed mothers, items left unanswered.
   */
  readonly feedingProblemShare: number;
  readonly dangerSignShare: number;
  readonly distressedMotherShare: number;
  readonly unansweredShare: number;
  /** Above this weight z-score at the last visit the simulated worker records R1, else R2. */
  readonly goodResponseZ: number;
};

/** All births of a place: about one in seven preterm, one in six small. */
export const allBirths: SimulationSettings = {
  firstBirthOn: '2025-01-01',
  birthDays: 365,
  facilities: 12,
  twinShare: 0.02,
  pretermShare: 0.13,
  pretermShareOfTwins: 0.5,
  smallForGestationShare: 0.17,
  birthWeightG: null,
  unknownGestationShare: 0.02,
  targetZ: { mean: -0.55, sd: 0.75, ofBirthZ: 0.35 },
  falteringShare: 0.07,
  falteringZ: -1.6,
  driftHalfLifeDays: 45,
  driftSd: 0.35,
  lengthCorrelation: 0.65,
  twinCorrelation: 0.6,
  firstLoss: { mean: 0.08, sd: 0.025, regainedOnDay: 14 },
  muac: { atOneKilogramMm: 62, exponent: 0.42, sdMm: 3.5 },
  missedVisitShare: 0.06,
  defaultShare: 0.05,
  deathShare: 0.03,
  meanDeathDay: 40,
  missingValueShare: 0.03,
  roundedShare: 0.15,
  typoShare: 0.002,
  feedingProblemShare: 0.18,
  dangerSignShare: 0.02,
  distressedMotherShare: 0.12,
  unansweredShare: 0.01,
  goodResponseZ: -2,
};

/** A follow-up of small newborns only (1,500 to under 2,500 g), the shape of a low-birth-weight study. */
export const smallNewborns: SimulationSettings = {
  ...allBirths,
  twinShare: 0.05,
  pretermShare: 0.16,
  smallForGestationShare: 0.4,
  birthWeightG: { from: 1500, below: 2500 },
  targetZ: { mean: -0.7, sd: 0.8, ofBirthZ: 0.3 },
  firstLoss: { mean: 0.1, sd: 0.03, regainedOnDay: 21 },
};
