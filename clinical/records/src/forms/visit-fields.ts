/**
 * The fields that record what was decided with the family, common to all kinds of visit. All other answers keep the
 * names of the protocol's data elements.
 */
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
  /** Why the agreed day differs from the day that the protocol proposed. */
  next_due_reason: textField,
  indepth_decision: codeField(strictness, ['inpatient', 'outpatient']),
  indepth_reason: textField,
  /** The class that the worker acts on instead of the computed one: raised without a reason, lowered only with one. */
  override_class: codeField(strictness, ['high', 'indepth', 'moderate', 'low']),
  override_reason: textField,
  override_second_person: textField,
  /** Sections whose remaining signs were answered "none" by one act (a sweep). `null`: not recorded. */
  swept: textsField,
  /** Whether the six-month review was done: the infant was seen, measured, and a feed observed. */
  reviewed: flagField,
});
