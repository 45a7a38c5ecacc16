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

/** A phone with `count` entries and a server that receives bundles; `answer` may change its answers. */
const meeting = async (count: number, answer: (said: BundleAnswer, bundle: number) => PushAnswer) => {
  const device = await memoryDevice(testOptions());
  const { session } = await device.create({ centre, userName: 'Awa', pin: '246810' });
  await session.save([registration('keita'), ...Array.from({ length: count - 1 }, () => weighing('keita', 3000))]);
  const numbers: (readonly [from: number, count: number])[] = [];
  let atOnce = 0;
  const push = async (text: string): Promise<PushAnswer> => {
    atOnce += 1;
    expect(atOnce).toBe(1);
    const bundle = readBundle(text);
    if (!bundle.ok) throw new Error(bundle.error.kind);
    const { head, lines } = bundle.value;
    numbers.push([head.from, head.count]);
    await new Promise((resolve) => setTimeout(resolve, 1));
    atOnce -= 1;
    const acknowledged = head.from + head.count - 1;
    const said = { wire: 5, acknowledged, head: hashEntryText(lines.at(-1) ?? ''), quarantined: [], serverMs: 0 };
    return answer(said, numbers.length - 1);
  };
  const parties: Parties = { session, server: { push, pull: async () => ({ kind: 'offline' }) }, wallMs: () => 0 };
  const keeper = linkKeeper(parties, newLink(centre, 'token'));
  return { numbers, link: keeper.link, send: () => sendLog(parties, keeper) };
};

const received = (answer: BundleAnswer): PushAnswer => ({ kind: 'received', answer });

describe('handing in the log', () => {
  it('sends one bundle at a time, each from where the one before was acknowledged, and knows what the server holds', async () => {
    const { send, numbers, link } = await meeting(420, received);
    expect(await send()).toEqual({ sent: 420, trouble: null });
    for (const [at, [from]] of numbers.entries()) {
      const [before, count] = numbers[at - 1] ?? [1, 0];
      expect(from).toBe(before + count);
    }
    expect(link()).toMatchObject({ acknowledged: 420, held: { seq: 420 } });
  });

  it('does not send the bundle that was made meanwhile when the answer names another place', async () => {
    const { send, numbers, link } = await meeting(300, (answer, bundle) =>
      bundle === 1 ? { kind: 'gap', acknowledged: 10 } : received(answer),
    );
    expect((await send()).trouble).toBeNull();
    expect(numbers.slice(0, 3).map(([from]) => from)).toEqual([1, 51, 11]);
    expect(link().acknowledged).toBe(300);
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
