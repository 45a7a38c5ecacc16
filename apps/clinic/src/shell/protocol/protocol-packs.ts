/**
 * The protocols of this phone: the built-in one of the app, those that the server gave, and which of them runs.
 *
 * A protocol that arrives does not replace the running one: it is used from the next unlock on. One that can no longer
 * be read is replaced by the built-in one, which is always there.
 */
import type { PackChoice, PackShelf } from '@denba/device/packs/pack-shelf';
import type { PackTrouble } from '@denba/device/packs/pack-trouble';
import { receivePack } from '@denba/device/packs/receive-pack';
import type { Server } from '@denba/device/sync/server';
import { knownProtocol, runnableProtocol } from '@denba/protocols/assess/runnable-protocol';
import { packInVersion } from '@denba/protocols/compile/protocol-version';
import { canonicalJson, type JsonValue } from '@denba/records/canonical-json';
import type { PackKey } from '@denba/sync/packs/pack-key';
import { type ReadonlySignal, signal } from '@preact/signals';
import { type RunningProtocol, runProtocol } from './protocol.ts';

export type ProtocolPacks = {
  /** The protocol to run from this unlock on. */
  readonly chosen: () => Promise<RunningProtocol>;
  /** The protocol that an entry or a draft names; `null` when its pack is not on this phone. */
  readonly named: (protocolVersion: string) => Promise<RunningProtocol | null>;
  /** The last choice of the server, and why its pack could not be used, if so. */
  readonly news: ReadonlySignal<PackChoice>;
  /** Fetches the pack that the server names for this centre. `key`: the key for packs known since joining. */
  readonly meet: (server: Pick<Server, 'pack'>, pack: string, key: PackKey | null) => Promise<void>;
  /** Stores the built-in protocol, so that entries of today can be shown with it after the app brings another one. */
  readonly keepBuiltIn: () => Promise<void>;
};

/** Each running protocol takes some megabytes of memory. */
const MOST_RUNNING = 3;

/** `rested` resolves when the phone is idle: trying out a protocol takes a cheap phone some seconds. */
export const openPacks = (
  shelf: PackShelf,
  builtIn: RunningProtocol,
  rested: () => Promise<void> = async () => {},
): ProtocolPacks => {
  const news = signal<PackChoice>({ chosen: null, trouble: null });
  const running = new Map<string, RunningProtocol>();

  const readPack = async (id: string): Promise<RunningProtocol | PackTrouble['kind']> => {
    if (id === builtIn.content.pack) return builtIn;
    const known = running.get(id);
    if (known !== undefined) return known;
    const text = await shelf.content(id);
    if (text === null) return 'damaged';
    const read = knownProtocol(JSON.parse(text));
    if (!read.ok) return 'cannotRun';
    const made = runProtocol({ ...read.value, pack: id }, builtIn.indicators);
    running.set(id, made);
    for (const old of [...running.keys()].slice(0, -MOST_RUNNING)) running.delete(old);
    return made;
  };

  const tell = async (change: Partial<PackChoice>): Promise<void> => {
    news.value = { ...news.value, ...change };
    // On a full disk this is lost when the app is closed, and found out again later.
    await shelf.choose(news.value);
  };

  return {
    news,
    chosen: async () => {
      news.value = await shelf.choice();
      const { chosen } = news.value;
      if (chosen === null) return builtIn;
      const found = await readPack(chosen);
      if (typeof found !== 'string') return found;
      await tell({ trouble: { kind: found, pack: chosen } });
      return builtIn;
    },
    named: async (protocolVersion) => {
      const beginning = packInVersion(protocolVersion);
      if (beginning === null) return null;
      if (builtIn.content.pack?.startsWith(beginning)) return builtIn;
      const id = (await shelf.ids()).find((one) => one.startsWith(beginning));
      const found = id === undefined ? 'unknown' : await readPack(id);
      return typeof found === 'string' ? null : found;
    },
    meet: async (server, pack, key) => {
      const canRun = async (content: unknown): Promise<boolean> => {
        await rested();
        const run = runnableProtocol(content);
        return run.ok && run.value.id === builtIn.content.id;
      };
      const receiver = { shelf, builtIn: builtIn.content.pack ?? '', canRun };
      const trouble = await receivePack(receiver, server, pack, key);
      news.value = { chosen: (await shelf.choice()).chosen, trouble };
    },
    keepBuiltIn: async () => {
      const { pack: id, ...content } = builtIn.content;
      if (id === undefined || (await shelf.ids()).includes(id)) return;
      // A failure is ignored: the shell reports a full phone, and the next unlock tries again.
      await shelf.keep({ id, content: canonicalJson(content as unknown as JsonValue) });
    },
  };
};
