/** Whom to praise for what they send, and whom to help. Pure. */
import { SILENT_DAYS } from '../overview/alerts.ts';
import type { CentreQuality } from './read-quality.ts';

const DAY_MS = 86_400_000;

export type QualityHelp = {
  readonly centre: CentreQuality;
  /** Months without an entry, of those in which it could have sent. */
  readonly missing: number;
  readonly isSilent: boolean;
};

/** A centre without a phone is neither: nobody waits to hear from it. */
export const judgeQuality = (
  centres: readonly CentreQuality[],
  now: Date,
): { readonly praise: readonly CentreQuality[]; readonly help: readonly QualityHelp[] } => {
  const judged = centres
    .filter(({ months }) => months.expected > 0)
    .map((centre) => ({
      centre,
      missing: centre.months.expected - centre.months.filled,
      isSilent: centre.heard === null || now.getTime() - centre.heard.getTime() >= SILENT_DAYS * DAY_MS,
    }));
  const isWell = ({ centre, missing, isSilent }: QualityHelp): boolean =>
    missing === 0 && !isSilent && centre.doubtful === 0;
  return {
    praise: judged.filter(isWell).map(({ centre }) => centre),
    help: judged
      .filter((one) => !isWell(one))
      .toSorted((a, b) => b.missing - a.missing || Number(b.isSilent) - Number(a.isSilent)),
  };
};
