/**
 * A ministry changes a cut-off, and phones receive it from the real server on a real PostgreSQL: which protocol a phone
 * applies before and after it is opened again, there and elsewhere, and what old visits continue to show.
 */
import { type PackShelf, packShelf } from '@denba/device/packs/pack-shelf';
import { memoryStore } from '@denba/device/store/memory-store';
import { httpServer } from '@denba/device/sync/http-server';
import type { Server } from '@denba/device/sync/server';
import { readFindings, storedFindings } from '@denba/protocols/care/findings/stored-findings';
import { visitFindings } from '@denba/protocols/care/findings/visit-findings';
import type { CompiledProtocol } from '@denba/protocols/compile/compiled-protocol';
import { protocolVersion } from '@denba/protocols/compile/protocol-version';
import { readProtocol } from '@denba/protocols/read/read-protocol';
import { givenInputs } from '@denba/protocols/vignettes/given-inputs';
import { packText } from '@denba/sync/packs/pack';
import { makePackKey, type PackKey, signPack } from '@denba/sync/packs/pack-key';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { protocolFiles } from '../../../clinic/build/protocol-plugin.ts';
import { type RunningProtocol, runProtocol } from '../../../clinic/src/shell/protocol/protocol.ts';
import { openPacks, type ProtocolPacks } from '../../../clinic/src/shell/protocol/protocol-packs.ts';
import { bringPack } from '../../src/packs/bring-pack.ts';
import { givePack } from '../../src/packs/give-pack.ts';
import { keepShippedPack } from '../../src/packs/keep-pack.ts';
import { readViewer, type Viewer } from '../../src/people/viewer.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import { ministryProtocol, packOfProtocol, shippedProtocol } from '../test-packs.ts';
import { pageVisitors } from '../test-pages.ts';
import { aCountry, aMorning, aPerson, managedApp } from '../test-people.ts';
import { type Fault, fetchOf } from './fetch-of.ts';

let database: TestDatabase;
let server: FastifyInstance;
let ministry: Viewer;
let builtIn: RunningProtocol;
let fault: Fault = 'none';
const clock = aMorning();
const site = () => ({ db: database.db, now: () => clock.now });

beforeAll(async () => {
  database = await testDatabase();
  await aCountry(database);
  const shippedPack = await keepShippedPack(database.db, shippedProtocol(), clock.now);
  server = managedApp(database, clock, { shippedPack });
  builtIn = runProtocol({ ...shippedProtocol(), pack: shippedPack });
  ministry = (await readViewer(database.db, (await aPerson(database, ['national', 'ml'])).id)) as Viewer;
});
afterAll(async () => {
  await server.close();
  await database.end();
});

type Phone = {
  readonly shelf: PackShelf;
  readonly wire: Server;
  /** The protocol that the phone applies until it is opened again. */
  readonly running: RunningProtocol;
  readonly packs: ProtocolPacks;
  readonly key: PackKey;
};

/** Starts the app, for the first time or again, with what the phone stores, and unlocks it. */
const opened = async (phone: Pick<Phone, 'shelf' | 'wire' | 'key'>, app = builtIn): Promise<Phone> => {
  const packs = openPacks(phone.shelf, app);
  return { ...phone, packs, running: await packs.chosen() };
};

const aPhone = async (place: string, store = memoryStore()): Promise<Phone> => {
  const phone = await pageVisitors(server, database, clock).aPhone(place);
  const wire = httpServer(
    fetchOf(server, () => fault),
    'http://server/',
    phone.token(),
  );
  const around = await wire.around();
  if ('kind' in around || around.packKey === null) throw new Error('not joined');
  return opened({ shelf: packShelf(store), wire, key: around.packKey });
};

const meets = async (phone: Phone, wire: Pick<Server, 'pack'> = phone.wire): Promise<void> => {
  const around = await phone.wire.around();
  if ('kind' in around || around.pack === null) throw new Error('not met');
  await phone.packs.meet(wire, around.pack, phone.key);
};

const bringAndGive = async (protocol: CompiledProtocol, place: string): Promise<string> => {
  const { id } = await bringPack(site(), ministry, packText(await packOfProtocol(protocol)));
  await givePack(site(), ministry, place, id);
  return id;
};

const { source } = readProtocol(protocolFiles());
/** Assesses a boy of ten weeks with a WAZ of −2.26, between the two cut-offs, by the running protocol. */
const assess = ({ assessor, content }: RunningProtocol) => {
  const boy = { base: 'well_boy_10_weeks', given: { weight_g: 4400, length_cm: 54 } };
  const made = givenInputs(boy, source.bases);
  if (made.kind !== 'given') throw new Error(`vignettes/bases.yaml has no base ${boy.base}`);
  return visitFindings(assessor.assess(made.given), 'fr', content);
};

const lowWeight = (running: RunningProtocol): boolean => {
  const { pairClass, reasons } = assess(running);
  const said = reasons.some(({ row }) => row === 'MAMI.DT.07.02');
  expect(pairClass).toBe(said ? 'moderate' : 'low');
  return said;
};

