/**
 * Whatever happens to a phone, everything that was acknowledged is there: saves, entries of other phones, kills at any
 * write (before or after it reached the disk), restarts with another app version, damaged records, in any order.
 */
import { compareEntries, type Entry, entryToText } from '@denba/records/entry';
import fc from 'fast-check';
import { it } from 'vitest';
import type { Session } from '../src/device.ts';
import { deviceMemory, memoryDevice } from '../src/memory-device.ts';
import { memoryStore } from '../src/store/memory-store.ts';
import { put, type Shelf, type Store } from '../src/store/store.ts';
import {
  birth,
  type FamilyRow,
  family,
  familyRows,
  merging,
  registration,
  testOptions,
  weighing,
} from './family-rows.ts';
import { type Death, dyingStore } from './faulty-store.ts';
import { otherPhone, weighings } from './other-phone.ts';

const names = ['keita', 'diallo', 'traore', 'kone', 'toure', 'camara'] as const;
const fromOthers = weighings(otherPhone('phone-2'), names, 1200).entries;

type Step =
  | { readonly kind: 'save'; readonly family: number; readonly count: number }
  /** Saves one by one, as fast as possible, while the device tidies. */
  | { readonly kind: 'burst'; readonly family: number; readonly count: number }
  | { readonly kind: 'merge'; readonly keep: number; readonly duplicate: number }
  | { readonly kind: 'receive'; readonly from: number; readonly count: number }
  | { readonly kind: 'draft'; readonly key: number; readonly value: number }
  | { readonly kind: 'kill'; readonly writes: number; readonly death: Death }
  | { readonly kind: 'restart'; readonly rowVersion: number }
  | { readonly kind: 'damage'; readonly shelf: Shelf; readonly record: number };

const sealedShelves = ['state', 'loose', 'loose', 'segments', 'segments', 'index', 'pages', 'journal'] as const;
const number = (max: number) => fc.integer({ min: 0, max });
const anyFamily = number(names.length - 1);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('burst' as const),
      family: anyFamily,
      count: fc.integer({ min: 100, max: 200 }),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('save' as const),
      family: anyFamily,
      count: fc.integer({ min: 1, max: 40 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('merge' as const), keep: anyFamily, duplicate: anyFamily }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('receive' as const),
      from: number(1100),
      count: fc.integer({ min: 1, max: 400 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('draft' as const), key: number(2), value: number(99) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('kill' as const),
      writes: number(20),
      death: fc.constantFrom<Death>('before', 'after'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('restart' as const), rowVersion: number(2) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('damage' as const),
      shelf: fc.constantFrom(...sealedShelves),
      record: number(50),
    }),
  },
);

it('loses nothing that was acknowledged, and puts back what was damaged', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
      const phone = await newPhone();
      for (const one of steps) await phone.take(one);
      await phone.verify();
    }),
    { numRuns: Number(process.env['DENBA_RUNS'] ?? 8), endOnFailure: true },
  );
}, 300_000);

