import { localDate } from '@denba/quantities/local-date';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from './canonical-json.ts';
import { type Entry, entryToText, hashEntry, parseEntry } from './entry.ts';
import { appendEntry, type EntryDraft, emptyLog, type LogHead, verifyLog } from './entry-log.ts';
import { newClock, tick } from './hybrid-clock.ts';
import { deviceId, entryId, facilityId, familyId, personId } from './ids.ts';

const tablet = deviceId('tablet-1');
const start = Date.UTC(2026, 2, 1, 8);

const draft = (number: number, over: Partial<EntryDraft> = {}): EntryDraft => ({
  id: entryId(`entry-${number}`),
  family: familyId('keita'),
  subject: personId('awa'),
  form: 'growth-visit@1',
  protocolVersion: null,
  answers: { weight_g: 3000 + number },
  findings: {},
  author: 'matrone-1',
  facility: facilityId('cscom-1'),
  occurredOn: localDate('2026-03-01'),
  recordedAt: tick(newClock, start + number * 1000).time,
  ...over,
});

const logOf = (count: number, device = tablet): { readonly entries: readonly Entry[]; readonly head: LogHead } => {
  let head = emptyLog(device);
  const entries: Entry[] = [];
  for (let number = 1; number <= count; number += 1) {
    const appended = appendEntry(head, draft(number, { id: entryId(`${device}-${number}`) }));
    if (!appended.ok) throw new Error(JSON.stringify(appended.error));
    entries.push(appended.value.entry);
    head = appended.value.log;
  }
  return { entries, head };
};

const alter = (entry: Entry, answers: JsonObject): Entry => ({ ...entry, answers });
const at = (entries: readonly Entry[], index: number): Entry => {
  const entry = entries[index];
  if (!entry) throw new Error(`no entry ${index}`);
  return entry;
};

