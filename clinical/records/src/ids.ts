/**
 * Ids, branded so that a family's id cannot be passed where a person's is expected. Their text has no meaning. Whoever
 * creates an id (a phone, an import) guarantees that it is unique: UUIDs in the apps, readable names in tests.
 */
declare const id: unique symbol;
type Id<Kind extends string> = string & { readonly [id]: Kind };

export type EntryId = Id<'entry'>;
export type FamilyId = Id<'family'>;
export type PersonId = Id<'person'>;
export type PregnancyId = Id<'pregnancy'>;
export type DeviceId = Id<'device'>;
/** A place that gives care: FHIR Location, DHIS2 organisation unit. */
export type FacilityId = Id<'facility'>;

export const isId = (text: string): boolean => text.length > 0 && text.length <= 128 && !/[\s\p{Cc}]/u.test(text);

const checked = (text: string): string => {
  if (!isId(text))
    throw new RangeError(`not an identifier (1 to 128 characters, no space or control character): "${text}"`);
  return text;
};

export const entryId = (text: string): EntryId => checked(text) as EntryId;
export const familyId = (text: string): FamilyId => checked(text) as FamilyId;
export const personId = (text: string): PersonId => checked(text) as PersonId;
export const pregnancyId = (text: string): PregnancyId => checked(text) as PregnancyId;
export const deviceId = (text: string): DeviceId => checked(text) as DeviceId;
export const facilityId = (text: string): FacilityId => checked(text) as FacilityId;
