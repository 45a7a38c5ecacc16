import type { Entry } from '@denba/records/entry';
import { verifyLog } from '@denba/records/entry-log';
import { describe, expect, it } from 'vitest';
import { family, registration, testOptions, weighing } from '../../test/family-rows.ts';
import { type Death, dyingStore, fillingStore } from '../../test/faulty-store.ts';
import type { Session } from '../device.ts';
import { deviceMemory, memoryDevice } from '../memory-device.ts';
import { memoryStore } from '../store/memory-store.ts';
import type { Store } from '../store/store.ts';

const FORM = 'visit follow-up keita';
const pin = '246810';

const firstStart = async () => {
  const disk = memoryStore();
  const options = testOptions();
  const open = (store: Store, memory = deviceMemory(store)) => memoryDevice(options, memory);
  const { session } = await (await open(disk)).create({ centre: { id: 'c', name: 'C' }, userName: 'Mariam', pin });
  await session.save([registration('keita')]);
  await session.draft.put(FORM, { weight_g: 3100 });
  const userId = session.user.id;
  session.lock();
  const start = async (store: Store = disk, memory = deviceMemory(store)): Promise<Session<unknown>> => {
    const unlocked = await (await open(store, memory)).unlock(userId, pin);
    if (!unlocked.ok) throw new Error(unlocked.error.kind);
    return unlocked.value;
  };
  const together = deviceMemory(disk);
  return { disk, start, startTab: () => start(disk, together) };
};

const kept = async (session: Session<unknown>) => ({
  entries: (await session.entriesOf(family('keita'))).length,
  form: await session.draft.get(FORM),
});
const whole = { entries: 1, form: { weight_g: 3100 } };
const saved = { entries: 2, form: null };

/** Simulates a crash at each write of a phone that unlocks and saves, from the first to the last. */
const everyDeath = async (death: Death): Promise<readonly Awaited<ReturnType<typeof kept>>[]> => {
  const found: Awaited<ReturnType<typeof kept>>[] = [];
  for (let writes = 0; ; writes += 1) {
    const { disk, start } = await firstStart();
    const dying = dyingStore(disk, writes, death);
    const done = start(dying).then(async (session) => {
      const result = await session.save([weighing('keita', 3100)], FORM);
      if (!result.ok) throw new Error(result.error.kind);
      return 'acknowledged' as const;
    });
    const end = await Promise.race([dying.died, done]);
    const after = await kept(await start());
    found.push(after);
    if (end === 'acknowledged') {
      expect(after).toEqual(saved);
      return found;
    }
  }
};

describe('a half-filled form and the entry that it becomes', () => {
  it.each<Death>(['before', 'after'])(
    'are never both there, nor both gone, whenever the phone dies (%s the write)',
    async (death) => {
      const found = await everyDeath(death);
      expect(found.length).toBeGreaterThan(1);
      for (const after of found) expect([whole, saved]).toContainEqual(after);
    },
  );

  it('change in one durable write', async () => {
    const { disk, start } = await firstStart();
    let writes = 0;
    let counting = false;
    const session = await start({
      ...disk,
      write: (changes, durability) => {
        if (counting && changes.some(({ shelf }) => shelf === 'loose' || shelf === 'values')) writes += 1;
        return disk.write(changes, durability);
      },
    });
    counting = true;
    await session.save([weighing('keita', 3100)], FORM);
    expect(writes).toBe(1);
    expect(await kept(session)).toEqual(saved);
  });

  it('stay as they were when the disk is full, and when the entry is refused', async () => {
    const { disk, start } = await firstStart();
    let full = false;
    const session = await start(fillingStore(disk, () => full));
    full = true;
    expect(await session.save([weighing('keita', 3100)], FORM)).toEqual({ ok: false, error: { kind: 'full' } });
    full = false;
    expect((await session.save([weighing('keita', -1)], FORM)).ok).toBe(false);
    expect(await kept(session)).toEqual(whole);
  });

  it('do not concern each other when another form was saved', async () => {
    const { start } = await firstStart();
    const session = await start();
    await session.save([weighing('keita', 3100)], 'visit review keita');
    await session.save([weighing('keita', 3200)]);
    expect(await kept(session)).toEqual({ entries: 3, form: { weight_g: 3100 } });
  });
});

describe('a save', () => {
  const chain = (session: Session<unknown>, entries: readonly Entry[]) => ({
    seqs: entries.map(({ seq }) => seq).sort(),
    problems: verifyLog(session.deviceId, entries, session.log.head()),
  });
  const whole = { seqs: [1, 2, 3], problems: [] };

  it('that is made ready early writes nothing before it may', async () => {
    const { disk, start } = await firstStart();
    const session = await start();
    let go = (): void => {};
    const first = new Promise<void>((resolve) => {
      go = resolve;
    });
    const saving = session.save([weighing('keita', 3100)], FORM, first);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(await disk.keys('loose')).toHaveLength(1);
    expect(await session.draft.get(FORM)).toEqual({ weight_g: 3100 });
    go();
    expect((await saving).ok).toBe(true);
    expect(await kept(session)).toEqual(saved);
  });

  it('follows on what another tab saved in the same moment', async () => {
    const { start, startTab } = await firstStart();
    const [one, two] = [await startTab(), await startTab()];
    // Both have the family in mind, as when its visit is open.
    for (const session of [one, two]) await session.entriesOf(family('keita'));
    const both = await Promise.all([one.save([weighing('keita', 3100)]), two.save([weighing('keita', 3200)])]);
    expect(both.map(({ ok }) => ok)).toEqual([true, true]);
    const after = await start();
    const entries = await after.entriesOf(family('keita'));
    expect(chain(after, entries)).toEqual(whole);
    for (const session of [one, two, after]) {
      expect(session.rows().get(family('keita'))).toMatchObject({ entries: 3 });
    }
  });

  it('follows on one that the same tab has begun', async () => {
    const { start } = await firstStart();
    const session = await start();
    await session.entriesOf(family('keita'));
    await Promise.all([session.save([weighing('keita', 3100)]), session.save([weighing('keita', 3200)])]);
    expect(chain(session, await session.entriesOf(family('keita')))).toEqual(whole);
  });
});

describe('the rows of the list', () => {
  it('are another map after each change, and none of them is copied', async () => {
    const { start } = await firstStart();
    const session = await start();
    const before = session.rows();
    expect(session.rows()).toBe(before);
    await session.save([registration('diallo')]);
    const after = session.rows();
    expect(after).not.toBe(before);
    expect([...after.keys()]).toEqual(['keita', 'diallo']);
    expect([...after.entries()]).toEqual([...after.keys()].map((key) => [key, after.get(key)]));
    expect([...after.values()]).toEqual([...after].map(([, row]) => row));
    const visited: unknown[] = [];
    after.forEach((row, key) => void visited.push([key, row]));
    expect(visited).toEqual([...after]);
    expect(after.has(family('nobody'))).toBe(false);
    expect([before.size, after.size]).toEqual([2, 2]);
    session.lock();
    expect(session.rows().size).toBe(0);
  });
});
