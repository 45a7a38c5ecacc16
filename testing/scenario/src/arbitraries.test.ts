import { sizeForGestation } from '@denba/growth/intergrowth/size-for-gestation';
import { compareEntries, entryToText, hashEntry, parseEntry } from '@denba/records/entry';
import { verifyLog } from '@denba/records/entry-log';
import { readForm } from '@denba/records/form-registry';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryAnswers, arbitraryEntries, arbitraryInfant } from './arbitraries.ts';

describe('arbitrary lives and their parts', () => {
  it('have answers that any version reads without losing a field or changing a code', () => {
    const form = fc.constantFrom('growth-visit', 'mami-screen', 'mami-assessment', 'mami-visit');
    fc.assert(
      fc.property(form, fc.integer({ min: 1, max: 9 }), arbitraryAnswers(), (name, version, answers) => {
        const read = readForm(`${name}@${version}`, answers);
        expect(read.kind).toBe(name);
        if ('answers' in read) expect(read.answers).toMatchObject(answers);
      }),
    );
  });

  it('have entries that are whole logs and survive a store', () => {
    fc.assert(
      fc.property(arbitraryEntries(), (entries) => {
        for (const device of new Set(entries.map((entry) => entry.device))) {
          expect(
            verifyLog(
              device,
              entries.filter((entry) => entry.device === device),
            ),
          ).toEqual([]);
        }
        for (const entry of entries) {
          const read = parseEntry(JSON.parse(entryToText(entry)));
          if (!read.ok) throw new Error(JSON.stringify(read.error));
          expect(hashEntry(read.value)).toBe(hashEntry(entry));
          expect(compareEntries(read.value, entry)).toBe(0);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('have infants whose size at birth is classified, or missing a reason, never undecided in silence', () => {
    fc.assert(
      fc.property(arbitraryInfant(), ({ sex, gestationalAgeDays, birthWeightG }) => {
        const size = sizeForGestation({ sex, gestationalAgeDays, weightKg: birthWeightG / 1000 });
        expect(size.kind).toBe(gestationalAgeDays === null ? 'missing' : 'classified');
      }),
    );
  });
});
