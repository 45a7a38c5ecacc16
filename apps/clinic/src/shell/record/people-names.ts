/**
 * The names of all people who recorded on this phone, also of those who no longer unlock it: an entry names its author
 * by id, and registers must still show the name. Sealed.
 */
import type { Device, DeviceUser, SealedStore } from '@denba/device/device';
import type { JsonValue } from '@denba/records/canonical-json';

const KEY = 'people-names';

export type PeopleNames = ReadonlyMap<string, string>;

/** Must be called before a user is removed. */
export const rememberName = async (
  sealed: SealedStore<JsonValue>,
  user: Pick<DeviceUser, 'id' | 'name'>,
): Promise<void> => {
  const kept = asNames(await sealed.get(KEY));
  await sealed.put(KEY, { ...Object.fromEntries(kept), [user.id]: user.name });
};

export const peopleNames = async (
  device: Pick<Device<unknown>, 'users'>,
  sealed: SealedStore<JsonValue>,
): Promise<PeopleNames> => {
  const now = device.users().map(({ id, name }) => [id, name] as const);
  return new Map([...asNames(await sealed.get(KEY)), ...now]);
};

const asNames = (value: JsonValue | null): readonly (readonly [string, string])[] =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.entries(value).flatMap(([id, name]) => (typeof name === 'string' ? [[id, name] as const] : []))
    : [];
