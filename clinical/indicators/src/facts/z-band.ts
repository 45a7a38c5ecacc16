/** The band of half a standard deviation in which a z-score lies, so that distributions can be added up over places. */
import type { JsonValue } from '@denba/records/canonical-json';

/** The outermost bands are open: they also hold values beyond the limits that WHO calls implausible. */
const LOWEST_BAND = -6;
const HIGHEST_BAND = 5.5;

/**
 * Lower end of the band, inclusive: −2.5 for −2.50 to −2.01. All values below −2 thus lie in bands that end at −2 or
 * lower.
 */
export const zBand = (z: JsonValue): number | null =>
  typeof z === 'number' ? Math.min(HIGHEST_BAND, Math.max(LOWEST_BAND, Math.floor(z * 2) / 2)) : null;
