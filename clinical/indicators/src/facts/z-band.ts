/** The half standard deviation in which a z-score lies, so that a distribution can be added up over places. */
import type { JsonValue } from '@denba/records/canonical-json';

/** The outermost bands are open: what lies beyond the limits that WHO calls implausible is in them too. */
const LOWEST_BAND = -6;
const HIGHEST_BAND = 5.5;

/** Its lower end, included: −2.5 for −2.50 to −2.01, so that whatever lies below −2 is in bands that end at or below it. */
export const zBand = (z: JsonValue): number | null =>
  typeof z === 'number' ? Math.min(HIGHEST_BAND, Math.max(LOWEST_BAND, Math.floor(z * 2) / 2)) : null;
