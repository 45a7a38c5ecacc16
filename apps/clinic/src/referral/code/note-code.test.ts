import { localDate } from '@denba/quantities/local-date';
import type { JsonValue } from '@denba/records/canonical-json';
import encodeQR from 'qr';
import { beforeAll, describe, expect, it } from 'vitest';
import { emptyNote, type NoteFacts } from '../note/note-facts.ts';
import { compactNote, noteFromCompact } from './compact-note.ts';
import { MOST_LETTERS, noteCode, readNote } from './note-code.ts';
import { fullReferral } from './note-example.ts';
import { type Sign, writeCode } from './signed-code.ts';

let sign: Sign;

beforeAll(async () => {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
  const publicKey = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  sign = async (bytes) => {
    const how = { name: 'ECDSA', hash: 'SHA-256' };
    const signature = await crypto.subtle.sign(how, pair.privateKey, Uint8Array.from(bytes));
    return { signature: new Uint8Array(signature), publicKey };
  };
});

/**
 * The version of the smallest QR code that holds a text: version 1 has 21 modules per side, each further one four more.
 */
const qrVersion = (text: string): number => (encodeQR(text, 'raw', { ecc: 'medium', border: 1 }).length - 2 - 17) / 4;

/** A compact note with every position that this version knows, trailing nulls included. */
const padded = (facts: NoteFacts): JsonValue[] => {
  const places = [...compactNote(facts)];
  return [...places, ...Array.from({ length: 41 - places.length }, () => null)];
};

const note = (over: Partial<NoteFacts>): NoteFacts => ({ ...fullReferral, ...over });

describe('the code of a note', () => {
  it('gives every fact back', async () => {
    const { code, shortened } = await noteCode(fullReferral, sign);
    expect(shortened).toBe(false);
    const read = await readNote(code);
    expect(read).toMatchObject({ ok: true, value: { note: fullReferral, unread: 0 } });
  });

  it('of a full referral fits a QR code that a phone reads off paper', async () => {
    const { code } = await noteCode(fullReferral, sign);
    expect(code.length).toBeLessThanOrEqual(900);
    expect(qrVersion(code)).toBeLessThanOrEqual(19);
  });

  it('gives back what is unknown as unknown', async () => {
    const bare = emptyNote('counter-referral', localDate('2026-02-01'), { centre: 'Hôpital', author: '', phone: null });
    const { code } = await noteCode(bare, sign);
    expect(await readNote(code)).toMatchObject({ ok: true, value: { note: bare } });
    expect(qrVersion(code)).toBeLessThanOrEqual(8);
  });

  it('leaves out texts, never names, weights, danger signs or care, when everything is long', async () => {
    const long = 'Longue phrase qui dit beaucoup de choses différentes sur cet enfant et sur sa mère, numéro ';
    const other = ['jamais vu', 'Zwölf Boxkämpfer', 'quick brown fox', 'vejigas y jumping', 'whisky bien frappé'];
    const talkative = note({
      reasons: other.map((words, n) => `${long}${n} – ${words} ${[...words].reverse().join('')}.`),
    });
    const { code, shortened } = await noteCode(talkative, sign);
    expect(shortened).toBe(true);
    expect(code.length).toBeLessThanOrEqual(MOST_LETTERS);
    const read = await readNote(code);
    if (!read.ok) throw new Error(read.error.kind);
    const { child, mother, dangerSigns, care, weighings, reasons } = read.value.note;
    expect({ child, mother, care }).toEqual({ child: talkative.child, mother: talkative.mother, care: talkative.care });
    expect(dangerSigns).toHaveLength(2);
    expect(weighings[0]).toEqual(talkative.weighings[0]);
    expect(reasons[0]).toMatch(/^Longue phrase/);
  });

  it('fits whatever is written', async () => {
    const noise = Array.from({ length: 40 }, (_, n) => String.fromCodePoint(0x4e00 + n * 191)).join('');
    const worst = note({
      from: { centre: noise, author: noise, phone: noise },
      to: { place: 'inpatient', facility: noise },
      family: { id: fullReferral.family.id, village: noise, phone: noise },
      mother: { ...fullReferral.mother, name: noise },
      child: { ...fullReferral.child, name: noise },
      reasons: [noise, noise, noise, noise, noise],
      dangerSigns: Array.from({ length: 12 }, () => noise),
    });
    const { code } = await noteCode(worst, sign);
    expect(qrVersion(code)).toBeLessThanOrEqual(40);
    expect((await readNote(code)).ok).toBe(true);
  });

  it('says that a signed code is no note when it is none', async () => {
    expect(await readNote(await writeCode({ hello: 'world' }, sign))).toEqual({
      ok: false,
      error: { kind: 'notANote' },
    });
  });

  it('passes over what only a newer Denba writes, and says how much', async () => {
    const code = await writeCode([...padded(fullReferral), 'new', null, 3], sign);
    expect(await readNote(code)).toMatchObject({ ok: true, value: { note: fullReferral, unread: 2 } });
  });

  it('takes a value of the wrong kind for unknown', () => {
    const odd = noteFromCompact(
      padded(fullReferral)
        .with(2, 9999)
        .with(14, 1e9)
        .with(21, 'heavy')
        .with(25, [['x', 1]])
        .with(34, [[77]]),
    );
    expect(odd?.note).toMatchObject({ at: null, weighings: [], care: [], child: { birthWeightG: null } });
    expect(odd?.note.mother.birthDate).toBeNull();
  });
});