const newPhone = async () => {
  const disk = memoryStore();
  const options = testOptions();
  let rowVersion = 'test-0';
  const acknowledged: EntrySet = new Map();
  const mayBeThere: EntrySet = new Map();
  let drafts = new Map<string, { readonly is: number | null; readonly or: number | null }>();
  let damaged = false;
  const start = async (store: Store): Promise<Session<FamilyRow>> => {
    const device = await memoryDevice({ ...options, rowVersion, ...rows }, deviceMemory(store));
    const [user] = device.users();
    if (user === undefined)
      return (await device.create({ centre: { id: 'c', name: 'C' }, userName: 'M', pin: '1' })).session;
    const unlocked = await device.unlock(user.id, '1');
    if (!unlocked.ok) throw new Error(unlocked.error.kind);
    return unlocked.value;
  };
  let session = await start(disk);

  const save = async (on: Session<FamilyRow>, one: Extract<Step, { kind: 'save' | 'merge' | 'receive' | 'draft' }>) => {
    if (one.kind === 'draft') {
      const key = `form ${one.key}`;
      const before = drafts.get(key)?.is ?? null;
      drafts = new Map(drafts).set(key, { is: before, or: one.value });
      await on.draft.put(key, one.value);
      drafts = new Map(drafts).set(key, { is: one.value, or: one.value });
      return;
    }
    if (one.kind === 'receive') {
      const entries = fromOthers.slice(one.from, one.from + one.count);
      add(mayBeThere, entries);
      const received = await on.receive(entries);
      if (!received.ok) throw new Error(received.error.kind);
      add(acknowledged, entries);
      return;
    }
    const saved = await on.save(draftsOf(one));
    if (!saved.ok) throw new Error(saved.error.kind);
    add(acknowledged, saved.value);
  };

  const take = async (one: Step): Promise<void> => {
    switch (one.kind) {
      case 'restart':
        rowVersion = `test-${one.rowVersion}`;
        session.lock();
        session = await start(disk);
        return;
      case 'kill': {
        // Saves, and the tidying that follows them, in an app that dies at one of its writes.
        session.lock();
        const dying = dyingStore(disk, one.writes + 3, one.death);
        const app = start(dying).then(async (last) => {
          for (let turn = 0; ; turn += 1) await save(last, { kind: 'save', family: turn % names.length, count: 20 });
        });
        await Promise.race([dying.died, app]);
        session = await start(disk);
        return;
      }
      case 'damage': {
        const { [one.shelf]: records } = await disk.all([one.shelf]);
        const [key, value] = records[one.record % records.length] ?? [null, null];
        if (key === null) return;
        const bytes = Uint8Array.from(value as Uint8Array);
        bytes[bytes.length - 3] = (bytes[bytes.length - 3] ?? 0) ^ 4;
        session.lock();
        await disk.write([put(one.shelf, key, bytes)], 'strict');
        damaged ||= one.shelf === 'loose' || one.shelf === 'segments';
        session = await start(disk);
        return;
      }
      case 'burst':
        for (let turn = 0; turn < one.count; turn += 1) {
          await save(session, { kind: 'save', family: (one.family + turn) % names.length, count: 1 });
        }
        return;
      default:
        await save(session, one);
    }
  };

  const readAll = async (): Promise<EntrySet> => {
    const all: EntrySet = new Map();
    for (const name of names) add(all, await session.entriesOf(family(name)));
    return all;
  };

  const verify = async (): Promise<void> => {
    session.lock();
    session = await start(disk);
    const there = await readAll();
    const lost = inSet(acknowledged).filter((entry) => !has(there, entry));
    const problems = session.problems().filter(({ kind }) => kind === 'entriesDamaged');
    if (!damaged && (lost.length > 0 || problems.length > 0)) throw new Error(`lost ${lost.length} without any damage`);
    for (const entry of lost) {
      const told = problems.some(({ entries, families }) => entries === null || families.includes(entry.family));
      if (!told) throw new Error(`lost ${entryToText(entry)} and said nothing`);
    }
    for (const [key, { is, or }] of drafts) {
      const draft = await session.draft.get(key);
      if (draft !== is && draft !== or) throw new Error(`the draft ${key} is ${draft}, not ${is}`);
    }
    const back = await session.receive(inSet(acknowledged));
    if (!back.ok) throw new Error(back.error.kind);
    if (!back.ok || back.value.added < lost.length) throw new Error('not all that was lost came back');
    const whole = await readAll();
    for (const entry of inSet(acknowledged)) if (!has(whole, entry)) throw new Error('still lost');
    const expected = [...rows.project(inSet(whole))].map(([root, { row }]) => [root, row] as const);
    const shown = [...session.rows()].sort(([a], [b]) => (a < b ? -1 : 1));
    if (JSON.stringify(shown) !== JSON.stringify(expected.sort(([a], [b]) => (a < b ? -1 : 1)))) {
      throw new Error(`rows differ:\n${JSON.stringify(shown)}\n${JSON.stringify(expected)}`);
    }
    const strangers = inSet(whole).filter((entry) => entry.device === 'phone-2' && !has(mayBeThere, entry));
    if (strangers.length > 0) throw new Error('entries that nobody sent');
  };

  return { take, verify };
};

const rows = { project: familyRows.project, linkedFamilies: familyRows.linkedFamilies };

/** Entries by their text. */
type EntrySet = Map<string, Entry>;

const add = (set: EntrySet, entries: readonly Entry[]): void => {
  for (const entry of entries) set.set(entryToText(entry), entry);
};

/** In fold order. */
const inSet = (set: EntrySet): readonly Entry[] => [...set.values()].sort(compareEntries);

const has = (set: EntrySet, entry: Entry): boolean => set.has(entryToText(entry));

const draftsOf = (one: Extract<Step, { kind: 'save' | 'merge' }>) => {
  if (one.kind === 'merge') {
    const [keep, duplicate] = [names[one.keep] ?? 'keita', names[one.duplicate] ?? 'diallo'];
    return keep === duplicate ? [registration(keep)] : [merging(keep, duplicate)];
  }
  const name = names[one.family] ?? 'keita';
  return Array.from({ length: one.count }, (_, index) =>
    index === 0 ? registration(name) : index === 1 ? birth(name) : weighing(name, 3000 + index),
  );
};
