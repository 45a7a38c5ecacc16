import type { Session } from '@denba/device/device';
import type { Letter, LetterBox } from '@denba/device/letters/letter';
import { newLink } from '@denba/device/sync/link';
import type { CareRow } from '@denba/protocols/care/lists/care-row';
import { makeCourierKey } from '@denba/sync/courier/seal-parcel';
import { describe, expect, it } from 'vitest';
import { openLetters, type Post } from './letters.ts';

const session = {
  deviceId: 'phone-kati',
  sign: async () => ({ signature: new Uint8Array(64), publicKey: new Uint8Array(65) }),
  log: {
    head: () => ({ seq: 1, hash: '' }),
    read: async () => [{ seq: 1, text: '{}' }],
  },
} as unknown as Session<CareRow>;
const given = { root: 'https://denba.example.org/', wallMs: () => 0 };

const aLink = async () => {
  const { id, publicKey } = await makeCourierKey();
  return newLink({ id: 'kati', name: 'Kati' }, 'T'.repeat(43), { courierKey: { id, publicKey } });
};

const aPost = (over: Partial<LetterBox> = {}, askToBeCalled = async (): Promise<void> => {}) => {
  let letter: Letter | null = null;
  const box: LetterBox = {
    read: async () => letter,
    put: async (next) => {
      letter = next;
    },
    empty: async () => {
      letter = null;
    },
    ...over,
  };
  const post: Post = { box, askToBeCalled };
  return { now: () => letter, find: async () => post };
};
const refuses = async (): Promise<never> => {
  throw new DOMException('no', 'NotAllowedError');
};

describe('a letter', () => {
  it('is said to be left once the browser has it and will call, and is taken back when all is sent', async () => {
    const post = aPost();
    const letters = openLetters(session, given, post.find);
    await letters.leave(await aLink());
    expect([letters.left.value, post.now()?.to]).toEqual([true, 1]);
    await letters.takeBack();
    expect([letters.left.value, post.now()]).toEqual([false, null]);
  });

  it('is not promised where the browser cannot call, or may not, or has no room; the meeting goes on', async () => {
    const link = await aLink();
    for (const find of [async () => null, refuses, aPost({}, refuses).find, aPost({ put: refuses }).find]) {
      const letters = openLetters(session, given, find);
      await letters.leave(link);
      expect(letters.left.value).toBe(false);
    }
  });

  it('that cannot be taken back holds up nothing', async () => {
    const letters = openLetters(session, given, aPost({ empty: refuses }).find);
    await letters.leave(await aLink());
    await letters.takeBack();
    expect(letters.left.value).toBe(false);
  });
});
