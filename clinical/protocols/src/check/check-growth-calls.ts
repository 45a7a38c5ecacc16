/**
 * A call of `growth_judgement` that lacks a threshold judges nothing; this is reported while the protocol is written.
 */
import { childrenOf, type Expression, namesIn } from '@denba/decisions/expression';
import { growthJudgementKeys } from '../growth-judgement-function.ts';
import { type Place, type Problem, problem } from '../problem.ts';
import type { Uses } from './uses.ts';

export const checkGrowthCalls = (uses: Uses): Problem[] =>
  uses.expressions.flatMap(({ expression, place }) =>
    callsIn(expression).flatMap((call) => {
      const [given] = call;
      if (given === undefined || given.kind !== 'context') return [];
      const missing = growthJudgementKeys().filter((key) => !hasKey(given, key.split('.')));
      const unread = given.entries
        .map(({ key }) => key)
        .filter((key) => !growthJudgementKeys().some((known) => known.split('.')[0] === key));
      return missing.length === 0 && unread.length === 0 ? [] : [incomplete(missing, unread, place)];
    }),
  );

const callsIn = (expression: Expression): (readonly Expression[])[] => [
  ...(expression.kind === 'call' && expression.function === 'growth_judgement' ? [expression.arguments] : []),
  ...childrenOf(expression).flatMap(callsIn),
];

const hasKey = (expression: Expression, [key, ...rest]: readonly string[]): boolean => {
  if (key === undefined) return true;
  // A context given by name cannot be inspected; it is assumed to have the key.
  if (expression.kind !== 'context') return namesIn(expression).length > 0;
  const entry = expression.entries.find((candidate) => candidate.key === key);
  return entry !== undefined && hasKey(entry.value, rest);
};

const incomplete = (missing: readonly string[], unread: readonly string[], place: Place): Problem => {
  const keys = missing.join(', ');
  const ignored = unread.join(', ');
  return problem(
    'expressionWrong',
    place,
    {
      fr: `growth_judgement ne peut pas juger : il manque ${keys || 'rien'}${ignored === '' ? '' : ` ; non lus : ${ignored}`}.`,
      en: `growth_judgement cannot judge: ${keys || 'nothing'} missing${ignored === '' ? '' : `; not read: ${ignored}`}.`,
    },
    {
      fr: 'Écrivez {sex, birth_date, gestational_age_days, birth_weight_g, reweighed, muac_remeasured, previous, visit: {visit_date, weight_g, length_cm, measured, muac_mm, oedema}, limits: {gain: {min_days: p.…}, …}}.',
      en: 'Write {sex, birth_date, gestational_age_days, birth_weight_g, reweighed, muac_remeasured, previous, visit: {visit_date, weight_g, length_cm, measured, muac_mm, oedema}, limits: {gain: {min_days: p.…}, …}}.',
    },
  );
};
