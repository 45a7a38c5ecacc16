import type { Entry } from '@denba/records/entry';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Fold, independentParts, summariesOf } from './fold-families.ts';

type Told = { readonly family: number; readonly mergedWith: number | null };

const told = fc.record({
  family: fc.integer({ min: 0, max: 11 }),
  mergedWith: fc.option(fc.integer({ min: 0, max: 11 }), { freq: 6 }),
});

const entryOf = ({ family, mergedWith }: Told, id: number): Entry =>
  ({
    id: `entry-${id}`,
    family: `family-${family}`,
    form: mergedWith === null ? 'mami-visit@2' : 'merge-duplicates@1',
    answers:
      mergedWith === null ? {} : { merge: 'family', keep: `family-${family}`, duplicate: `family-${mergedWith}` },
  }) as unknown as Entry;

/** Groups merged families under the smallest of their ids, as the real fold does, without reading records. */
const fold: Fold = (entries) => {
  const rootOf = (family: string): string => {
    const group = new Set([family]);
    for (let size = 0; size !== group.size; ) {
      size = group.size;
      for (const { family: of, form, answers } of entries) {
        if (!form.startsWith('merge')) continue;
        const [a, b] = [of as string, answers['duplicate'] as string];
        if (group.has(a)) group.add(b);
        else if (group.has(b)) group.add(a);
      }
    }
    return [...group].sort()[0] ?? family;
  };
  const folded = new Map<string, { families: string[]; summary: string[]; facts: null }>();
  for (const { family, id } of entries) {
    const one = folded.get(rootOf(family)) ?? { families: [], summary: [], facts: null };
    folded.set(rootOf(family), one);
    if (!one.families.includes(family)) one.families.push(family);
    one.summary.push(id);
  }
  return folded;
};

it('families that are folded part by part say what they say together, whatever was merged', () => {
  fc.assert(
    fc.property(fc.array(told, { maxLength: 40 }), fc.integer({ min: 1, max: 20 }), (tellings, most) => {
      const entries = tellings.map(entryOf);
      const byFamily = (parts: readonly (readonly Entry[])[]) =>
        parts.flatMap((part) => summariesOf(part, fold)).toSorted((a, b) => (a.family < b.family ? -1 : 1));
      const parts = independentParts(entries, most);
      expect(parts.flat()).toHaveLength(entries.length);
      expect(byFamily(parts)).toEqual(byFamily([entries]));
    }),
  );
});

it('parts are not much larger than they may be, where families are small', () => {
  const entries = Array.from({ length: 100 }, (_, at) => entryOf({ family: at >> 2, mergedWith: null }, at));
  expect(independentParts(entries, 10).map((part) => part.length)).toEqual(
    Array.from({ length: 8 }, () => 12).concat(4),
  );
});
