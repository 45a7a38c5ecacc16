import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addFrame, type Gathered, MOST_FRAMED_BYTES, nothingGathered, progressOf, toFrames } from './frames.ts';

const someBytes = fc.uint8Array({ minLength: 1, maxLength: 2_500, size: 'max' });
const gather = (texts: readonly string[]): Gathered => texts.reduce(addFrame, nothingGathered);

describe('pictures of a set', () => {
  it('give it back in any order, some of them twice, beside those of others and other codes', () => {
    fc.assert(
      fc.property(
        someBytes,
        someBytes,
        fc.array(fc.oneof(fc.string(), fc.constant('DENBA1:ABC'), fc.constant('DENBAC1:ABC'))),
        fc.infiniteStream(fc.nat()),
        (bytes, others, noise, chance) => {
          const frames = toFrames(bytes);
          const foreign = toFrames(others).slice(1);
          const seen = [...frames, ...frames.slice(0, 3), ...foreign, ...noise]
            .map((text) => ({ text, at: chance.next().value ?? 0 }))
            .toSorted((a, b) => a.at - b.at)
            .map(({ text }) => text);
          expect(gather(seen).whole).toEqual(bytes);
        },
      ),
    );
  });

  it('of which any is missing give nothing, and tell how many are there', () => {
    fc.assert(
      fc.property(someBytes, fc.nat(), (bytes, chance) => {
        const frames = toFrames(bytes);
        const missing = chance % frames.length;
        const seen = frames.filter((_, at) => at !== missing);
        const gathered = gather([...seen, ...seen]);
        expect(gathered.whole).toBeNull();
        if (seen.length > 0) expect(progressOf(gathered)).toEqual({ have: seen.length, count: frames.length });
      }),
    );
  });

  it('arrive over a camera that misses many of them, after a few rounds', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1, maxLength: MOST_FRAMED_BYTES, size: 'max' }),
        fc.integer(),
        (bytes, seed) => {
          const frames = toFrames(bytes);
          let [gathered, state, rounds] = [nothingGathered, seed, 0];
          while (gathered.whole === null) {
            expect(++rounds).toBeLessThan(60);
            for (const frame of frames) {
              state = (Math.imul(state, 1_103_515_245) + 12_345) | 0;
              // The camera misses half of the pictures.
              if (((state >>> 16) & 1) === 0) gathered = addFrame(gathered, frame);
            }
          }
          expect(gathered.whole).toEqual(bytes);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('that somebody mixed a wrong part into never give anything else than the set', () => {
    fc.assert(
      fc.property(someBytes, someBytes, (bytes, others) => {
        fc.pre(bytes.length > 600);
        const frames = toFrames(bytes);
        const forged = (frames[0] ?? '').slice(0, 20) + (toFrames(others)[0] ?? '').slice(20);
        const { whole } = gather([forged, ...frames.slice(1), ...frames]);
        if (whole !== null) expect(whole).toEqual(bytes);
      }),
    );
  });

  it('are not made of nothing, nor of more than anybody waits for', () => {
    expect(() => toFrames(new Uint8Array())).toThrow(RangeError);
    expect(() => toFrames(new Uint8Array(MOST_FRAMED_BYTES + 1))).toThrow(RangeError);
    expect(toFrames(new Uint8Array(MOST_FRAMED_BYTES)).length).toBe(100);
  });

  it('whatever a camera reads, never throw', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string(),
            fc.string().map((text) => `DENBAC1:${text}`),
          ),
        ),
        (texts) => {
          expect(gather(texts).whole).toBeNull();
        },
      ),
    );
  });
});