describe('a ministry that takes another cut-off of weight for age, and gives it to one district', () => {
  it('changes what a phone there concludes from its next opening on, and nothing elsewhere', async () => {
    let [there, elsewhere] = [await aPhone('sanankoroba'), await aPhone('bla')];
    expect([lowWeight(there.running), lowWeight(elsewhere.running)]).toEqual([true, true]);
    const before = assess(there.running);
    const version = protocolVersion(there.running.content);
    const stored = storedFindings(before);

    const adapted = await bringAndGive(ministryProtocol(-2.5), 'kati');
    for (const phone of [there, elsewhere]) await meets(phone);
    // Never during a session: the open app goes on with its protocol.
    expect(lowWeight(there.running)).toBe(true);
    expect(there.packs.news.value).toEqual({ chosen: adapted, trouble: null });
    [there, elsewhere] = [await opened(there), await opened(elsewhere)];
    expect([lowWeight(there.running), lowWeight(elsewhere.running)]).toEqual([false, true]);
    expect(protocolVersion(there.running.content)).toBe(
      `mami@${builtIn.content.version}+ministry#${adapted.slice(0, 12)}`,
    );

    // The earlier visit shows the same as before, in the words of its own protocol.
    const old = await there.packs.named(version);
    if (old === null) throw new Error('the protocol of before is gone');
    expect(readFindings(stored, old.content)).toEqual(readFindings(storedFindings(before), builtIn.content));
  });

  it('keeps the protocol of an app that was replaced, for the visits that were concluded with it', async () => {
    const phone = await aPhone('kalaban');
    const version = protocolVersion(builtIn.content);
    await phone.packs.keepBuiltIn();
    const next = ministryProtocol(-2.8, 'next');
    const updated = await opened(phone, runProtocol({ ...next, pack: (await packOfProtocol(next)).id }));
    const old = await updated.packs.named(version);
    expect(old?.content).toEqual(builtIn.content);
    expect(await updated.packs.named('mami@0.0.1#000000000000')).toBeNull();
    expect(await updated.packs.named('mami@0.0.1')).toBeNull();
  });

  it.each<Fault>(['cutAnswer', 'noNetwork', 'lostAnswer'])(
    'is told when it does not arrive (%s), and arrives at the next meeting',
    async (broken) => {
      const cutOff = { cutAnswer: -2.55, noNetwork: -2.6, lostAnswer: -2.65, none: 0 }[broken];
      const id = await bringAndGive(ministryProtocol(cutOff, `late-${broken.toLowerCase()}`), 'bla');
      const phone = await aPhone('bla');
      const failing = {
        pack: async (name: string) => {
          fault = broken;
          return phone.wire.pack(name).finally(() => {
            fault = 'none';
          });
        },
      };
      await meets(phone, failing);
      expect(phone.packs.news.value.chosen).toBeNull();
      expect(['damaged', 'notArrived']).toContain(phone.packs.news.value.trouble?.kind);
      expect(lowWeight((await opened(phone)).running)).toBe(true);
      await meets(phone);
      expect(phone.packs.news.value).toEqual({ chosen: id, trouble: null });
      expect(lowWeight((await opened(phone)).running)).toBe(false);
      await givePack(site(), ministry, 'bla', null);
    },
  );

  it('is not spoken for by anybody else: another key, another content, a name that nobody knows', async () => {
    const id = await bringAndGive(ministryProtocol(-2.7, 'spoken'), 'bla');
    const phone = await aPhone('bla');
    const foreign = await signPack(await packOfProtocol(ministryProtocol(-2.7, 'spoken')), await makePackKey());
    const told = async (answer: Awaited<ReturnType<Server['pack']>>) => {
      await meets(phone, { pack: async () => answer });
      expect(lowWeight((await opened(phone)).running)).toBe(true);
      return phone.packs.news.value.trouble;
    };
    expect(await told({ kind: 'pack', text: packText(foreign) })).toEqual({ kind: 'otherKey', pack: id });
    const real = await phone.wire.pack(id);
    if (real.kind !== 'pack') throw new Error(real.kind);
    const tampered = { kind: 'pack', text: real.text.replace('-2.7', '-9.9') } as const;
    expect(await told(tampered)).toEqual({ kind: 'damaged', pack: id });
    await phone.packs.meet(phone.wire, 'f'.repeat(64), phone.key);
    expect(phone.packs.news.value.trouble).toEqual({ kind: 'unknown', pack: 'f'.repeat(64) });
    await givePack(site(), ministry, 'bla', null);
  });

  it('does not stop a phone whose pack was damaged on the disk: the one of the app runs, and it is fetched again', async () => {
    const id = await bringAndGive(ministryProtocol(-2.75, 'disk'), 'bla');
    const store = memoryStore();
    const phone = await aPhone('bla', store);
    await meets(phone);
    expect(lowWeight((await opened(phone)).running)).toBe(false);
    await store.write([{ kind: 'put', shelf: 'clear', key: `pack/${id}`, value: new Uint8Array(9) }], 'strict');
    const after = await opened(phone);
    expect(lowWeight(after.running)).toBe(true);
    expect(after.packs.news.value).toEqual({ chosen: id, trouble: { kind: 'damaged', pack: id } });
    await meets(after);
    expect(lowWeight((await opened(after)).running)).toBe(false);
    await givePack(site(), ministry, 'bla', null);
  });
});
