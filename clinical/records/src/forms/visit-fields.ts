/** What a visit decides with the family, whatever kind of visit it is. All other answers keep the protocol's names. */
import type { Strictness } from '../answer-fields.ts';
import { codeField, codesField, dateField, flagField, textField, textsField } from '../answer-fields.ts';
import { REFERRAL_TO } from './transfer.ts';

export const visitFields = (strictness: Strictness) => ({
  referral_to: codeField(strictness, REFERRAL_TO),
  agreed_actions: codesField(strictness, [
    'feeding',
    'hygiene',
    'follow_referral',
    'mother_rest',
    'family_support',
    'vaccination',
    'other',
  ]),
  next_due: dateField,
  /** Why another day was agreed than the one that the protocol proposed. */
  next_due_reason: textField,
  indepth_decision: codeField(strictness, ['inpatient', 'outpatient']),
  indepth_reason: textField,
  /** The class that the worker acts on in place of the computed one: up freely, down with a reason. */
  override_class: codeField(strictness, ['high', 'indepth', 'moderate', 'low']),
  override_reason: textField,
  override_second_person: textField,
  /** Sections whose remaining signs were answered by one act ("I looked for each: none"). `null`: not recorded. */
  swept: textsField,
  /** The review was done: the infant was seen, measured, and a feed observed. */
  reviewed: flagField,
});
