/**
 * Which thresholds decide which fact: a fact stays as it is when the numbers of every other rule change. What a draft of
 * a protocol would change is worked out from this, so it must be complete; a property holds it to the rules.
 */
import { growthFactNames } from './growth-facts.ts';
import type { GrowthLimits } from './growth-history.ts';

export type GrowthRule = keyof GrowthLimits;

/** The rules behind a fact; null for a name that is no fact. */
export const rulesBehind = (fact: string): readonly GrowthRule[] | null =>
  growthFactNames.includes(fact) ? (byFact.get(fact) ?? []) : null;

const gainRules: readonly GrowthRule[] = [
  'velocity',
  'dailyGain',
  'gainPerKilogram',
  'zFall',
  'staticWeight',
  'regain',
];

/** `below_birth_weight` and `reference` have no threshold. */
const byFact: ReadonlyMap<string, readonly GrowthRule[]> = new Map(
  (
    [
      [['gain'], 'gain_g interval_days gain_g_day gain_g_kg_day gain_display_only gain_cannot_judge'],
      [['velocity'], 'velocity_z velocity_poor velocity_alert velocity_cannot_judge'],
      [['dailyGain'], 'daily_gain_poor'],
      [['gainPerKilogram'], 'gain_per_kg_poor'],
      [['staticWeight'], 'static'],
      [['lossFromBirth'], 'loss_from_birth_pct loss_from_birth'],
      [['regain'], 'birth_weight_regain'],
      [['loss'], 'weight_lost weight_loss_g weight_loss_confirmed loss_cannot_judge'],
      [['zFall'], 'waz_fall ig_waz_fall z_fall_level'],
      [['centileSpaces'], 'centile_spaces centile_spaces_falters below_floor_centile'],
      [['severe'], 'waz_crossed_severe wlz_crossed_severe crossed_severe'],
      [['muacFall'], 'muac_fall_mm muac_fell muac_fall_confirmed'],
      [gainRules, 'poor_gain poor_gain_because'],
      // Which visit was "the visit before" depends on whether its gain could be judged, by any rule.
      [[...gainRules, 'twoVisits'], 'poor_gain_twice no_gain_twice'],
      [[...gainRules, 'gain'], 'cannot_judge'],
    ] as const
  ).flatMap(([rules, facts]) => facts.split(' ').map((fact): [string, readonly GrowthRule[]] => [fact, rules])),
);
