/**
 * Sends the recovery key of this phone to its server, encrypted to the server's key, so that a forgotten PIN does not
 * make the phone useless. If it fails, the next meeting tries again; an older server that does not know the request is
 * asked each time.
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

/** Returns whether the key was accepted now. */
export const handInRecoveryKey = async (
  { session, server }: Given,
  { courierKey }: Pick<Link, 'courierKey'>,
): Promise<boolean> => {
  const text = courierKey === null ? null : await keyToHandIn(session.sealed);
  if (courierKey === null || text === null) return false;
  // Loaded on demand: most phones need it once in their life.
  const { sealRecoveryKey } = await import('@denba/sync/recovery/sealed-recovery-key');
  const answer = await server.keepRecoveryKey(await sealRecoveryKey(courierKey, session.deviceId, text));
  if (answer.kind !== 'kept') return false;
  await keyWasHandedIn(session.sealed, text);
  return true;
};
