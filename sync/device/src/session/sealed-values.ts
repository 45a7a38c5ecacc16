/** Drafts, settings and recordings: values by name; both are encrypted. */
import type { JsonValue } from '@denba/records/canonical-json';
import type { SealedStore } from '../device.ts';
import type { OpenKeys } from '../keys/data-key.ts';
import { type Bytes, concat, textOf, utf8 } from '../sealing/bytes.ts';
import { put, remove, type Write } from '../store/store.ts';
import type { OpenStore } from './open-store.ts';
import { throwWriteError } from './throw-write-error.ts';

export type ValueKind = 'draft' | 'sealed' | 'media';

type Coding<Value> = {
  readonly toBytes: (value: Value) => Bytes | Promise<Bytes>;
  readonly fromBytes: (bytes: Bytes) => Value;
};

export const jsonCoding: Coding<JsonValue> = {
  toBytes: (value) => utf8(JSON.stringify(value)),
  fromBytes: (bytes) => JSON.parse(textOf(bytes)) as JsonValue,
};

/** The type of the recording, a line feed, then its bytes. */
export const blobCoding: Coding<Blob> = {
  toBytes: async (blob) => concat(utf8(`${blob.type}\n`), new Uint8Array(await blob.arrayBuffer())),
  fromBytes: (bytes) => {
    const end = bytes.indexOf(LINE_FEED);
    return new Blob([bytes.subarray(end + 1)], { type: textOf(bytes.subarray(0, end)) });
  },
};
const LINE_FEED = 10;

/** For a caller that writes the value in one transaction with something else. */
export const sealedValueWrite = async (keys: OpenKeys, kind: ValueKind, name: string, value: Bytes): Promise<Write> => {
  const key = await sealedKey(keys, kind, name);
  return put('values', key, await keys.sealer.seal(`values/${key}`, value));
};

/** The place of a value, `values/…`, as `StoreProblem` names it. */
export const sealedValuePlace = async (keys: OpenKeys, kind: ValueKind, name: string): Promise<string> =>
  `values/${await sealedKey(keys, kind, name)}`;

const sealedKey = async ({ names }: OpenKeys, kind: ValueKind, name: string): Promise<string> =>
  `${kind}/${await names.seal(kind, name)}`;

export const sealedValues = <Row, Value>(
  open: () => OpenStore<Row>,
  kind: ValueKind,
  { toBytes, fromBytes }: Coding<Value>,
): SealedStore<Value> => {
  const keyOf = (name: string): Promise<string> => sealedKey(open().keys, kind, name);
  const write = async (change: Write): Promise<void> => {
    // Durable, because what was typed into a form must survive a dead battery.
    throwWriteError(await open().surroundings.store.write([change], 'strict'));
  };
  return {
    get: async (name) => {
      const { surroundings, keys, contents } = open();
      const key = await keyOf(name);
      const [sealed] = await surroundings.store.get('values', [key]);
      if (sealed === undefined) return null;
      const place = `values/${key}`;
      const bytes = await keys.sealer.open(place, sealed);
      if (bytes !== null) return fromBytes(bytes);
      contents.problems.set(place, { kind: 'valueDamaged', place, entries: null, families: [] });
      return null;
    },
    put: async (name, value) => {
      const change = await sealedValueWrite(open().keys, kind, name, await toBytes(value));
      await write(change);
      open().contents.problems.delete(`${change.shelf}/${change.key}`);
    },
    remove: async (name) => {
      const key = await keyOf(name);
      await write(remove('values', key));
      open().contents.problems.delete(`values/${key}`);
    },
    keys: async () => {
      const { surroundings, keys } = open();
      const prefix = `${kind}/`;
      const stored = await surroundings.store.keys('values');
      const sealed = stored.filter((key): key is string => typeof key === 'string' && key.startsWith(prefix));
      const names = await Promise.all(sealed.map((key) => keys.names.open(kind, key.slice(prefix.length))));
      return names.filter((name) => name !== null).sort();
    },
  };
};
