/** Two centres without a server give each other a family, directly or by a courier who cannot read it. */
import { toBase64Url } from '@denba/sync/base64-url';
import { parcelText, readParcels } from '@denba/sync/courier/parcel';
import { writePhoneCode } from '@denba/sync/courier/phone-code';
import { openParcel, sealParcel } from '@denba/sync/courier/seal-parcel';
import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { type CentrePhone, centrePhone, codeShownBy, newFamily, TODAY } from '../../test/centre-phone.ts';
import { family, merging, weighing } from '../../test/family-rows.ts';
import { fillingStore } from '../../test/faulty-store.ts';
import { memoryStore } from '../store/memory-store.ts';
import { ownCode } from './own-code.ts';
import { ownKeyId } from './own-key.ts';
import { receivedFrom, receiveFamily } from './receive-family.ts';
import { writeFamilyParcel } from './write-family-parcel.ts';

let kati: CentrePhone;
let hospital: CentrePhone;

beforeEach(async () => {
  [kati, hospital] = [await centrePhone('CSCom de Kati'), await centrePhone('Hôpital')];
  await newFamily(kati, 'keita');
});

const same = async (name: string, ...phones: readonly CentrePhone[]): Promise<void> => {
  const [first, ...others] = await Promise.all(phones.map((phone) => phone.tells(name)));
  for (const other of others) expect(other).toEqual(first);
};

describe('a family that one centre gives to another', () => {
  it('is the same on both, letter by letter, with its authors and places; again is nothing', async () => {
    const file = await kati.send('keita', await codeShownBy(hospital));
    expect(await hospital.receive(file)).toBe(2);
    await same('keita', kati, hospital);
    expect(await hospital.receive(file)).toBe(0);
    expect(hospital.session.log.head().seq).toBe(0);
    const [first] = await hospital.session.entriesOf(family('keita'));
    expect(first).toMatchObject({ device: kati.session.deviceId, facility: 'place-CSCom-de-Kati' });
  });

  it('comes back with what was written there, and says on each phone what came from the other', async () => {
    await hospital.receive(await kati.send('keita', await codeShownBy(hospital)));
    await hospital.write(weighing('keita', 3_400));
    await kati.write(weighing('keita', 3_300));
    expect(await kati.receive(await hospital.send('keita', await codeShownBy(kati)))).toBe(1);
    expect(await hospital.receive(await kati.send('keita', await codeShownBy(hospital)))).toBe(1);
    await same('keita', kati, hospital);
    for (const [phone, other] of [
      [kati, hospital],
      [hospital, kati],
    ] as const) {
      for (const entry of await phone.session.entriesOf(family('keita'))) {
        const from = entry.device === phone.session.deviceId ? null : { centre: other.own.code.centre.name, on: TODAY };
        expect(await receivedFrom(phone.session.sealed, entry)).toEqual(from);
      }
    }
  });

  it('does not take others of the same centre along', async () => {
    await newFamily(kati, 'diallo');
    await hospital.receive(await kati.send('keita', await codeShownBy(hospital)));
    expect([...hospital.session.rows().keys()]).toEqual(['keita']);
  });

  it('goes with the families that it was merged with', async () => {
    await newFamily(kati, 'keita-again');
    await kati.write(merging('keita', 'keita-again'));
    expect(await hospital.receive(await kati.send('keita-again', await codeShownBy(hospital)))).toBe(5);
    await same('keita', kati, hospital);
  });

  it('names the phones that were never met: entries of a third one come on the word of the sender', async () => {
    const third = await centrePhone('CSRéf');
    await hospital.receive(await kati.send('keita', await codeShownBy(hospital)));
    await hospital.write(weighing('keita', 3_100));
    const file = await hospital.send('keita', await codeShownBy(third));
    expect(await third.open(file)).toMatchObject({ ok: true, value: { neverMet: 1, refused: [] } });
    await third.receive(file);
    expect(await third.open(file)).toMatchObject({ ok: true, value: { neverMet: 0, joins: [] } });
    await same('keita', hospital, third);
  });
});

describe('a phone that carries a family for two others', () => {
  it('cannot open it, sends it to no server, and hands it on unchanged', async () => {
    const [one, two] = [await centrePhone('Dépôt'), await centrePhone('Pirogue')];
    const file = await kati.send('keita', await codeShownBy(hospital));
    for (const secret of ['keita', 'Awa', 'Kati', 'register']) expect(file).not.toContain(secret);
    const taken = await one.carriage.take(file, 0);
    expect(taken).toMatchObject({ ok: true, value: { taken: 1, familiesTo: [hospital.own.code.courierKey.id] } });
    const [carried] = await one.carriage.list();
    const passed = (await one.carriage.read(carried?.id ?? '')) ?? '';
    expect(await one.open(passed)).toEqual({ ok: false, error: { kind: 'notOpened' } });
    await two.carriage.take(passed, 0);
    const [again] = await two.carriage.list();
    const arrived = (await two.carriage.read(again?.id ?? '')) ?? '';
    expect(arrived).toBe(file);
    expect(await hospital.receive(arrived)).toBe(2);
    await same('keita', kati, hospital);
    expect(one.session.rows().size + two.session.rows().size).toBe(0);
  });
});

