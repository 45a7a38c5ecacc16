/**
 * What the device benchmark does in the page. Keys are derived on the main thread, because only that thread is slowed
 * down.
 */
import { browserSurroundings } from '@denba/device/browser-surroundings';
import { createDevice } from '@denba/device/create-device';
import type { SaveDraft, Session } from '@denba/device/device';
import { stretchHere } from '@denba/device/keys/stretch-here';
import type { Entry } from '@denba/records/entry';
import { familyId } from '@denba/records/ids';
import { duePeople, type PlausibleRow, plausibleRows } from './plausible-row.ts';

const name = 'denba';
const PIN = '246810';
const RECEIVED_AT_ONCE = 2000;

let tidying = 0;
let keyMs = 0;
let session: Session<PlausibleRow> | null = null;

const surroundings = await browserSurroundings(name);
const device = await createDevice<PlausibleRow>(
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
    stretch: async (...question) => {
      const start = performance.now();
      const key = await stretchHere(...question);
      keyMs = performance.now() - start;
      return key;
    },
    whenIdle: (work) => {
      tidying += 1;
      surroundings.whenIdle(async () => {
        await work();
        tidying -= 1;
      });
    },
  },
);

const unlocked = (): Session<PlausibleRow> => {
  if (session === null) throw new Error('not unlocked');
  return session;
};

/** Waits until nothing is left to tidy: a step that has ended requests the next one at once. */
const settled = async (): Promise<void> => {
  do await new Promise((resolve) => setTimeout(resolve, 200));
  while (tidying > 0);
};

const page = {
  /** Sets the phone up, then receives all entries in batches, like a phone that synchronises over months. */
  fill: async (url: string) => {
    ({ session } = await device.create({ centre: { id: 'cscom', name: 'CSCom' }, userName: 'Mariam', pin: PIN }));
    const lines = (await (await fetch(url)).text()).split('\n');
    for (let from = 0; from < lines.length; from += RECEIVED_AT_ONCE) {
      const entries = lines.slice(from, from + RECEIVED_AT_ONCE).map((line) => JSON.parse(line) as Entry);
      const received = await unlocked().receive(entries);
      if (!received.ok) throw new Error(received.error.kind);
    }
    await settled();
  },
  /** Measures from the PIN to all rows in memory and the list of people who are due. */
  start: async (today: string) => {
    const [user] = device.users();
    const start = performance.now();
    const result = await device.unlock(user?.id ?? '', PIN);
    if (!result.ok) throw new Error(result.error.kind);
    session = result.value;
    const rows = session.rows();
    const due = duePeople(rows.values(), today).length;
    return { ms: performance.now() - start, keyMs, rows: rows.size, due };
  },
  openFamily: async (family: string) => {
    const start = performance.now();
    const entries = await unlocked().entriesOf(familyId(family));
    if (entries.length === 0) throw new Error('a family without entries');
    return performance.now() - start;
  },
  /** Saves a follow-up visit of a family that is open on the screen. */
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
};

Object.assign(globalThis, { page });
