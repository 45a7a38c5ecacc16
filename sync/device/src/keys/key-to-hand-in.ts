/**
 * The recovery key of this phone, stored until its server has it. It is encrypted under the data key, so whoever can
 * read it could open everything already. Removed once the server has stored it.
 */
import type { JsonValue } from '@denba/records/canonical-json';
import type { SealedStore } from '../device.ts';
import { utf8 } from '../sealing/bytes.ts';
import { sealedValueWrite } from '../session/sealed-values.ts';
import type { Write } from '../store/store.ts';
import type { OpenKeys } from './data-key.ts';

const NAME = 'recovery-key-to-hand-in';

/** Must be written in one transaction with the lock that the key opens, so that neither exists without the other. */
export const putKeyToHandIn = (keys: OpenKeys, text: string): Promise<Write> =>
  sealedValueWrite(keys, 'sealed', NAME, utf8(JSON.stringify(text)));

/** `null`: the server has the key, or this phone was set up by a version that did not store it. */
export const keyToHandIn = async (sealed: SealedStore<JsonValue>): Promise<string | null> => {
  const kept = await sealed.get(NAME);
  return typeof kept === 'string' ? kept : null;
};

/** `text`: the key that was sent. A newer key made in the meantime stays stored. */
export const keyWasHandedIn = async (sealed: SealedStore<JsonValue>, text: string): Promise<void> => {
  if ((await keyToHandIn(sealed)) === text) await sealed.remove(NAME);
};
