/** Which measurements the protocol's checks (`measurement_checks`) doubt, and which doubts the worker has answered. */
import type { GrowthIndex } from './growth-index.ts';

type Doubt = {
  readonly of: readonly GrowthIndex[];
  /** Confirming one of these answers removes the doubt. When empty, confirming does not remove it. */
  readonly answeredBy: readonly string[];
};

/** Doubts by the code of the check. Checks that doubt no measurement (an exit too early) are left out. */
export const doubts: Readonly<Record<string, Doubt>> = {
  third_weight: { of: ['weight', 'weight-for-length'], answeredBy: [] },
  third_length: { of: ['length', 'weight-for-length'], answeredBy: [] },
  third_muac: { of: ['muac'], answeredBy: [] },
  second_head: { of: ['head'], answeredBy: [] },
  weight_drop: { of: ['weight', 'weight-for-length'], answeredBy: ['weight_g', 'weight_2_g'] },
  length_shorter: { of: ['length', 'weight-for-length'], answeredBy: ['length_cm', 'length_2_cm'] },
  muac_jump: { of: ['muac'], answeredBy: ['muac_mm', 'muac_2_mm'] },
  waz_unusual: { of: ['weight'], answeredBy: [] },
  laz_unusual: { of: ['length'], answeredBy: [] },
  wlz_unusual: { of: ['weight-for-length'], answeredBy: [] },
  muacz_unusual: { of: ['muac'], answeredBy: [] },
  hcz_unusual: { of: ['head'], answeredBy: [] },
  weight_for_age_confirm: { of: ['weight'], answeredBy: ['weight_g', 'weight_2_g'] },
};

export const doubtsAbout = (checks: readonly string[], confirmed: readonly string[], index: GrowthIndex): boolean =>
  checks.some((check) => {
    const doubt = doubts[check];
    return doubt?.of.includes(index) === true && !doubt.answeredBy.some((name) => confirmed.includes(name));
  });
