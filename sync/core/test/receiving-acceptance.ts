/**
 * Acceptance tests for every store of a server while bundles are received: PostgreSQL's, and the one of the simulation.
 */
import { randomUUID } from 'node:crypto';
import { localDate } from '@denba/quantities/local-date';
import { type Entry, entryToText, hashEntry } from '@denba/records/entry';
import { appendEntry, emptyLog, type LogHead } from '@denba/records/entry-log';
import { newClock, tick } from '@denba/records/hybrid-clock';
import { deviceId, entryId, facilityId, familyId } from '@denba/records/ids';
import type { Joining } from '@denba/sync/admit';
import type { Kept, ReceivingStore } from '@denba/sync/receiving/receiving-store';
import { describe, expect, it } from 'vitest';

export type ReceivingServer<Row extends Kept> = {
  /** Runs the work in one transaction. */
  readonly transact: <Value>(work: (store: ReceivingStore<Row>) => Promise<Value>) => Promise<Value>;
  readonly openPlace: (id: string) => Promise<void>;
  /** The texts of the entries in the feed, with their positions. */
  readonly feed: (place: string) => Promise<readonly (readonly [position: number, text: string])[]>;
};

export const receivingAcceptance = <Row extends Kept>(
  name: string,
  open: () => Promise<ReceivingServer<Row>> | ReceivingServer<Row>,
): void => {
  const aPlace = async (server: ReceivingServer<Row>): Promise<string> => {
    const id = `place-${randomUUID()}`;
    await server.openPlace(id);
    return id;
  };
  const textsIn = async (server: ReceivingServer<Row>, place: string) =>
    (await server.feed(place)).map(([, text]) => text);

  describe(`a store of the server: ${name}`, () => {
    it('numbers a feed from 1 on, in the order of what comes', async () => {
      const server = await open();
      const place = await aPlace(server);
      const joining = written(['keita', 'diallo', 'keita']);
      await server.transact((store) => store.append(place, joining.slice(0, 2)));
      await server.transact((store) => store.append(place, []));
      await server.transact((store) => store.append(place, joining.slice(2)));
      expect(await server.feed(place)).toEqual(joining.map(({ text }, at) => [at + 1, text]));
    });

    it('keeps nothing of a transaction that fails, numbers included', async () => {
      const server = await open();
      const place = await aPlace(server);
      const [first, second] = [written(['keita']), written(['diallo'])];
      const failing = server.transact(async (store) => {
        await store.append(place, first);
        await store.acknowledge(place, 'phone', { acknowledged: 1, head: null });
        throw new Error('the power went');
      });
      await expect(failing).rejects.toThrow('the power went');
      await server.transact((store) => store.append(place, second));
      expect(await server.feed(place)).toEqual([[1, second[0]?.text]]);
    });

    it('puts no entry twice into one feed', async () => {
      const server = await open();
      const place = await aPlace(server);
      const joining = written(['keita']);
      await server.transact((store) => store.append(place, joining));
      await expect(server.transact((store) => store.append(place, joining))).rejects.toThrow();
      expect(await textsIn(server, place)).toEqual(joining.map(({ text }) => text));
    });

    it('remembers how far a log is received, and which entries of a device a feed has', async () => {
      const server = await open();
      const place = await aPlace(server);
      const joining = written(['keita', 'keita', 'keita']);
      const device = joining[0]?.entry.device ?? '';
      const head = joining[2]?.hash ?? null;
      expect(await server.transact((store) => store.lockLog(place, device))).toEqual({ acknowledged: 0, head: null });
      await server.transact(async (store) => {
        await store.lockLog(place, device);
        await store.append(place, joining);
        await store.acknowledge(place, device, { acknowledged: 3, head });
      });
      expect(await server.transact((store) => store.lockLog(place, device))).toEqual({ acknowledged: 3, head });
      expect([...(await server.transact((store) => store.hashesOf(place, device, 2, 5)))].sort()).toEqual([
        [2, joining[1]?.hash],
        [3, head],
      ]);
    });

    it('carries the past of a family to another feed, unchanged and in its order', async () => {
      const server = await open();
      const [from, to] = [await aPlace(server), await aPlace(server)];
      const joining = written(['keita', 'diallo', 'keita']);
      await server.transact((store) => store.append(from, joining));
      await server.transact(async (store) => store.appendKept(to, 'keita', await store.past(from, 'keita')));
      expect(await textsIn(server, to)).toEqual([joining[0]?.text, joining[2]?.text]);
      const hashes = await server.transact((store) => store.pastHashes(to, 'keita'));
      expect([...hashes].sort()).toEqual([joining[0]?.hash, joining[2]?.hash].sort());
      const read = await server.transact((store) => store.entriesOf(to, ['keita', 'diallo']));
      expect(read.map(entryToText).sort()).toEqual([joining[0]?.text, joining[2]?.text].sort());
    });

    it('knows who cares for a family, once, and which places there are', async () => {
      const server = await open();
      const [place, other] = [await aPlace(server), await aPlace(server)];
      for (let times = 0; times < 2; times += 1) {
        await server.transact((store) => store.addMember(place, { family: 'keita', other }));
      }
      expect(await server.transact((store) => store.membersFor(place, ['keita', 'diallo']))).toEqual([
        { family: 'keita', other },
      ]);
      expect(await server.transact((store) => store.membersFor(other, ['keita']))).toEqual([]);
      expect(await server.transact((store) => store.knownPlaces([other, 'nowhere']))).toEqual([other]);
    });

    it('finds what is read together by any of the families, and replaces summaries whole', async () => {
      const server = await open();
      const place = await aPlace(server);
      const summary = (family: string, readTogether: readonly string[]) => ({
        ...{ family, families: [family], readTogether, entries: 1, summary: null, facts: [] },
      });
      await server.transact((store) =>
        store.replaceSummaries(place, ['keita', 'diallo'], [summary('keita', ['diallo', 'keita'])]),
      );
      const together = (family: string) =>
        server.transact(async (store) => [...new Set([family, ...(await store.readTogether(place, [family]))])].sort());
      expect(await together('diallo')).toEqual(['diallo', 'keita']);
      await server.transact((store) =>
        store.replaceSummaries(
          place,
          ['keita', 'diallo'],
          [summary('keita', ['keita']), summary('diallo', ['diallo'])],
        ),
      );
      expect(await together('diallo')).toEqual(['diallo']);
      expect(await together('traore')).toEqual(['traore']);
    });

    it('keeps families that are left to be folded, once each, until somebody takes them', async () => {
      const server = await open();
      const [place, other] = [await aPlace(server), await aPlace(server)];
      await server.transact((store) => store.append(place, written(['keita', 'diallo', 'traore'])));
      await server.transact((store) => store.leaveToFold(place, ['keita', 'diallo']));
      await server.transact((store) => store.leaveToFold(place, ['diallo', 'traore']));
      const failing = server.transact(async (store) => {
        await store.takeToFold(place, 10);
        throw new Error('the power went');
      });
      await expect(failing).rejects.toThrow('the power went');
      expect(await server.transact((store) => store.takeToFold(other, 10))).toEqual([]);
      const first = await server.transact((store) => store.takeToFold(place, 2));
      const rest = await server.transact((store) => store.takeToFold(place, 10));
      expect([first.length, rest.length]).toEqual([2, 1]);
      expect([...first, ...rest].sort()).toEqual(['diallo', 'keita', 'traore']);
      expect(await server.transact((store) => store.takeToFold(place, 10))).toEqual([]);
    });

    it('takes the same refusal twice', async () => {
      const server = await open();
      const place = await aPlace(server);
      const refused = [{ kind: 'refused', seq: 1, reason: 'notAnEntry', text: '{"broken"' }] as const;
      for (let times = 0; times < 2; times += 1) {
        await server.transact((store) => store.quarantine(place, 'phone', refused));
      }
    });
  });
};

/** Entries of one phone about these families, in this order. */
const written = (families: readonly string[]): readonly Joining[] => {
  let log: LogHead = emptyLog(deviceId(`phone-${randomUUID()}`));
  let clock = newClock;
  return families.map((family, minute) => {
    const ticked = tick(clock, Date.UTC(2026, 10, 26, 9, minute));
    clock = ticked.clock;
    const appended = appendEntry(log, {
      ...{ id: entryId(randomUUID()), family: familyId(family), subject: null, form: 'transfer@2' },
      ...{ protocolVersion: null, answers: { transfer: 'temporary' }, findings: {}, author: 'Awa' },
      ...{ facility: facilityId('kati'), occurredOn: localDate('2026-11-26'), recordedAt: ticked.time },
    });
    if (!appended.ok) throw new Error('not an entry');
    ({ log } = appended.value);
    const { entry }: { readonly entry: Entry } = appended.value;
    return { kind: 'joins', entry, text: entryToText(entry), hash: hashEntry(entry) };
  });
};
