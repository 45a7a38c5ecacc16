import type { LocalDate } from '@denba/quantities/local-date';
import { type Entry, entryToText } from '@denba/records/entry';
import { familyId, personId } from '@denba/records/ids';
import { type FakeDevice, fakeDevice, saveEntry, wallMs } from '@denba/scenario/fake-device';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type SigningPhone, signingPhone } from '../../test/signing-phone.ts';
import { type FamilyBundle, readFamilyBundle, writeFamilyBundle } from './family-bundle.ts';
import { type Judgement, judgeFamily, type NamedLine, neighboursOf } from './judge-family.ts';

const TODAY = '2026-11-26' as LocalDate;

/** `count` entries of one device, about these families in turn. */
const written = (device: FakeDevice, families: readonly string[], count: number): readonly Entry[] => {
  const entries: Entry[] = [];
  let now = device;
  for (let at = 0; at < count; at += 1) {
    const family = families[at % families.length] ?? '';
    const saved = saveEntry(now, {
      ...{ family: familyId(family), subject: personId(`${family}-child`), form: 'growth-visit@1', findings: {} },
      ...{ protocolVersion: null, occurredOn: TODAY, atMs: wallMs(TODAY, at), answers: { weight_g: 3_000 + at } },
    });
    entries.push(saved.entry);
    now = saved.device;
  }
  return entries;
};

let kati: SigningPhone;
let hospital: SigningPhone;
const ofKati = written(fakeDevice('phone-kati'), ['keita', 'diallo'], 8);
const keita = ofKati.filter(({ family }) => family === 'keita').map(entryToText);

beforeAll(async () => {
  kati = await signingPhone('phone-kati', 'Kati');
  hospital = await signingPhone('phone-hospital', 'Hôpital');
});

const sent = (lines: readonly string[], over: { readonly to?: string; readonly families?: readonly string[] } = {}) =>
  writeFamilyBundle(
    {
      ...{ to: hospital.courierKey.id, sender: kati.shown, families: ['keita'], lines },
      ...{ madeAt: ofKati[0]?.recordedAt as Entry['recordedAt'], ...over },
    },
    kati.sign,
  );

const read = async (text: string): Promise<FamilyBundle> => {
  const bundle = await readFamilyBundle(text, hospital.courierKey.id);
  if (!bundle.ok) throw new Error(bundle.error.kind);
  return bundle.value;
};

const named = (entries: readonly Entry[]): readonly NamedLine[] =>
  entries.map((entry) => ({ device: entry.device, seq: entry.seq, text: entryToText(entry) }));

const judged = async (
  lines: readonly string[],
  here: readonly Entry[] = [],
  device = 'phone-hospital',
): Promise<Judgement> => judgeFamily(await read(await sent(lines)), { device, here: named(here) });

const counts = ({ joins, known, refused }: Judgement) => ({ joins: joins.length, known: known.length, refused });

