/** The indicators of this release, from the folder `indicators/` of the repository. */
import { fileURLToPath } from 'node:url';
import type { IndicatorSet } from '@denba/indicators/indicator';
import { readContent } from '../figures/read-content.ts';

export const shippedIndicators = (): IndicatorSet =>
  readContent(fileURLToPath(new URL('../../../../indicators', import.meta.url)));
