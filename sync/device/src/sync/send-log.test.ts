import { hashEntryText } from '@denba/records/entry';
import { readBundle } from '@denba/sync/bundle';
import type { BundleAnswer } from '@denba/sync/wire';
import { describe, expect, it } from 'vitest';
import { registration, testOptions, weighing } from '../../test/family-rows.ts';
import { memoryDevice } from '../memory-device.ts';
import { newLink } from './link.ts';
import { linkKeeper, type Parties } from './meeting.ts';
import { sendLog } from './send-log.ts';
import type { PushAnswer } from './server.ts';

const centre = { id: 'kati', name: 'Kati' };

type Answer = (said: BundleAnswer, bundle: number) => PushAnswer | Promise<PushAnswer>;

/** A phone with `count` entries and a server that receives bundles in `tookMs`; `answer` may change its answers. */
const meeting = async (count: number, answer: Answer, tookMs = 0) => {
  const device = await memoryDevice(testOptions());
  const { session } = await device.create({ centre, userName: 'Awa', pin: '246810' });
  await session.save([registration('keita'), ...Array.from({ length: count - 1 }, () => weighing('keita', 3000))]);
  const numbers: (readonly [from: number, count: number])[] = [];
  let [atOnce, mostAtOnce, nowMs] = [0, 0, 0];
  const push = async (text: string): Promise<PushAnswer> => {
    atOnce += 1;
    mostAtOnce = Math.max(mostAtOnce, atOnce);
    const bundle = readBundle(text);
    if (!bundle.ok) throw new Error(bundle.error.kind);
    const { head, lines } = bundle.value;
    const number = numbers.push([head.from, head.count]) - 1;
    await new Promise((resolve) => setTimeout(resolve, 20));
    nowMs += tookMs;
    const acknowledged = head.from + head.count - 1;
    const said = { wire: 5, acknowledged, head: hashEntryText(lines.at(-1) ?? ''), quarantined: [], serverMs: 0 };
    try {
      return await answer(said, number);
    } finally {
      atOnce -= 1;
    }
  };
  const parties: Parties = { session, server: { push, pull: async () => ({ kind: 'offline' }) }, wallMs: () => nowMs };
  const keeper = linkKeeper(parties, newLink(centre, 'token'));
  return {
    ...{ numbers, link: keeper.link, send: () => sendLog(parties, keeper) },
    underWay: () => ({ now: atOnce, most: mostAtOnce }),
  };
};

const received = (answer: BundleAnswer): PushAnswer => ({ kind: 'received', answer });

describe('handing in the log', () => {
  it('sends each bundle from where the one before ends, two at once where answers come quickly', async () => {
    const { send, numbers, link, underWay } = await meeting(1200, received);
    expect(await send()).toEqual({ sent: 1200, trouble: null });
    for (const [at, [from]] of numbers.entries()) {
      const [before, count] = numbers[at - 1] ?? [1, 0];
      expect(from).toBe(before + count);
    }
    expect(underWay()).toEqual({ now: 0, most: 2 });
    expect(link()).toMatchObject({ acknowledged: 1200, held: { seq: 1200 } });
  });

  it('sends one at a time, and small ones, where answers take long', async () => {
    const { send, numbers, underWay } = await meeting(220, received, 5_000);
    expect(await send()).toEqual({ sent: 220, trouble: null });
    expect(numbers.map(([, count]) => count)).toEqual([50, 50, 50, 50, 20]);
    expect(underWay().most).toBe(1);
  });

  it('sends a bundle again, alone, that overtook the one before it', async () => {
    const arrived: number[] = [];
    const { send, numbers, link } = await meeting(1200, (answer, bundle) => {
      // The third was sent while the second was under way; the server had only the first.
      if (bundle === 2) return { kind: 'gap', acknowledged: 50 };
      arrived.push(answer.acknowledged);
      return received(answer);
    });
    expect(await send()).toEqual({ sent: 1200, trouble: null });
    const begins = numbers.map(([from]) => from);
    expect(begins.filter((from) => from === begins[2])).toHaveLength(2);
    expect(new Set(begins).size).toBe(begins.length - 1);
    expect(arrived).toEqual(arrived.toSorted((a, b) => a - b));
    expect(link()).toMatchObject({ acknowledged: 1200, held: { seq: 1200 } });
  });

  it('does not send the bundle that was made meanwhile when the answer names another place', async () => {
    const { send, numbers, link } = await meeting(
      300,
      (answer, bundle) => (bundle === 1 ? { kind: 'gap', acknowledged: 10 } : received(answer)),
      2_000,
    );
    expect((await send()).trouble).toBeNull();
    expect(numbers.slice(0, 3).map(([from]) => from)).toEqual([1, 51, 11]);
    expect(link().acknowledged).toBe(300);
  });

  it('has nothing under way any more when it failed', async () => {
    const { send, underWay } = await meeting(1200, (answer, bundle) => {
      if (bundle === 1) throw new Error('the phone ends');
      return received(answer);
    });
    await expect(send()).rejects.toThrow('the phone ends');
    expect(underWay()).toEqual({ now: 0, most: 2 });
  });

  it('stops where the line broke, with what was acknowledged', async () => {
    const { send, link } = await meeting(300, (answer, bundle) =>
      bundle === 1 ? { kind: 'offline' } : received(answer),
    );
    expect(await send()).toEqual({ sent: 50, trouble: { kind: 'offline' } });
    expect(link()).toMatchObject({ acknowledged: 50, held: { seq: 50 } });
  });

  it('takes nothing for held when the server has another entry there, or none', async () => {
    for (const head of [null, '0'.repeat(64)]) {
      const { send, link } = await meeting(20, (answer) => received({ ...answer, head }));
      await send();
      expect(link()).toMatchObject({ acknowledged: 20, held: null });
    }
  });
});
