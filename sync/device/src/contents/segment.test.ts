import { deviceId, familyId } from '@denba/records/ids';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newDataKey, openKeys } from '../keys/data-key.ts';
import { openIndexPart, sealIndexPart } from './index-part.ts';
import { cutIntoSegments, type EntryLine, linesIn, openSegment, sealSegment } from './segment.ts';
import { labelOf, linesOf, namesIn } from './segment-label.ts';

const line = (family: number, device: number, seq: number): EntryLine => ({
  name: [familyId(`family-${family}`), deviceId(`phone-${device}`), seq],
  text: `{"line":"${family} ${device} ${seq}"}`,
});
const lines = fc
  .array(fc.tuple(fc.nat(60), fc.nat(2)), { maxLength: 900 })
  .map((drawn) => drawn.map(([family, device], index) => line(family, device, index + 1)));

const keyOf = ({ name }: EntryLine): string => name.join(' ');

describe('lines cut into segments', () => {
  it('are all there, once, never more than 250 together, and families are not torn apart without need', () => {
    fc.assert(
      fc.property(lines, (all) => {
        const groups = cutIntoSegments(all);
        expect(groups.flat().map(keyOf).sort()).toEqual(all.map(keyOf).sort());
        for (const group of groups) expect(group.length).toBeLessThanOrEqual(250);
        const small = groups.filter((group) => group.length < 100);
        expect(small.length).toBeLessThanOrEqual(1);
        const sizes = new Map<string, number>();
        for (const { name } of all) sizes.set(name[0], (sizes.get(name[0]) ?? 0) + 1);
        for (const [family, size] of sizes) {
          const parts = groups.filter((group) => group.some(({ name }) => name[0] === family)).length;
          expect(parts).toBeLessThanOrEqual(1 + Math.ceil(size / 122));
        }
      }),
    );
  });

  it('are read again as they were, and each family by its own lines', async () => {
    const { sealer } = await openKeys(newDataKey(), 'store');
    await fc.assert(
      fc.asyncProperty(lines, async (all) => {
        for (const [index, group] of cutIntoSegments(all).entries()) {
          const { label, sealed } = await sealSegment(sealer, `recent/1/${index}`, group);
          const texts = (await openSegment(sealer, label.id, sealed)) ?? [];
          expect(linesIn(label, texts)).toEqual(group);
          for (const family of label.families) {
            const own = texts.slice(...(linesOf(label, family) ?? [0, 0]));
            expect(own).toEqual(group.filter(({ name }) => name[0] === family).map(({ text }) => text));
          }
          expect(await openSegment(sealer, `recent/1/${index + 1}`, sealed)).toBeNull();
        }
      }),
      { numRuns: 15 },
    );
  });
});

describe('the index', () => {
  it('keeps what is in each segment, and opens in its current version only', async () => {
    const { sealer } = await openKeys(newDataKey(), 'store');
    const labels = cutIntoSegments(Array.from({ length: 700 }, (_, index) => line(index % 90, index % 3, index))).map(
      (group, index) =>
        labelOf(
          `3/1/${index}`,
          group.map(({ name }) => name),
        ),
    );
    const sealed = await sealIndexPart(sealer, '3', 7, labels);
    const opened = await openIndexPart(sealer, '3', 7, sealed);
    expect(opened).toEqual(labels);
    expect(opened?.flatMap(namesIn)).toHaveLength(700);
    expect(await openIndexPart(sealer, '3', 8, sealed)).toBeNull();
    expect(await openIndexPart(sealer, '4', 7, sealed)).toBeNull();
  });
});
