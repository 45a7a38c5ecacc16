/**
 * A phone in a browser that sets itself up, joins a place and synchronises: the device of the clinic with its rows,
 * encryption and folding, and its store in IndexedDB.
 */
import { browserSurroundings } from '@denba/device/browser-surroundings';
import { createDevice } from '@denba/device/create-device';
import type { Session } from '@denba/device/device';
import { stretchHere } from '@denba/device/keys/stretch-here';
import { httpServer, joinPlace } from '@denba/device/sync/http-server';
import { keepLink, type Link, newLink } from '@denba/device/sync/link';
import { synchronise } from '@denba/device/sync/synchronise';
import { followUpRules } from '@denba/protocols/care/follow-up/follow-up-rules';
import type { CareRow } from '@denba/protocols/care/lists/care-row';
import type { Entry } from '@denba/records/entry';
import { toBase64Url } from '@denba/sync/base64-url';
import { draftOf } from '../sync/draft-of.ts';
import { phoneRows } from '../sync/phone-rows.ts';

const SAVED_AT_ONCE = 1_000;
const surroundings = await browserSurroundings('bench');
const rules = followUpRules(await (await fetch('/protocol.json')).json());
let tidying = 0;
let session: Session<CareRow> | null = null;
let link: Link | null = null;

const device = await createDevice<CareRow>(
  {
    name: 'bench',
    wallMs: () => Date.now(),
    newId: () => crypto.randomUUID(),
    ...phoneRows(rules),
  },
  {
    ...surroundings,
    stretch: stretchHere,
    whenIdle: (work) => {
      tidying += 1;
      surroundings.whenIdle(async () => {
        await work();
        tidying -= 1;
      });
    },
  },
);

const set = <T>(value: T | null): T => {
  if (value === null) throw new Error('the phone was not set up');
  return value;
};

const page = {
  join: async (place: string, code: string, root: string) => {
    ({ session } = await device.create({ centre: { id: place, name: place }, userName: 'Awa', pin: '246810' }));
    const { publicKey } = await session.sign(new Uint8Array());
    const asked = { code, device: session.deviceId, name: 'Banc', facility: place, publicKey: toBase64Url(publicKey) };
    const joined = await joinPlace((...request) => fetch(...request), root, asked);
    if ('kind' in joined) throw new Error(`the phone could not join: ${joined.kind}`);
    link = newLink(joined.place, joined.token, joined);
    await keepLink(session.sealed, link);
  },
  /** Saves the entries as the phone's own and waits until the phone has tidied them away. */
  fill: async () => {
    const lines = (await (await fetch('/entries.ndjson')).text()).split('\n');
    for (let at = 0; at < lines.length; at += SAVED_AT_ONCE) {
      const entries = lines.slice(at, at + SAVED_AT_ONCE).map((line) => JSON.parse(line) as Entry);
      const saved = await set(session).save(entries.map(draftOf));
      if (!saved.ok) throw new Error(`not saved: ${saved.error.kind}`);
    }
    // A step of tidying that has ended requests the next one at once.
    do await new Promise((resolve) => setTimeout(resolve, 200));
    while (tidying > 0);
  },
  meet: async (root: string) => {
    const start = performance.now();
    const before = set(link);
    const server = httpServer((...request) => fetch(...request), root, before.token);
    const meeting = await synchronise({ session: set(session), server, wallMs: () => Date.now() }, before);
    if (meeting.trouble !== null) throw new Error(`a meeting broke off: ${JSON.stringify(meeting.trouble)}`);
    link = meeting.link;
    return { ms: performance.now() - start, moved: meeting.sent + meeting.received };
  },
};

Object.assign(globalThis, { page });
