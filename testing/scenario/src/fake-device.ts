/** A health worker's device in a test: its log and its clock. Immutable: saving returns a new device. */
import { type LocalDate, toDayNumber } from '@denba/quantities/local-date';
import type { Entry } from '@denba/records/entry';
import { appendEntry, type EntryDraft, emptyLog, type LogHead } from '@denba/records/entry-log';
import { type HybridClock, newClock, tick } from '@denba/records/hybrid-clock';
import { deviceId, entryId, type FacilityId, facilityId } from '@denba/records/ids';

export type FakeDevice = {
  readonly log: LogHead;
  readonly clock: HybridClock;
  readonly facility: FacilityId;
  readonly author: string;
  /** How far its wall clock is ahead of the true time; negative when it is behind. */
  readonly wallOffsetMs: number;
};

export const fakeDevice = (name: string, over: Partial<Omit<FakeDevice, 'log' | 'clock'>> = {}): FakeDevice => ({
  log: emptyLog(deviceId(name)),
  clock: newClock,
  facility: facilityId('cscom-1'),
  author: `worker of ${name}`,
  wallOffsetMs: 0,
  ...over,
});

const MS_PER_DAY = 86_400_000;
const MORNING_MS = 8 * 3_600_000;
const MS_PER_MINUTE = 60_000;

/** A time of a working day: minutes after 8 o'clock (UTC), in milliseconds since 1970. */
export const wallMs = (day: LocalDate, minutes: number): number =>
  toDayNumber(day) * MS_PER_DAY + MORNING_MS + minutes * MS_PER_MINUTE;

/** What a test must give of an entry; the device adds the rest. `saveEntry` throws on answers that the form refuses. */
export type Save = Omit<EntryDraft, 'id' | 'author' | 'facility' | 'recordedAt'> & { readonly atMs: number };

export const saveEntry = (device: FakeDevice, { atMs, ...said }: Save): { device: FakeDevice; entry: Entry } => {
  const { clock, time } = tick(device.clock, atMs + device.wallOffsetMs);
  const appended = appendEntry(device.log, {
    ...said,
    id: entryId(`${device.log.device}-${device.log.seq + 1}`),
    author: device.author,
    facility: device.facility,
    recordedAt: time,
  });
  if (!appended.ok) throw new Error(appended.error.map((error) => `${error.message.en} ${error.cure.en}`).join('\n'));
  return { device: { ...device, log: appended.value.log, clock }, entry: appended.value.entry };
};
