/** The indicators of this release, from `indicators/`. Throws when a sheet has a problem: a wrong figure is worse than none. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { IndicatorSet } from '@denba/indicators/indicator';
import { readIndicators } from '@denba/indicators/read/read-indicators';
import { placeText } from '@denba/protocols/problem';

const folder = fileURLToPath(new URL('../../../../indicators/', import.meta.url));

export const shippedIndicators = (): IndicatorSet => {
  const names = readdirSync(folder).filter((name) => name.endsWith('.csv'));
  const { set, problems } = readIndicators(
    new Map(names.toSorted().map((name) => [name, readFileSync(`${folder}${name}`, 'utf8')])),
  );
  const [first] = problems;
  if (first !== undefined) throw new Error(`indicators: ${placeText(first)} ${first.message.en}`);
  return set;
};
