/** The conclusions that an entry stores for later readers of the record: later visits, lists, figures. */
import type { Assessment } from '../../assess/assessment.ts';
import { conclusionsKept, readingsInUse } from '../known-facts/earlier-visits.ts';

const alsoKept = ['laz', 'hcz', 'gain_g_day', 'infant_class', 'mother_class'] as const;

/** A reading in use is stored only when it differs from the first reading; otherwise the answer already states it. */
export const keptConclusions = ({ values }: Assessment): Readonly<Record<string, string | number>> => {
  const kept: Record<string, string | number> = {};
  for (const name of [...conclusionsKept, ...alsoKept, ...readingsInUse]) {
    const value = values[name] ?? null;
    if (typeof value !== 'string' && typeof value !== 'number') continue;
    const first = values[name.replace('_used_', '_')] ?? null;
    if (!readingsInUse.includes(name) || first !== value) kept[name] = value;
  }
  return kept;
};
