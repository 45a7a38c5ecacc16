import { readBundle } from '@denba/sync/bundle';
import { describe, expect, it } from 'vitest';
import { bundleMaker } from './make-bundles.ts';
import type { Parties } from './meeting.ts';

/** A log of `count` entries, of which `missing` cannot be read; `fails`: after which number reading fails. */
const phone = (count: number, { missing = [], fails = [] }: { missing?: number[]; fails?: number[] } = {}) => {
  const reads: number[] = [];
  const read = async (after: number, most: number) => {
    reads.push(after);
    if (fails.includes(after)) throw new Error('the session is locked');
    const numbers = Array.from({ length: Math.min(most, count - after) }, (_, at) => after + at + 1);
    return numbers.filter((seq) => !missing.includes(seq)).map((seq) => ({ seq, text: `{"seq":${seq}}` }));
  };
  const session = {
    deviceId: 'phone',
    log: { head: () => ({ seq: count }), read },
    sign: async () => ({ signature: new Uint8Array(64), publicKey: new Uint8Array(65) }),
  } as unknown as Parties['session'];
  return { reads, ...bundleMaker({ session, wallMs: () => 0 }) };
};

const seqsIn = (text: string): readonly number[] => {
  const read = readBundle(text);
  return read.ok ? read.value.lines.map((line) => (JSON.parse(line) as { readonly seq: number }).seq) : [];
};

describe('bundles of a log that is read in parts of ten thousand', () => {
  it('follow each other without a short one where two parts meet, and each part is read once, ahead', async () => {
    const { make, reads, settled } = phone(21_000);
    const sent: number[] = [];
    const sizes: number[] = [];
    const readsWhenMade: number[] = [];
    for (let after = 0; after < 21_000; ) {
      const ready = await make(after, 1_900);
      const seqs = seqsIn(ready?.text ?? '');
      sent.push(...seqs);
      sizes.push(seqs.length);
      readsWhenMade.push(reads.length);
      after = ready?.upTo ?? Number.NaN;
    }
    expect(sent).toEqual(Array.from({ length: 21_000 }, (_, at) => at + 1));
    expect(new Set(sizes.slice(0, -1))).toEqual(new Set([1_900]));
    expect(reads).toEqual([0, 10_000, 20_000]);
    // Made after 5,700 of the first part; 4,300 are left, then 2,400: the second part is asked for then.
    expect(readsWhenMade.slice(0, 5)).toEqual([1, 1, 1, 2, 2]);
    expect(await make(21_000, 1_900)).toBeNull();
    await settled();
  });

  it('end before an entry that cannot be read, and there is none after it', async () => {
    const { make } = phone(100, { missing: [41] });
    expect((await make(0, 50))?.upTo).toBe(40);
    expect(await make(40, 50)).toBeNull();
  });

  it('begin where the server is, also in a part that was left behind', async () => {
    const { make } = phone(12_000);
    await make(0, 2_000);
    await make(10_000, 2_000);
    expect(seqsIn((await make(5_000, 3))?.text ?? '')).toEqual([5_001, 5_002, 5_003]);
  });

  it('say that the log could not be read ahead when they need that part, not before', async () => {
    const { make, settled } = phone(12_000, { fails: [10_000] });
    for (const after of [0, 2_000, 4_000, 6_000]) expect((await make(after, 2_000))?.upTo).toBe(after + 2_000);
    await settled();
    expect((await make(8_000, 2_000))?.upTo).toBe(10_000);
    await expect(make(10_000, 2_000)).rejects.toThrow('the session is locked');
  });
});
