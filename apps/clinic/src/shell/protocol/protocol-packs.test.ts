import { absentShelf, packShelf } from '@denba/device/packs/pack-shelf';
import { memoryStore } from '@denba/device/store/memory-store';
import { protocolVersion } from '@denba/protocols/compile/protocol-version';
import { canonicalJson, type JsonValue } from '@denba/records/canonical-json';
import { packIdOf } from '@denba/sync/packs/pack';
import { describe, expect, it } from 'vitest';
import { mami } from '../../../test/running-mami.ts';
import { runProtocol } from './protocol.ts';
import { openPacks } from './protocol-packs.ts';

const builtIn = runProtocol({ ...mami, pack: 'b'.repeat(64) });

/** Stores a protocol from an earlier version of the app, as it would be on the disk. */
const kept = async (protocol: object) => {
  const shelf = packShelf(memoryStore());
  const content = canonicalJson(protocol as JsonValue);
  const id = await packIdOf(content);
  await shelf.keep({ id, content });
  await shelf.choose({ chosen: id, trouble: null });
  return { id, packs: openPacks(shelf, builtIn) };
};

describe('the protocol that runs', () => {
  it('is the one of the app while the server has named none', async () => {
    const packs = openPacks(packShelf(memoryStore()), builtIn);
    expect(await packs.chosen()).toBe(builtIn);
    expect(packs.news.value).toEqual({ chosen: null, trouble: null });
  });

  it('is the one that was chosen, and knows its name', async () => {
    const { id, packs } = await kept({ ...mami, version: '7.0.0' });
    const { content } = await packs.chosen();
    expect(protocolVersion(content)).toBe(`mami@7.0.0#${id.slice(0, 12)}`);
    expect(await packs.named(protocolVersion(content))).toBe(await packs.chosen());
  });

  it('is the one of the app, and says why, when a newer app cannot run the chosen one any more', async () => {
    const { id, packs } = await kept({ ...mami, format: 1 });
    expect(await packs.chosen()).toBe(builtIn);
    expect(packs.news.value).toEqual({ chosen: id, trouble: { kind: 'cannotRun', pack: id } });
  });

  it('is the one of the app on a phone that gives no room at all, which says so', async () => {
    const packs = openPacks(absentShelf, builtIn);
    expect(await packs.chosen()).toBe(builtIn);
    expect(packs.news.value.trouble?.kind).toBe('storage');
    await packs.keepBuiltIn();
    await packs.meet({ pack: async () => ({ kind: 'offline' }) }, 'a'.repeat(64), null);
    expect(packs.news.value).toEqual({ chosen: null, trouble: { kind: 'notArrived', pack: 'a'.repeat(64) } });
    expect(await packs.named('mami@0.1.0#aaaaaaaaaaaa')).toBeNull();
  });
});
