/**
 * A patient, or the whole family when there is no subject, goes to another place. *Temporary*: a stay in inpatient care,
 * or a consultation elsewhere (`referral_to` says which); the episode stays open. *Permanent*: the family is cared for
 * elsewhere from `occurredOn` on.
 */
import * as v from 'valibot';
import { codeField, facilityField, flagField, requiredCode, textField } from '../answer-fields.ts';
import { defineForm, type Migration } from '../form-definition.ts';

export const REFERRAL_TO = [
  'inpatient',
  'health_centre',
  'mental_health',
  'maternal',
  'hiv',
  'protection',
  'social',
] as const;

/**
 * Version 1 had one field for both name and identifier, and a place name of one word (« Kati ») was taken for an
 * identifier. The migration takes only a UUID, as phones make them, for an identifier, because nobody names a place so.
 * For an old app (`down`), the identifier is put into the old field when there is no name.
 */
const identifierApart: Migration = {
  what: 'to_facility is the name of the place; its identifier, when it is known, is to_facility_id',
  up: ({ to_facility: name, to_facility_id: kept, ...rest }) => {
    const id = kept ?? (typeof name === 'string' && uuid.test(name) ? name : undefined);
    return {
      ...rest,
      ...(name === undefined || name === id ? {} : { to_facility: name }),
      ...(id === undefined ? {} : { to_facility_id: id }),
    };
  },
  down: (answers) => {
    const { to_facility: name, to_facility_id: id } = answers;
    return name === undefined && id !== undefined ? { ...answers, to_facility: id } : answers;
  },
};

/** The prefix `local-` marks the id of a centre that a phone created before any server knew it. */
const uuid = /^(local-)?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const transfer = defineForm({
  name: 'transfer',
  answers: (strictness) =>
    v.looseObject({
      transfer: requiredCode(strictness, ['temporary', 'permanent']),
      /** The name that people use for the place, never an identifier. */
      to_facility: textField,
      to_facility_id: facilityField,
      referral_to: codeField(strictness, REFERRAL_TO),
      transfer_reason: textField,
      urgent: flagField,
    }),
  migrations: [identifierApart],
});
