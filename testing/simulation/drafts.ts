/**
 * The entries that the midwives of the simulation record: few answers, but every form that decides where a family's
 * entries go and which families are one.
 */
import type { SaveDraft } from '@denba/device/device';
import { localDate } from '@denba/quantities/local-date';
import type { JsonObject } from '@denba/records/canonical-json';
import { familyId, personId } from '@denba/records/ids';

const DAY = localDate('2026-11-26');

const draft = (family: string, form: string, subject: string | null, answers: JsonObject): SaveDraft => ({
  ...{ family: familyId(family), subject: subject === null ? null : personId(subject), form, answers },
  ...{ protocolVersion: null, findings: {}, occurredOn: DAY },
});

export const registration = (family: string): SaveDraft =>
  draft(family, 'register-family@1', null, { mother: `${family}-mother`, mother_name: 'Awa Keïta' });

export const visit = (family: string, weight_g: number): SaveDraft =>
  draft(family, 'growth-visit@1', `${family}-child`, { weight_g });

export const referral = (family: string, to: string): SaveDraft =>
  draft(family, 'transfer@2', null, { transfer: 'temporary', to_facility: 'Là-bas', to_facility_id: to });

/** `filed`: the family of the entry, one of the two. */
export const merge = (filed: string, keep: string, duplicate: string): SaveDraft =>
  draft(filed, 'merge-duplicates@1', null, { merge: 'family', keep, duplicate, reason: 'the same family' });

export const undo = (family: string, merge_entry: string): SaveDraft =>
  draft(family, 'undo-merge@1', null, { merge_entry, reason: 'two families after all' });

export const withdrawal = (family: string, corrects: string): SaveDraft =>
  draft(family, 'correction@1', null, { corrects, withdraw: true, reason: 'mistake' });

export const correction = (family: string, corrects: string, weight_g: number): SaveDraft =>
  draft(family, 'correction@1', null, { corrects, set: { weight_g }, reason: 'misread' });
