/**
 * `growth_judgement(context)`: the growth rules of @denba/growth as one function for expressions. The context gives the
 * infant's history and every threshold in snake case, with units:
 *
 * `{sex, birth_date, gestational_age_days, birth_weight_g, reweighed, muac_remeasured, previous,
 *   visit: {visit_date, weight_g, length_cm, measured, muac_mm, oedema},
 *   limits: {gain: {min_days: p.…}, daily_gain: {…}, …}}`
 *
 * `previous` holds earlier visits, written like `visit`; a visit may give `age_days` instead of its date. Returns null
 * when there is no visit to judge or a threshold is missing: a rule without its number must not look like a rule that
 * found nothing. The result is described in growth-facts.ts of @denba/growth; with `facts`, a list of names, it has
 * only those facts.
 */
import type { HostFunctions } from '@denba/decisions/run/host-functions';
import { isContext, isDate, isList, type Value } from '@denba/decisions/value';
import { rulesBehind } from '@denba/growth/growth-judgement/facts-and-rules';
import { growthFacts } from '@denba/growth/growth-judgement/growth-facts';
import type { GrowthHistory, GrowthLimits, GrowthVisit } from '@denba/growth/growth-judgement/growth-history';
import { judgeGrowth } from '@denba/growth/growth-judgement/judge-growth';
import { NotedThreshold } from '@denba/growth/growth-judgement/noted-threshold';
import type { Threshold } from '@denba/growth/growth-judgement/threshold';

export const growthJudgementFunction = {
  growth_judgement: {
    parameters: ['context'],
    call: (given: Value): Value => {
      const entries = entriesOf(given);
      const history = historyOf(entries);
      const limits = limitsOf(entries['limits'] ?? null);
      if (history === null || limits === null) return null;
      const facts = entries['facts'] ?? null;
      const only = isList(facts) ? (facts as readonly string[]) : undefined;
      return growthFacts(judgeGrowth(history, limits), only);
    },
  },
} as const satisfies HostFunctions;

/** The keys of the context (`limits.gain.min_days`…), for the checker. */
export const growthJudgementKeys = (): string[] => [
  ...['sex', 'birth_date', 'gestational_age_days', 'birth_weight_g', 'reweighed', 'muac_remeasured', 'previous'],
  'visit',
  ...spelledLimits.flatMap(({ key, numbers }) => numbers.map((number) => `limits.${key}.${number.key}`)),
];

/** Every threshold that a rule needs. A missing or unknown one is a type error. */
const limitNames: { readonly [Rule in keyof GrowthLimits]: { readonly [Name in keyof GrowthLimits[Rule]]: true } } = {
  lossFromBirth: { maxAgeDays: true, counselPct: true, assessPct: true },
  regain: { expectedByDays: true, overdueFromDays: true },
  gain: { minDays: true },
  dailyGain: { minGPerDay: true, startAgeDays: true, belowAgeDays: true, minDays: true, maxDays: true },
  gainPerKilogram: { minGPerKgPerDay: true, startAgeDays: true, minDays: true, maxPostMenstrualDays: true },
  staticWeight: { startAgeDays: true, minDays: true, toleranceG: true },
  loss: { minDays: true, physiologicDays: true },
  velocity: { minDays: true, maxDays: true, minZ: true, alertZ: true },
  zFall: { minDays: true, alertFall: true, strongFall: true },
  centileSpaces: {
    spaceZ: true,
    smallBelow: true,
    largeAbove: true,
    spacesIfSmall: true,
    spacesIfMiddle: true,
    spacesIfLarge: true,
    floorCentile: true,
  },
  severe: { cut: true },
  muacFall: { fallMm: true },
  twoVisits: { minDays: true },
};

const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Each rule with the snake-case keys of its numbers in a context. */
const spelledLimits = Object.entries(limitNames).map(([rule, names]) => ({
  rule,
  key: snakeCase(rule),
  numbers: Object.keys(names).map((name) => ({ name, key: snakeCase(name) })),
}));

/** The keys of `limits` whose rules decide a fact; null when there is no such fact. */
export const limitsBehindFact = (fact: string): readonly string[] | null =>
  rulesBehind(fact)?.map((rule) => snakeCase(rule)) ?? null;

