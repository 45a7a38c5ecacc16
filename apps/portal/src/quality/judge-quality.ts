/** Which centres to praise for the data they send, and which to help. Pure. */
import type { Stands } from '../centre/supervision.ts';
import type { CentreQuality } from './read-quality.ts';

export type QualityHelp = {
  readonly centre: CentreQuality;
  /** The number of months in which the centre could have sent entries and sent none. */
  readonly missing: number;
  /** The figures in which the centre is clearly worse than all centres together. */
  readonly worse: readonly Stands[];
};

/** What can be said of the figures of a centre; `isTooLittle`: too few of them are shown, or are made of enough cases. */
export type FiguresJudged = Pick<QualityHelp, 'worse'> & { readonly isTooLittle: boolean };

export type QualityJudged = {
  readonly praise: readonly CentreQuality[];
  readonly help: readonly QualityHelp[];
  /** Centres that send well, and too few of whose figures can be judged to praise them. */
  readonly unjudged: readonly CentreQuality[];
};

/** A centre without a phone is neither praised nor helped: no contact is expected from it. */
export const judgeQuality = (
  centres: readonly CentreQuality[],
  figuresOf: (centre: CentreQuality) => FiguresJudged,
): QualityJudged => {
  const judged = centres
    .filter(({ months }) => months.expected > 0)
    .map((centre) => ({
      centre,
      missing: centre.months.expected - centre.months.filled,
      ...figuresOf(centre),
    }));
  const isWell = ({ centre, missing, worse }: QualityHelp): boolean =>
    missing === 0 && centre.silence === null && centre.doubtful === 0 && worse.length === 0;
  const well = judged.filter(isWell);
  return {
    praise: well.filter(({ isTooLittle }) => !isTooLittle).map(({ centre }) => centre),
    help: judged.filter((one) => !isWell(one)).toSorted((a, b) => b.missing - a.missing || silent(b) - silent(a)),
    unjudged: well.filter(({ isTooLittle }) => isTooLittle).map(({ centre }) => centre),
  };
};

const silent = ({ centre: { silence } }: QualityHelp): number =>
  silence === null ? 0 : silence.kind === 'idle' ? 1 : 2;
