/**
 * What was asked about the mother's mood and what was done about it, as codes and yes or no: never the answers
 * themselves. Indicators over these attributes that are about very few mothers are marked `restricted`.
 */
import { conclusionIn } from '@denba/protocols/care/known-facts/earlier-visits';
import type { JsonObject, JsonValue } from '@denba/records/canonical-json';
import type { Encounter } from '@denba/records/timeline/timeline';
import { answerOf } from './answer-of.ts';

export const moodAttributes = (visit: Encounter): JsonObject => {
  const result = conclusionIn(visit.findings, 'mh_result') ?? null;
  const raised = raisedOf(visit);
  return {
    mh_result: result === 'not_done' ? null : (result as JsonValue),
    mh_instrument: answerOf(visit, 'mh_instrument'),
    mh_acted: result === 'positive' ? actedOn(visit) : null,
    self_harm_raised: raised,
    self_harm_acted: raised === true ? sameDay(answerOf(visit, 'suicide_action')) : null,
  };
};

/** Whether a card or an action for her mood was proposed, or she was referred. */
const actedOn = (visit: Encounter): boolean => {
  const { actions } = visit.findings;
  const codes = Array.isArray(actions) ? actions.map((action) => (Array.isArray(action) ? String(action[0]) : '')) : [];
  return (
    answerOf(visit, 'referral_to') === 'mental_health' ||
    codes.some((code) => /^(MH_REFER|MH_SUPPORT|SUICIDE_)/.test(code))
  );
};

const raisedOf = (visit: Encounter): boolean | null => {
  const items = [answerOf(visit, 'phq9'), answerOf(visit, 'epds_item10')];
  const thoughts = answerOf(visit, 'sh_thoughts');
  if (thoughts === true || items.some((item) => typeof item === 'number' && item > 0)) return true;
  return thoughts === false || items.some((item) => item === 0) ? false : null;
};

const sameDay = (action: JsonValue): boolean | null =>
  action === null ? null : action === 'urgent_referral' || action === 'same_day_plan';