describe('what somebody did to a file on the way', () => {
  it('cut or changed anywhere: nothing is taken', async () => {
    const file = await kati.send('keita', await codeShownBy(hospital));
    await fc.assert(
      fc.asyncProperty(fc.nat(file.length - 2), fc.constantFrom('', 'A', 'z', '7'), async (at, letter) => {
        fc.pre(file[at] !== letter && file[at] !== '\n');
        const changed = letter === '' ? file.slice(0, at) : file.slice(0, at) + letter + file.slice(at + 1);
        expect((await hospital.open(changed)).ok).toBe(false);
      }),
      { numRuns: 60 },
    );
    expect(hospital.session.rows().size).toBe(0);
  });

  it('made by somebody who only has the code of the hospital: without a sender who signs, it is nothing', async () => {
    const forged = await sealParcel(hospital.own.code.courierKey, {
      ...{ kind: 'family' as const, from: kati.own.code.device, first: 1, last: 1 },
      bundle: '{"denba":"family","wire":5}\n',
    });
    expect(await hospital.open(parcelText(forged))).toEqual({ ok: false, error: { kind: 'notAFamily' } });
  });
});

describe('a phone whose disk is full', () => {
  it('takes nothing of a family, says so, and takes all of it once there is room', async () => {
    let full = false;
    const phone = await centrePhone(
      'Hôpital plein',
      fillingStore(memoryStore(), () => full),
    );
    const file = await kati.send('keita', await codeShownBy(phone));
    const arrived = await phone.open(file);
    if (!arrived.ok) throw new Error(arrived.error.kind);
    full = true;
    const refused = await receiveFamily(phone.session, arrived.value, TODAY);
    expect(refused).toEqual({ ok: false, error: { kind: 'full' } });
    expect(phone.session.rows().size).toBe(0);
    full = false;
    expect(await phone.receive(file)).toBe(2);
    await same('keita', kati, phone);
  });
});

describe('who pretends to be another', () => {
  it('under the name of the very phone that reads, or behind the name of a third, is not believed', async () => {
    const entries = await kati.session.entriesOf(family('keita'));
    const send = async (as: string, over: { readonly from?: string } = {}): Promise<string> => {
      const code = { ...kati.own.code, device: as };
      const own = { ...kati.own, code, text: await writePhoneCode(code, kati.own.sign) };
      const wallMs = (): number => 0;
      const written = await writeFamilyParcel({ entries, to: hospital.own.code, own, wallMs });
      if (!written.ok) throw new Error(written.error.kind);
      const read = readParcels(written.value.text);
      const parcel = read.ok ? read.value[0] : undefined;
      if (parcel === undefined || over.from === undefined) return written.value.text;
      const opened = await openParcel(parcel, hospital.own.privateKey);
      const contents = { kind: 'family' as const, from: over.from, first: 1, last: 1 };
      const bundle = opened.ok ? opened.value : '';
      return parcelText(await sealParcel(hospital.own.code.courierKey, { ...contents, bundle }));
    };
    const refused = { ok: false, error: { kind: 'notSigned' } };
    expect(await hospital.open(await send(hospital.session.deviceId))).toEqual(refused);
    expect(await hospital.open(await send(kati.session.deviceId, { from: 'somebody-else' }))).toEqual(refused);
    expect((await hospital.open(await send(kati.session.deviceId))).ok).toBe(true);
  });
});

describe('the code of a phone', () => {
  it('stays the same, is made when it is first needed, and its private half is what opens', async () => {
    const phone = await centrePhone('Kayes');
    expect(await ownKeyId(phone.session.sealed)).toBe(phone.own.code.courierKey.id);
    const again = await ownCode(phone.session, phone.own.code.centre);
    expect(again.code).toEqual(phone.own.code);
    expect(toBase64Url(again.privateKey)).toBe(toBase64Url(phone.own.privateKey));
  });
});

const act = fc.record({
  who: fc.nat(1),
  what: fc.constantFrom('write', 'write', 'send', 'send', 'arrive', 'arrive', 'arriveCut', 'strays'),
  at: fc.nat(1_000),
});

it('whatever is written, sent, lost, repeated, cut and led astray, two more files make both the same', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 20 }), async (acts) => {
      const phones = [await centrePhone('A'), await centrePhone('B')] as const;
      const stranger = await centrePhone('C');
      const [a, b] = phones;
      await newFamily(a, 'keita');
      await b.receive(await a.send('keita', await codeShownBy(b)));
      const underWay: { readonly to: CentrePhone; readonly file: string }[] = [];
      for (const { who, what, at } of acts) {
        const phone = phones[who] ?? a;
        const other = phone === a ? b : a;
        const letter = underWay[at % Math.max(1, underWay.length)];
        if (what === 'write') await phone.write(weighing('keita', 2_500 + at));
        else if (what === 'send')
          underWay.push({ to: other, file: await phone.send('keita', await codeShownBy(other)) });
        else if (letter === undefined) continue;
        else if (what === 'arrive') await letter.to.receive(letter.file);
        else if (what === 'arriveCut') expect((await letter.to.open(letter.file.slice(0, -2 - at))).ok).toBe(false);
        else expect(await stranger.open(letter.file)).toEqual({ ok: false, error: { kind: 'notOpened' } });
      }
      await b.receive(await a.send('keita', await codeShownBy(b)));
      await a.receive(await b.send('keita', await codeShownBy(a)));
      await same('keita', a, b);
      expect(stranger.session.rows().size).toBe(0);
      for (const { session } of phones) {
        const own = (await session.log.read(0, 1_000)).length;
        expect(own).toBe(session.log.head().seq);
      }
    }),
    { numRuns: 25 },
  );
}, 120_000);
