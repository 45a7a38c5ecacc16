/** A page that saves without end and reports what was acknowledged; after a restart it reports what is stored. */
import { entryToText } from '@denba/records/entry';
import { verifyLog } from '@denba/records/entry-log';
import { browserSurroundings } from '../src/browser-surroundings.ts';
import { createDevice } from '../src/create-device.ts';
import { stretchHere } from '../src/keys/stretch-here.ts';
import { family, familyRows, registration, weighing } from './family-rows.ts';

declare const acknowledged: (text: string) => Promise<void>;

const families = Array.from({ length: 9 }, (_, index) => `family-${index}`);
const name = 'denba-kill';
const pinCost = { kind: 'pbkdf2', iterations: 1 } as const;

const begin = async () => {
  const device = await createDevice(
    { name, wallMs: () => Date.now(), newId: () => crypto.randomUUID(), ...familyRows },
    { ...(await browserSurroundings(name)), stretch: stretchHere, pinCost },
  );
  const [user] = device.users();
  if (user === undefined) {
    return (await device.create({ centre: { id: 'c', name: 'C' }, userName: 'M', pin: '1' })).session;
  }
  const unlocked = await device.unlock(user.id, '1');
  if (!unlocked.ok) throw new Error(unlocked.error.kind);
  return unlocked.value;
};

const page = {
  /** Saves two entries at a time, and a draft, until the browser is killed. */
  work: async () => {
    const session = await begin();
    for (let turn = 0; ; turn += 1) {
      const name = families[turn % families.length] ?? 'family-0';
      const saved = await session.save([registration(name), weighing(name, 3000 + turn)]);
      if (!saved.ok) throw new Error(saved.error.kind);
      await acknowledged(saved.value.map(entryToText).join('\n'));
      await session.draft.put('form', turn);
      await acknowledged(`draft ${turn}`);
    }
  },
  survivors: async () => {
    const session = await begin();
    const entries = (await Promise.all(families.map((one) => session.entriesOf(family(one))))).flat();
    const rows = [...session.rows().values()].reduce((count, row) => count + row.entries, 0);
    return {
      texts: entries.map(entryToText),
      inRows: rows,
      log: verifyLog(session.deviceId, entries),
      draft: await session.draft.get('form'),
      problems: await session.check(),
    };
  },
  /** The result of a save when the browser finds no room, and what is stored afterwards. */
  saveTooMuch: async () => {
    const session = await begin();
    const first = await session.save([registration('family-0')]);
    // Hexadecimal text: compression halves it.
    const note = Array.from({ length: 500_000 }, () => crypto.randomUUID()).join('');
    const answers = { weight_g: 3000, note };
    const count = async (): Promise<number> => (await session.entriesOf(family('family-0'))).length;
    const before = await count();
    const saved = await session.save([weighing('family-0', 3000), { ...weighing('family-0', 1), answers }]);
    const after = await count();
    const next = await session.save([weighing('family-0', 3000)]);
    const again = await begin();
    return {
      saved: saved.ok && first.ok ? 'saved' : saved.ok ? 'nothing' : saved.error.kind,
      before,
      after,
      next: next.ok ? next.value[0]?.seq : next.error.kind,
      stored: (await again.entriesOf(family('family-0'))).length,
    };
  },
};

export type KillPage = typeof page;
Object.assign(globalThis, { page });