describe('a family that travels from phone to phone', () => {
  it('is read by the phone that it was sealed to, with the code of the sender to answer to', async () => {
    const { sender, lines, head } = await read(await sent(keita));
    expect(sender).toEqual(kati.code);
    expect(lines).toEqual(keita);
    expect(head).toMatchObject({ wire: 5, families: ['keita'], count: 4 });
  });

  it('is not taken when its reader seals it anew for somebody else', async () => {
    const text = await sent(keita);
    expect(await readFamilyBundle(text, kati.courierKey.id)).toEqual({ ok: false, error: { kind: 'notSigned' } });
  });

  it('is not taken under the name of another sender', async () => {
    const text = (await sent(keita)).replace(JSON.stringify(kati.shown), JSON.stringify(hospital.shown));
    expect(await readFamilyBundle(text, hospital.courierKey.id)).toEqual({ ok: false, error: { kind: 'notSigned' } });
  });

  it('of a newer Denba is told as newer', async () => {
    const text = (await sent(keita)).replace('"wire":5', '"wire":6');
    expect(await readFamilyBundle(text, hospital.courierKey.id)).toEqual({
      ok: false,
      error: { kind: 'newer', wire: 6 },
    });
  });

  it('cut anywhere, or changed in one letter, gives nothing', async () => {
    const text = await sent(keita);
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length - 1), fc.constantFrom('A', '0', '"', '\n', ''), async (at, letter) => {
        fc.pre(text[at] !== letter);
        const changed = letter === '' ? text.slice(0, at) : text.slice(0, at) + letter + text.slice(at + 1);
        expect((await readFamilyBundle(changed, hospital.courierKey.id)).ok).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('with its signature written in another way gives nothing', async () => {
    const text = await sent(keita);
    const last = text.lastIndexOf('"}') - 1;
    for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_') {
      if (letter === text[last]) continue;
      const changed = text.slice(0, last) + letter + text.slice(last + 1);
      expect((await readFamilyBundle(changed, hospital.courierKey.id)).ok, letter).toBe(false);
    }
  });

  it('whatever it is, is answered and never thrown at', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (other) => {
        expect((await readFamilyBundle(other, hospital.courierKey.id)).ok).toBe(false);
      }),
    );
  });
});

describe('what of it joins the record', () => {
  it('all of it the first time, nothing the second', async () => {
    expect(counts(await judged(keita))).toEqual({ joins: 4, known: 0, refused: [] });
    expect(counts(await judged(keita, ofKati))).toEqual({ joins: 0, known: 4, refused: [] });
  });

  it('in whatever order its lines stand, and however much of it is here, the same entries are here afterwards', async () => {
    const lines = fc.shuffledSubarray(keita as string[], { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(lines, fc.subarray([...ofKati]), async (some, here) => {
        const { joins, known, refused } = await judged([...some, ...some.slice(0, 1)], here);
        expect(refused).toEqual([]);
        expect([...joins, ...known].map(entryToText).sort()).toEqual([...some].sort());
        const before = new Set(here.map(entryToText));
        expect(joins.some((entry) => before.has(entryToText(entry)))).toBe(false);
      }),
    );
  });

  it('not an entry in the place of another one, nor what follows it in that log', async () => {
    const other = written(fakeDevice('phone-kati', { author: 'somebody else' }), ['keita'], 3);
    const result = await judged(other.map(entryToText), ofKati.slice(0, 1));
    expect(result.refused).toEqual(['fork', 'brokenChain', 'brokenChain']);
    expect(result.joins).toEqual([]);
  });

  it('not an entry whose neighbours here say another hash', async () => {
    const [first, , third] = written(fakeDevice('phone-kati', { author: 'somebody else' }), ['keita'], 3);
    const [, second] = ofKati;
    const here = second === undefined ? [] : [second];
    expect(
      (
        await judged(
          [first, third].map((entry) => entryToText(entry as Entry)),
          here,
        )
      ).refused,
    ).toEqual(['brokenChain', 'brokenChain']);
  });

  it('not an entry that is said to be of this very phone and that it does not know', async () => {
    const result = await judged(keita, ofKati.slice(0, 2), 'phone-kati');
    expect(counts(result)).toEqual({ joins: 0, known: 1, refused: ['notOurs', 'notOurs', 'notOurs'] });
  });

  it('nothing of a family that it does not name, and nothing that is no entry', async () => {
    const stranger = entryToText(ofKati[1] as Entry);
    const spaced = JSON.stringify(JSON.parse(keita[0] ?? ''), null, 1).replaceAll('\n', '');
    const result = await judged([...keita, stranger, '{"id":1}', spaced]);
    expect(result.joins).toHaveLength(4);
    expect([...result.refused].sort()).toEqual(['notAnEntry', 'notAnEntry', 'otherFamily']);
  });

  it('is asked about by the numbers before, at and after each entry', async () => {
    const wanted = neighboursOf(await read(await sent(keita.slice(0, 2))));
    expect([...(wanted.get('phone-kati') ?? [])].sort()).toEqual([0, 1, 2, 3, 4]);
  });
});
