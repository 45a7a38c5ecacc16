import { err, ok } from '@denba/quantities/result';
import type { JsonValue } from '@denba/records/canonical-json';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepDraft, type Saved } from './draft-keeper.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A store whose saves finish only when the test says so; its drafts too, while it is `slow`. */
const slowStore = () => {
  const done: string[] = [];
  const asked: string[] = [];
  let answer = (_saved: Saved): void => {};
  let slow: Promise<void> = Promise.resolve();
  const store = {
    put: async (_key: string, value: JsonValue) => {
      await slow;
      done.push(`put ${String(value)}`);
    },
    remove: async () => void done.push('remove'),
    save: async (_drafts: readonly unknown[], filled: string, first: Promise<unknown>) => {
      asked.push(filled);
      await first;
      done.push(`save ${filled}`);
      return new Promise<Saved>((resolve) => {
        answer = resolve;
      });
    },
  };
  const slowDown = (): (() => void) => {
    let goOn = (): void => {};
    slow = new Promise((resolve) => {
      goOn = resolve;
    });
    return goOn;
  };
  return { store, done, asked, slowDown, answer: (saved: Saved) => answer(saved) };
};
const aMoment = (): Promise<unknown> => vi.advanceTimersByTimeAsync(300);
const keep = (store: ReturnType<typeof slowStore>['store']) => keepDraft('visit', store, () => {});

describe('a half-filled form', () => {
  it('is written a moment after the last change, once', async () => {
    const { store, done } = slowStore();
    const keeper = keep(store);
    keeper.change('3');
    keeper.change('31');
    expect(done).toEqual([]);
    await aMoment();
    expect(done).toEqual(['put 31']);
  });

  it('is on the disk whole before it is saved, and goes with the save, not in a write of its own', async () => {
    const { store, done, answer } = slowStore();
    const keeper = keep(store);
    keeper.change('3100');
    const saving = keeper.save([]);
    await aMoment();
    expect(done).toEqual(['put 3100', 'save visit']);
    answer(ok([]));
    await saving;
    keeper.write();
    await aMoment();
    expect(done).toEqual(['put 3100', 'save visit']);
  });

  it.each(['as she saves', 'a moment before'])('is made ready to be saved while it is written %s', async (when) => {
    const { store, done, asked, slowDown, answer } = slowStore();
    const keeper = keep(store);
    const goOn = slowDown();
    keeper.change('3100');
    if (when === 'a moment before') await aMoment();
    const saving = keeper.save([]);
    await aMoment();
    expect([asked, done]).toEqual([['visit'], []]);
    goOn();
    await aMoment();
    expect(done).toEqual(['put 3100', 'save visit']);
    answer(ok([]));
    expect((await saving).ok).toBe(true);
  });

  it('is saved once more only when the first save has ended', async () => {
    const { store, asked, answer } = slowStore();
    const keeper = keep(store);
    const saving = keeper.save([]);
    keeper.change('typed meanwhile');
    const again = keeper.save([]);
    await aMoment();
    expect(asked).toEqual(['visit']);
    answer(err({ kind: 'full' }));
    await saving;
    await aMoment();
    expect(asked).toEqual(['visit', 'visit']);
    answer(ok([]));
    expect((await again).ok).toBe(true);
  });

  it('does not come back when the screen goes away in the middle of the save', async () => {
    const { store, done, answer } = slowStore();
    const keeper = keep(store);
    const saving = keeper.save([]);
    keeper.change('typed meanwhile');
    keeper.write();
    await aMoment();
    answer(ok([]));
    await saving;
    keeper.change('typed after');
    await aMoment();
    expect(done).toEqual(['save visit']);
  });

  it('keeps what was typed meanwhile when nothing could be saved', async () => {
    const { store, done, answer } = slowStore();
    const keeper = keep(store);
    const saving = keeper.save([]);
    keeper.change('typed meanwhile');
    await aMoment();
    answer(err({ kind: 'full' }));
    expect((await saving).ok).toBe(false);
    await aMoment();
    expect(done).toEqual(['save visit', 'put typed meanwhile']);
  });

  it('that is given up is taken away, and another may be begun under its name', async () => {
    const { store, done } = slowStore();
    const keeper = keep(store);
    keeper.change('wrong family');
    await keeper.giveUp();
    keeper.change('right family');
    await aMoment();
    expect(done).toEqual(['remove', 'put right family']);
  });
});