/** The same limits, for a judgement that notes what each is compared with. `null` unless every number is there. */
export const notedLimits = (
  limits: Value,
): { readonly limits: Value; readonly thresholds: readonly NotedThreshold[] } | null => {
  if (!isContext(limits)) return null;
  const thresholds: NotedThreshold[] = [];
  const noted = readLimits(limits as Entries, (value) => {
    const threshold = new NotedThreshold(value);
    thresholds.push(threshold);
    return threshold;
  });
  if (noted === null) return null;
  const same = { ...(limits as Entries) };
  limitsByContext.set(same, noted);
  return { limits: same, thresholds };
};

/** Cache by identity: a protocol passes the same limits at every visit. */
const limitsByContext = new WeakMap<object, GrowthLimits | null>();

const limitsOf = (given: Value): GrowthLimits | null => {
  if (!isContext(given)) return null;
  let limits = limitsByContext.get(given as Entries);
  if (limits === undefined) {
    limits = readLimits(given as Entries);
    limitsByContext.set(given as Entries, limits);
  }
  return limits;
};

const readLimits = (rules: Entries, threshold: (value: number) => Threshold = asItIs): GrowthLimits | null => {
  const limits: Record<string, Record<string, Threshold>> = {};
  for (const { rule, key, numbers } of spelledLimits) {
    const values = entriesOf(rules[key] ?? null);
    const found: Record<string, Threshold> = {};
    for (const number of numbers) {
      const value = values[number.key];
      if (typeof value !== 'number') return null;
      found[number.name] = threshold(value);
    }
    limits[rule] = found;
  }
  return limits as GrowthLimits;
};

const asItIs = (value: number): Threshold => value;

type Entries = Readonly<Record<string, Value>>;

const entriesOf = (value: Value): Entries => (isContext(value) ? (value as Entries) : {});

const historyOf = (given: Entries): GrowthHistory | null => {
  const birth = given['birth_date'] ?? null;
  const birthDay = isDate(birth) ? birth.day : null;
  const last = visitOf(given['visit'] ?? null, birthDay);
  if (last === null) return null;
  const previous = given['previous'] ?? null;
  const earlier = isList(previous) ? visitsBefore(previous, birthDay) : [];
  const after = earlier.findIndex(({ ageDays }) => ageDays > last.ageDays);
  return {
    sex: given['sex'] === 'M' || given['sex'] === 'F' ? given['sex'] : null,
    gestationalAgeDays: numberIn(given, 'gestational_age_days'),
    birthWeightG: numberIn(given, 'birth_weight_g'),
    visits: [...(after < 0 ? earlier : earlier.slice(0, after)), last],
    reweighed: booleanIn(given, 'reweighed'),
    muacRemeasured: booleanIn(given, 'muac_remeasured'),
  };
};

type ReadVisits = { readonly birthDay: number | null; readonly visits: readonly GrowthVisit[] };

/** Cache by identity: many cases of a replay share one list of earlier visits. */
const visitsByList = new WeakMap<readonly Value[], ReadVisits>();

/** The earlier visits, oldest first; those without a known age are left out. */
const visitsBefore = (list: readonly Value[], birthDay: number | null): readonly GrowthVisit[] => {
  const known = visitsByList.get(list);
  if (known !== undefined && known.birthDay === birthDay) return known.visits;
  const visits = list.flatMap((item) => visitOf(item, birthDay) ?? []);
  visits.sort((a, b) => a.ageDays - b.ageDays);
  visitsByList.set(list, { birthDay, visits });
  return visits;
};

/** Null when the age is unknown: such a visit has no place on a curve. */
const visitOf = (visit: Value, birthDay: number | null): GrowthVisit | null => {
  const entries = entriesOf(visit);
  const { measured = null, visit_date: date = null } = entries;
  const sinceBirth = birthDay !== null && isDate(date) ? date.day - birthDay : null;
  const ageDays = numberIn(entries, 'age_days') ?? sinceBirth;
  if (ageDays === null || ageDays < 0) return null;
  return {
    ageDays,
    weightG: numberIn(entries, 'weight_g'),
    lengthCm: numberIn(entries, 'length_cm'),
    measured: measured === 'lying' || measured === 'standing' ? measured : null,
    muacMm: numberIn(entries, 'muac_mm'),
    oedema: booleanIn(entries, 'oedema'),
  };
};

const numberIn = (context: Entries, key: string): number | null => {
  const value = context[key];
  return typeof value === 'number' ? value : null;
};

const booleanIn = (context: Entries, key: string): boolean | null => {
  const value = context[key];
  return typeof value === 'boolean' ? value : null;
};