describe('the log of a device', () => {
  it('numbers its entries and chains each to the one before', () => {
    const { entries, head } = logOf(3);
    expect(entries.map((entry) => entry.seq)).toEqual([1, 2, 3]);
    expect(at(entries, 0).prev).toBeNull();
    expect(at(entries, 2).prev).toBe(hashEntry(at(entries, 1)));
    expect(head).toEqual({ device: tablet, seq: 3, hash: hashEntry(at(entries, 2)) });
    expect(verifyLog(tablet, entries, head)).toEqual([]);
  });

  it('refuses a code that is not in the lists of this version, names the field and says what to do', () => {
    const appended = appendEntry(emptyLog(tablet), draft(1, { answers: { weight_g: 3000, oedema: 'pluss' } }));
    if (appended.ok) throw new Error('expected an error');
    expect(appended.error).toHaveLength(1);
    expect(appended.error[0]).toMatchObject({ kind: 'unknownCode', path: 'answers.oedema', found: '"pluss"' });
    expect(appended.error[0]?.cure.fr).toContain('none, plus1, plus2, plus3');
  });

  it('keeps forms that it does not know, as long as they name their version', () => {
    const later = appendEntry(emptyLog(tablet), draft(1, { form: 'vaccination@4', answers: { antigen: 'BCG' } }));
    expect(later.ok && later.value.entry.answers).toEqual({ antigen: 'BCG' });
    const nameless = appendEntry(emptyLog(tablet), draft(1, { form: 'vaccination' }));
    expect(nameless.ok ? null : nameless.error[0]?.kind).toBe('notAForm');
  });

  it('says which entry is missing', () => {
    const { entries, head } = logOf(6);
    const gap = (from: number, to: number) => ({ kind: 'gap', from, to });
    expect(verifyLog(tablet, [...entries.slice(0, 2), ...entries.slice(4)], head)).toEqual([gap(3, 4)]);
    expect(verifyLog(tablet, entries.slice(1), head)).toEqual([gap(1, 1)]);
    expect(verifyLog(tablet, entries.slice(0, 4), head)).toEqual([gap(5, 6)]);
    expect(verifyLog(tablet, [], head)).toEqual([gap(1, 6)]);
  });

  it('says which entry was altered, and which one only the altered one vouches for', () => {
    const { entries, head } = logOf(5);
    const third = at(entries, 2);
    const changed = entries.with(2, alter(third, { weight_g: 9999 }));
    expect(verifyLog(tablet, changed, head)).toEqual([{ kind: 'altered', seq: 3, id: third.id }]);
    const rechained = entries.with(2, { ...third, prev: hashEntry(third) });
    expect(verifyLog(tablet, rechained, head)).toEqual([
      { kind: 'unproved', seq: 2, id: at(entries, 1).id },
      { kind: 'altered', seq: 3, id: third.id },
    ]);
  });

  it('proves the last entry only by a head that was kept elsewhere', () => {
    const { entries, head } = logOf(3);
    const changed = entries.with(2, alter(at(entries, 2), { weight_g: 1 }));
    expect(verifyLog(tablet, changed)).toEqual([]);
    expect(verifyLog(tablet, changed, head)).toEqual([{ kind: 'altered', seq: 3, id: at(entries, 2).id }]);
    const acknowledged = logOf(2).head;
    expect(verifyLog(tablet, entries, acknowledged)).toEqual([]);
  });

  it('tells a harmless repetition from a fork and from an entry of another device', () => {
    const { entries } = logOf(3);
    const second = at(entries, 1);
    const restored = { ...alter(second, { weight_g: 2900 }), id: entryId('after-restore') };
    expect(verifyLog(tablet, [...entries, second])).toEqual([{ kind: 'duplicate', seq: 2, id: second.id }]);
    const forked = verifyLog(tablet, [...entries, restored]);
    expect(forked).toHaveLength(1);
    expect(forked[0]).toMatchObject({ kind: 'fork', seq: 2 });
    const foreign = at(logOf(1, deviceId('tablet-2')).entries, 0);
    expect(verifyLog(tablet, [...entries, foreign])).toEqual([
      { kind: 'foreignDevice', seq: 1, id: foreign.id, device: 'tablet-2' },
    ]);
  });

  it('finds every single alteration of every field of every entry', () => {
    const { entries, head } = logOf(8);
    const fields = ['id', 'family', 'form', 'author', 'facility', 'occurredOn', 'recordedAt'] as const;
    fc.assert(
      fc.property(fc.nat(7), fc.constantFrom(...fields), (index, field) => {
        const entry = at(entries, index);
        const problems = verifyLog(tablet, entries.with(index, { ...entry, [field]: `${entry[field]}x` }), head);
        expect(problems).toHaveLength(1);
        expect(problems[0]).toMatchObject({ kind: 'altered', seq: index + 1 });
      }),
    );
  });

  it('is verified whatever the order in which its entries are given', () => {
    const { entries, head } = logOf(8);
    const broken = entries.with(3, alter(at(entries, 3), {})).toSpliced(6, 1);
    const expected = verifyLog(tablet, broken, head);
    expect(expected.map((problem) => problem.kind)).toEqual(['altered', 'gap']);
    fc.assert(
      fc.property(fc.shuffledSubarray([...broken], { minLength: broken.length }), (shuffled) => {
        expect(verifyLog(tablet, shuffled, head)).toEqual(expected);
      }),
    );
  });
});

describe('an entry from elsewhere', () => {
  const entry = at(logOf(1).entries, 0);

  it('reads back as it was written, fields of a newer version included, and with the same hash', () => {
    const newer = { ...entry, signature: { by: 'nurse', at: [1, 2] }, answers: { ...entry.answers, spo2: 97 } };
    const read = parseEntry(JSON.parse(entryToText(newer)));
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    expect(read.value).toEqual(newer);
    expect(hashEntry(read.value)).toBe(hashEntry(newer));
  });

  it('is refused with the path, what is wrong and what to do, in French and English', () => {
    const read = parseEntry({ ...entry, occurredOn: '2026-02-30', seq: 0, author: ' ', form: 'Birth', family: null });
    if (read.ok) throw new Error('expected errors');
    const kinds = Object.fromEntries(read.error.map((error) => [error.path, error.kind]));
    expect(kinds).toEqual({
      occurredOn: 'notADate',
      seq: 'wrongSequence',
      author: 'empty',
      form: 'notAForm',
      family: 'wrongType',
    });
    for (const { message, cure } of read.error) {
      expect(message.fr).toMatch(/« \w+ »/);
      expect(message.en).toMatch(/"\w+"/);
      expect(cure.fr).not.toMatch(/\{/);
      expect(cure.en.length).toBeGreaterThan(5);
    }
    const missing = parseEntry({ ...entry, recordedAt: undefined });
    expect(missing.ok ? null : missing.error[0]).toMatchObject({ kind: 'missing', path: 'recordedAt' });
    expect(parseEntry('not an entry').ok).toBe(false);
  });
});
