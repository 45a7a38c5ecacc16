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

/** A centre without a phone is neither praised nor helped: no contact is expected from it. */
export const judgeQuality = (
  centres: readonly CentreQuality[],
  worseOf: (centre: CentreQuality) => readonly Stands[],
): { readonly praise: readonly CentreQuality[]; readonly help: readonly QualityHelp[] } => {
  const judged = centres
    .filter(({ months }) => months.expected > 0)
    .map((centre) => ({
      centre,
      missing: centre.months.expected - centre.months.filled,
      worse: worseOf(centre),
    }));
  const isWell = ({ centre, missing, worse }: QualityHelp): boolean =>
    missing === 0 && centre.silence === null && centre.doubtful === 0 && worse.length === 0;
  return {
    praise: judged.filter(isWell).map(({ centre }) => centre),
    help: judged.filter((one) => !isWell(one)).toSorted((a, b) => b.missing - a.missing || silent(b) - silent(a)),
  };
};

const silent = ({ centre: { silence } }: QualityHelp): number =>
  silence === null ? 0 : silence.kind === 'idle' ? 1 : 2;
