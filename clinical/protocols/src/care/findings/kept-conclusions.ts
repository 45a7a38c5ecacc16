/** The conclusions that an entry stores for later readers of the record: later visits, lists, figures. */
import type { Assessment } from '../../assess/assessment.ts';
import { valueIn } from '../../assess/live-assessment.ts';
import { conclusionsKept, readingsInUse } from '../known-facts/earlier-visits.ts';

const alsoKept = ['laz', 'hcz', 'gain_g_day', 'infant_class', 'mother_class'] as const;

/** A reading in use is stored only when it differs from the first reading; otherwise the answer already states it. */
export const keptConclusions = (assessment: Assessment): Readonly<Record<string, string | number>> => {
  const kept: Record<string, string | number> = {};
  for (const name of [...conclusionsKept, ...alsoKept, ...readingsInUse]) {
    const value = valueIn(assessment, name);
    if (typeof value !== 'string' && typeof value !== 'number') continue;
    const first = valueIn(assessment, name.replace('_used_', '_'));
    if (!readingsInUse.includes(name) || first !== value) kept[name] = value;
  }
  return kept;
};
