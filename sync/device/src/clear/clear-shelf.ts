/**
 * The only shelf that can be read while the device is locked: users and their locks, waiting times after wrong PINs,
 * preferences. Nothing about patients is ever put here.
 */
import type { JsonObject } from '@denba/records/canonical-json';
import type { DeviceId } from '@denba/records/ids';
import type { Centre, DeviceUser, PinGiven } from '../device.ts';
import type { DeviceKeys } from '../keys/device-key.ts';
import type { FingerprintLock } from '../keys/fingerprint.ts';
import type { PinLock } from '../keys/pin-lock.ts';
import type { WrappedKey } from '../keys/wrapped-key.ts';
import { noWrongPins, type WrongPins } from '../keys/wrong-pins.ts';
import { put, type Store, type StoredRecord, type Write } from '../store/store.ts';

export type DeviceRecord = {
  readonly deviceId: DeviceId;
  /** Id of this database; every encrypted record is bound to it. */
  readonly storeId: string;
  readonly centre: Centre;
  readonly keys: DeviceKeys;
};

export type UserRecord = {
  readonly id: string;
  readonly name: string;
  readonly pin: PinLock;
  readonly fingerprint: FingerprintLock | null;
  /** Set while she has not confirmed that she knows of it. */
  readonly pinGiven?: PinGiven | null;
};

/** An event from a time when nobody was unlocked: a wrong PIN. */
export type ClearEvent = { readonly atMs: number; readonly kind: string; readonly detail: JsonObject };

export type ClearShelf = {
  /** `null`: the device was never set up. */
  readonly device: DeviceRecord | null;
  readonly users: readonly UserRecord[];
  readonly recovery: WrappedKey | null;
  readonly wrongPins: Readonly<Record<string, WrongPins>>;
  readonly preferences: ReadonlyMap<string, string>;
  readonly events: readonly ClearEvent[];
};

const PREFERENCE = 'preference/';
const WRONG_PINS = 'wrong-pins/';
const EVENT = 'event/';

export const readClearShelf = async (store: Store): Promise<ClearShelf> => {
  const { clear } = await store.all(['clear']);
  const records = new Map(clear);
  return {
    device: (records.get('device') ?? null) as DeviceRecord | null,
    users: (records.get('users') ?? []) as readonly UserRecord[],
    recovery: (records.get('recovery') ?? null) as WrappedKey | null,
    wrongPins: Object.fromEntries(under(clear, WRONG_PINS)) as Record<string, WrongPins>,
    preferences: new Map(under(clear, PREFERENCE) as [string, string][]),
    events: under(clear, EVENT).map(([, value]) => value as ClearEvent),
  };
};

export const putDevice = (device: DeviceRecord): Write => put('clear', 'device', device);
export const putUsers = (users: readonly UserRecord[]): Write => put('clear', 'users', users);
export const putRecovery = (key: WrappedKey): Write => put('clear', 'recovery', key);
export const putPreference = (name: string, value: string): Write => put('clear', `${PREFERENCE}${name}`, value);
export const putWrongPins = (userId: string, wrong: WrongPins): Write => put('clear', `${WRONG_PINS}${userId}`, wrong);
/** `id` only has to be new: events are ordered by their time. */
export const putEvent = (id: string, event: ClearEvent): Write => put('clear', `${EVENT}${id}`, event);

export const wrongPinsOf = (shelf: ClearShelf, userId: string): WrongPins => shelf.wrongPins[userId] ?? noWrongPins;

export const asDeviceUser = ({ id, name, fingerprint, pinGiven = null }: UserRecord): DeviceUser => ({
  id,
  name,
  methods: fingerprint === null ? ['pin'] : ['pin', 'fingerprint'],
  ...(pinGiven === null ? {} : { pinGiven }),
});

const under = (records: readonly StoredRecord[], prefix: string): readonly (readonly [string, unknown])[] =>
  records.flatMap(([key, value]) =>
    typeof key === 'string' && key.startsWith(prefix) ? [[key.slice(prefix.length), value] as const] : [],
  );
