/**
 * The indicators that a release ships, read from their sheets. Throws the first problem: a release with one is broken.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IndicatorSet } from '@denba/indicators/indicator';
import { readIndicators } from '@denba/indicators/read/read-indicators';
import { placeText } from '@denba/protocols/problem';

export const readContent = (folder: string): IndicatorSet => {
  const names = readdirSync(folder).filter((name) => name.endsWith('.csv'));
  const { set, problems } = readIndicators(
    new Map(names.toSorted().map((name) => [name, readFileSync(join(folder, name), 'utf8')])),
  );
  const [first] = problems;
  if (first !== undefined) throw new Error(`${placeText(first)}: ${first.message.en}`);
  return set;
};
