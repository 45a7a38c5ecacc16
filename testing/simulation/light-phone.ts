/**
 * A phone without encryption, keys and rows: its log, its clock and the entries of others on a disk on which each
 * change is atomic. The log, the chain and the clock are those of the real device (`own-log.ts`, `entry-log.ts`), and
 * so is the sync with the server; the encrypted store has tests of its own
 * (`sync/device/test/nothing-lost.property.test.ts`).
 */
import { heard, logAfter, newOwnLog, type OwnLog } from '@denba/device/contents/own-log';
import type { SaveError } from '@denba/device/device';
import { err, ok, type Result } from '@denba/quantities/result';
import type { JsonValue } from '@denba/records/canonical-json';
import { type Entry, parseEntry } from '@denba/records/entry';
import { appendEntry } from '@denba/records/entry-log';
import { tick } from '@denba/records/hybrid-clock';
import { deviceId, entryId, facilityId } from '@denba/records/ids';
import { Died, type Life, newLife } from './mortal.ts';
import type { OpenPhone, PhoneHardware, PhoneSettings } from './phone.ts';
import { signatureOf } from './simulated-signature.ts';
import { textOf } from './text-of.ts';

type Disk = {
  readonly entries: Map<string, Entry>;
  /** The entries of this device, in their order. */
  readonly own: Entry[];
  readonly values: Map<string, string>;
  log: OwnLog;
};

export const lightPhone = ({ device, place, wallMs, newId }: PhoneSettings): PhoneHardware => {
  const id = deviceId(device);
  const disk: Disk = { entries: new Map(), own: [], values: new Map(), log: newOwnLog(id) };
  let full = false;
  let life: Life = newLife();

  const start = async (): Promise<OpenPhone> => {
    const own = newLife();
    life = own;
    /** Atomic; durable when the promise resolves. */
    const write = (change: () => void): Promise<Result<void, SaveError>> =>
      own.step(() => {
        if (full) return err({ kind: 'full' } as const);
        change();
        return ok(undefined);
      });
    const add = (added: readonly Entry[], log: OwnLog): Promise<Result<void, SaveError>> =>
      write(() => {
        for (const entry of added) {
          disk.entries.set(textOf(entry), entry);
          if (entry.device === id) disk.own.push(entry);
        }
        disk.log = log;
      });
    return {
      deviceId: id,
      problems: () => [],
      entries: async () => [...disk.entries.values()],
      save: async (draft) => {
        const { clock, time } = tick(disk.log.clock, wallMs());
        const appended = appendEntry(disk.log.head, {
          ...{ ...draft, id: entryId(newId()), author: `worker of ${device}` },
          ...{ facility: facilityId(place), recordedAt: time },
        });
        if (!appended.ok) return err({ kind: 'invalid', errors: appended.error });
        const { entry, log } = appended.value;
        const written = await add([entry], { head: log, clock });
        return written.ok ? ok([entry]) : written;
      },
      receive: async (given) => {
        const parsed = given.map(parseEntry);
        const wrong = parsed.find((entry) => !entry.ok);
        if (wrong?.ok === false) return err({ kind: 'invalid', errors: wrong.error });
        const entries = given as readonly Entry[];
        const added = entries.filter((entry) => !disk.entries.has(textOf(entry)));
        if (added.length === 0) return ok({ added: 0 });
        const now = wallMs();
        const log = added.reduce((before, entry) => heard(logAfter(before, entry), entry, now), disk.log);
        const written = await add(added, log);
        return written.ok ? ok({ added: added.length }) : written;
      },
      log: {
        head: () => disk.log.head,
        read: (after, most) =>
          own.step(() =>
            disk.own
              .filter(({ seq }) => seq > after && seq <= after + most)
              .map((entry) => ({ seq: entry.seq, text: textOf(entry) })),
          ),
      },
      sign: (bytes) => own.step(() => ({ signature: signatureOf(device, bytes), publicKey: new Uint8Array() })),
      sealed: {
        get: (key) => own.step(() => JSON.parse(disk.values.get(key) ?? 'null') as JsonValue),
        put: async (key, value) => {
          const written = await write(() => disk.values.set(key, JSON.stringify(value)));
          if (!written.ok) throw new DOMException('no room', 'QuotaExceededError');
        },
        remove: async (key) => void (await write(() => disk.values.delete(key))),
        keys: async () => [...disk.values.keys()],
      },
    };
  };
  return {
    start,
    life: () => life,
    run: async (work) => {
      try {
        return await work();
      } catch (failure) {
        if (failure instanceof Died) return null;
        throw failure;
      }
    },
    full: (is) => {
      full = is;
    },
  };
};
