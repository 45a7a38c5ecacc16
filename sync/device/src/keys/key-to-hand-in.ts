/**
 * The recovery key of this phone until its server has it: sealed under the data key, which opens no more than whoever reads
 * it could open already. Removed once the server keeps it.
 */
import type { JsonValue } from '@denba/records/canonical-json';
import type { SealedStore } from '../device.ts';
import { utf8 } from '../sealing/bytes.ts';
import { sealedValueWrite } from '../session/sealed-values.ts';
import type { Write } from '../store/store.ts';
import type { OpenKeys } from './data-key.ts';

const NAME = 'recovery-key-to-hand-in';

/** To be written together with the lock that the key opens: neither is there without the other. */
export const putKeyToHandIn = (keys: OpenKeys, text: string): Promise<Write> =>
  sealedValueWrite(keys, 'sealed', NAME, utf8(JSON.stringify(text)));

/** `null`: the server has it, or this phone was set up before phones kept it. */
export const keyToHandIn = async (sealed: SealedStore<JsonValue>): Promise<string | null> => {
  const kept = await sealed.get(NAME);
  return typeof kept === 'string' ? kept : null;
};

/** `text`: the one that was handed in; one that was made meanwhile stays. */
export const keyWasHandedIn = async (sealed: SealedStore<JsonValue>, text: string): Promise<void> => {
  if ((await keyToHandIn(sealed)) === text) await sealed.remove(NAME);
};
