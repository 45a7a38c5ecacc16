/** Identifies an entry: its family, and its number in the log of the device that made it. */
import type { Entry } from '@denba/records/entry';
import type { DeviceId, FamilyId } from '@denba/records/ids';

export type EntryName = readonly [family: FamilyId, device: DeviceId, seq: number];

export const nameOf = ({ family, device, seq }: Entry): EntryName => [family, device, seq];

export const sameName = (a: EntryName, b: EntryName): boolean => a[2] === b[2] && a[1] === b[1] && a[0] === b[0];
