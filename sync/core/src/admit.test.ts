import { type Entry, entryToText, hashEntryText, parseEntry } from '@denba/records/entry';
import { family } from '@denba/scenario/family-life';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { admit } from './admit.ts';

const [entry] = family('keita').mother().entries as readonly [Entry];

const admitted = (line: string) => {
  const head = { denba: 'bundle', wire: 1, device: entry.device, from: 1, count: 1, madeAt: entry.recordedAt } as const;
  const log = { acknowledged: 0, head: null };
  const places = new Set<string>([entry.facility]);
  return admit({ head, lines: [line] }, { log, places, earlier: () => null })?.verdicts[0];
};

/** Keys that have a special meaning in JavaScript are included. */
const arbitraryAnswers = () =>
  fc.dictionary(
    fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'prototype', '10', '9', 'toString')),
    fc.jsonValue({ maxDepth: 2 }),
    { noNullPrototype: true },
  );

describe('an entry that joins', () => {
  it('has the text and the hash that it would be given here, however its line is written', () => {
    fc.assert(
      fc.property(arbitraryAnswers(), fc.boolean(), fc.constantFrom(undefined, 1), (answers, sorted, spaces) => {
        const told = { ...entry, answers: JSON.parse(JSON.stringify(answers)) } as typeof entry;
        const line = sorted ? entryToText(told) : JSON.stringify(told, null, spaces);
        const read = parseEntry(JSON.parse(line));
        if (!read.ok) throw new Error('not an entry');
        const text = entryToText(read.value);
        const verdict = admitted(line);
        expect(verdict).toMatchObject({ kind: 'joins', text, hash: hashEntryText(text) });
        // The entry equals the one read from the stored text, so folding it now and folding it from the store give the
        // same.
        expect(JSON.stringify((verdict as { readonly entry: unknown }).entry)).toBe(
          JSON.stringify((parseEntry(JSON.parse(text)) as { readonly value: unknown }).value),
        );
      }),
    );
  });
});

describe('a line under a number that is taken', () => {
  const head = { denba: 'bundle', wire: 1, device: entry.device, from: 1, count: 1, madeAt: entry.recordedAt } as const;
  const here = hashEntryText(entryToText(entry));
  const refused = (line: string) => {
    const log = { acknowledged: 1, head: here };
    return admit({ head, lines: [line] }, { log, places: new Set([entry.facility]), earlier: () => here })?.verdicts[0];
  };

  it('is known when it is the same, a fork when it is another, and unreadable when it cannot be read', () => {
    expect(refused(entryToText(entry))).toEqual({ kind: 'known', seq: 1 });
    const other = entryToText({ ...entry, id: `${entry.id}-other` as typeof entry.id });
    expect(refused(other)).toEqual({ kind: 'refused', seq: 1, reason: 'fork', text: other });
    expect(refused('not an entry')).toEqual({ kind: 'refused', seq: 1, reason: 'notAnEntry', text: 'not an entry' });
  });
});
