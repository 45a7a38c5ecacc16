/** A phone sends its recovery key. It is stored encrypted, as received, and not decrypted here. */
import { sealedRecoveryKey } from '@denba/sync/recovery/sealed-recovery-key';
import { WIRE } from '@denba/sync/wire';
import { addAudit } from '@denba/sync-server/audit';
import type { FastifyInstance } from 'fastify';
import { privateCourierKey } from '../courier/courier-keys.ts';
import { knownDevice } from '../devices/known-device.ts';
import { bodyOf } from '../http/body-of.ts';
import { Refusal } from '../http/refusal.ts';
import type { Site } from '../site.ts';

const MOST_BYTES = 4 * 1024;

export const recoveryKeyRoutes = (server: FastifyInstance, { db, now }: Site): void => {
  server.put('/api/sync/recovery-key', { bodyLimit: MOST_BYTES }, async (request) => {
    const device = await knownDevice(db, request.headers.authorization);
    const { to, enc, sealed } = bodyOf(sealedRecoveryKey, request.body);
    if ((await privateCourierKey(db, to)) === null) throw notOurs();
    const kept = { courier_key_id: to, enc, sealed, received_at: now() };
    await db.transaction().execute(async (tx) => {
      await tx
        .insertInto('recovery_key')
        .values({ device_id: device.id, ...kept })
        .onConflict((conflict) => conflict.column('device_id').doUpdateSet(kept))
        .execute();
      const event = { actor: `device:${device.id}`, act: 'recovery-key-received', family: null, detail: {} };
      await addAudit(tx, device.place, now(), [event]);
    });
    return { wire: WIRE, kept: true };
  });
};

const notOurs = (): Refusal =>
  new Refusal(409, 'sealed-to-another-server', {
    fr: 'Cette clé a été fermée pour un autre serveur. Elle sera envoyée à nouveau.',
    en: 'This key was sealed to another server. It will be sent again.',
  });
