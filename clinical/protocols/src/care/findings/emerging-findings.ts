/**
 * What every step of a visit shows while it is being answered: the class so far, and whether somebody must be referred
 * now. Same result as in the complete findings (`visit-findings.ts`), without computing all of them at each answer:
 * only the values needed here are read, and no sentence is made.
 */
import { isContext, isList, type Scope, type Value } from '@denba/decisions/value';
import type { Language } from '@denba/quantities/text';
import type { Assessment } from '../../assess/assessment.ts';
import { valueIn } from '../../assess/live-assessment.ts';
import type { Action, CompiledProtocol } from '../../compile/compiled-protocol.ts';
import { type Headline, headlineOf } from '../../explain/headline.ts';

export type EmergingFindings = {
  /** The computed class; `null` at a screen, which gives no class. */
  readonly pairClass: string | null;
  readonly headline: Headline;
  /** True when the infant or the mother must be referred now: care before departure comes first, then the referral. */
  readonly urgent: boolean;
};

export const emergingFindings = (
  assessment: Assessment,
  language: Language,
  protocol: CompiledProtocol,
): EmergingFindings => {
  const value = (name: string): Value => valueIn(assessment, name);
  const actions = value('actions');
  const codes: readonly Value[] = isList(actions) ? actions : [];
  const referred = protocol.actions.some((action) => isUrgentReferral(action) && codes.includes(action.code));
  if (isScreen(assessment, protocol)) {
    const concluded = value('screen_conclusion');
    return {
      pairClass: null,
      headline: screenHeadline(textOf(value('screen_result')), language, protocol),
      urgent: referred || (isContext(concluded) && (concluded as Scope)['result'] === 'urgent'),
    };
  }
  const pairClass = value('pair_class');
  return { pairClass: textOf(pairClass), headline: headlineOf(headlineScope(value), language), urgent: referred };
};

/** Whether the assessment is that of a rapid screen, which sorts and gives no class. */
export const isScreen = (assessment: Assessment, protocol: CompiledProtocol): boolean =>
  valueIn(assessment, 'screen_date') !== null && protocol.parts['screen'] !== undefined;

const headlineScope = (value: (name: string) => Value): Scope => ({
  pair_class: value('pair_class'),
  pair_incomplete: value('pair_incomplete'),
  danger_signs_answered: value('danger_signs_answered'),
});

const screenHeadline = (result: string | null, language: Language, { choices }: CompiledProtocol): Headline => {
  const code = result ?? 'incomplete';
  const shapes: Readonly<Record<string, string>> = { urgent: '▲', positive: '■', negative: '●' };
  return { shape: shapes[code] ?? '○', text: choices['code_words']?.[code]?.[language] ?? code, floor: false };
};

const isUrgentReferral = ({ urgency, kind }: Pick<Action, 'urgency' | 'kind'>): boolean =>
  urgency === 'now' && kind === 'refer';

const textOf = (value: Value): string | null => (typeof value === 'string' ? value : null);
