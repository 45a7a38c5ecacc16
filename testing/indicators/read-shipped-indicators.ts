/** The indicators as the product reads them, for tests and benchmarks. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { IndicatorSet } from '@denba/indicators/indicator';
import { readIndicators } from '@denba/indicators/read/read-indicators';

const folder = fileURLToPath(new URL('../../indicators/', import.meta.url));

/** The sheets of `indicators/` by file name. */
const indicatorFiles = (): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith('.csv'))
      .toSorted()
      .map((name) => [name, readFileSync(`${folder}${name}`, 'utf8')]),
  );

export const shippedIndicators = (): IndicatorSet => readIndicators(indicatorFiles()).set;
