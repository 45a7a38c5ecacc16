/** What the device benchmark does in the page. Keys are derived on the main thread, which is the one that is slowed down. */
import { browserSurroundings } from '@denba/device/browser-surroundings';
import { createDevice } from '@denba/device/create-device';
import type { Device, SaveDraft, Session } from '@denba/device/device';
import { stretchHere } from '@denba/device/keys/stretch-here';
import type { Entry } from '@denba/records/entry';
import { familyId } from '@denba/records/ids';
import { duePeople, type PlausibleRow, plausibleRows } from './plausible-row.ts';

const PIN = '246810';
const RECEIVED_AT_ONCE = 2000;

let tidying = 0;
let lastTidied = performance.now();

const open = async (): Promise<Device<PlausibleRow>> => {
  const name = 'denba';
  const surroundings = await browserSurroundings(name);
  return createDevice(
    {
      name,
      wallMs: () => Date.now(),
      newId: () => crypto.randomUUID(),
      rowVersion: 'bench-1',
      project: plausibleRows,
      linkedFamilies: () => [],
    },
    {
      ...surroundings,
      stretch: stretchHere,
      whenIdle: (work) => {
        tidying += 1;
        surroundings.whenIdle(async () => {
          await work();
          tidying -= 1;
          lastTidied = performance.now();
        });
      },
    },
  );
};

const device = await open();
let session: Session<PlausibleRow> | null = null;

const unlocked = (): Session<PlausibleRow> => {
  if (session === null) throw new Error('not unlocked');
  return session;
};

const settled = async (): Promise<void> => {
  do await new Promise((resolve) => setTimeout(resolve, 200));
  while (tidying > 0 || performance.now() - lastTidied < 500);
};

const page = {
  create: async () => {
    ({ session } = await device.create({ centre: { id: 'cscom', name: 'CSCom' }, userName: 'Mariam', pin: PIN }));
  },
  /** Receives all entries as a phone does that is synchronised over months, then lets it tidy. Seconds. */
  fill: async (url: string) => {
    const start = performance.now();
    const lines = (await (await fetch(url)).text()).split('\n');
    for (let from = 0; from < lines.length; from += RECEIVED_AT_ONCE) {
      const entries = lines.slice(from, from + RECEIVED_AT_ONCE).map((line) => JSON.parse(line) as Entry);
      const received = await unlocked().receive(entries);
      if (!received.ok) throw new Error(received.error.kind);
      await settled();
    }
    return (performance.now() - start) / 1000;
  },
  /** From the PIN to all rows in memory and the list of those who are due. */
  unlock: async (today: string) => {
    const [user] = device.users();
    const start = performance.now();
    const result = await device.unlock(user?.id ?? '', PIN);
    if (!result.ok) throw new Error(result.error.kind);
    session = result.value;
    const rows = session.rows();
    const due = duePeople(rows.values(), today).length;
    return { ms: performance.now() - start, rows: rows.size, due };
  },
  /** The part of it that makes a key of the PIN. */
  stretch: async () => {
    const start = performance.now();
    await stretchHere(new Uint8Array(6), new Uint8Array(16), (await browserSurroundings('unused')).pinCost);
    return performance.now() - start;
  },
  openFamily: async (family: string) => {
    const start = performance.now();
    const entries = await unlocked().entriesOf(familyId(family));
    return { ms: performance.now() - start, entries: entries.length };
  },
  /** A follow-up visit of a family that is open on the screen. */
  save: async (family: string) => {
    const entries = await unlocked().entriesOf(familyId(family));
    const visit = entries.findLast(({ form }) => form.startsWith('mami-visit@')) ?? entries[entries.length - 1];
    if (visit === undefined) throw new Error('nothing to save again');
    const { subject, form, protocolVersion, answers, findings, occurredOn } = visit;
    const draft: SaveDraft = { family: visit.family, subject, form, protocolVersion, answers, findings, occurredOn };
    const start = performance.now();
    const saved = await unlocked().save([draft]);
    if (!saved.ok) throw new Error(saved.error.kind);
    return performance.now() - start;
  },
  settled,
  usage: () => unlocked().usage(),
};

export type DevicePage = typeof page;
Object.assign(globalThis, { page });
