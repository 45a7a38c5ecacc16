/**
 * Hands the recovery key of this phone in to its server, sealed to the server's key, so that a forgotten PIN is no lost
 * phone. Whatever breaks it off, the next meeting tries again; an older server does not know it, and is asked each time.
 */
import type { JsonValue } from '@denba/records/canonical-json';
import type { SealedStore } from '../device.ts';
import { keyToHandIn, keyWasHandedIn } from '../keys/key-to-hand-in.ts';
import type { Link } from './link.ts';
import type { Server } from './server.ts';

type Given = {
  readonly session: { readonly deviceId: string; readonly sealed: SealedStore<JsonValue> };
  readonly server: Pick<Server, 'keepRecoveryKey'>;
};

/** Gives whether it was handed in now. */
export const handInRecoveryKey = async (
  { session, server }: Given,
  { courierKey }: Pick<Link, 'courierKey'>,
): Promise<boolean> => {
  const text = courierKey === null ? null : await keyToHandIn(session.sealed);
  if (courierKey === null || text === null) return false;
  // Fetched when it is needed: once in the life of most phones.
  const { sealRecoveryKey } = await import('@denba/sync/recovery/sealed-recovery-key');
  const answer = await server.keepRecoveryKey(await sealRecoveryKey(courierKey, session.deviceId, text));
  if (answer.kind !== 'kept') return false;
  await keyWasHandedIn(session.sealed, text);
  return true;
};
