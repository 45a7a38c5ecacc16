/**
 * Moves entries without internet: writes a file of this phone's unsent entries, and carries parcels of other phones to
 * the server. The cryptography is loaded when it is first needed.
 */

import { ownKeyId } from '@denba/device/centres/own-key';
import type { Carriage, Carried, Taken, TakeProblem } from '@denba/device/courier/carriage';
import type { CourierFile, CourierFileHow, CourierFileProblem } from '@denba/device/courier/write-courier-file';
import type { Progress, Session } from '@denba/device/device';
import type { Link } from '@denba/device/sync/link';
import type { Server } from '@denba/device/sync/server';
import type { CareRow } from '@denba/protocols/care/lists/care-row';
import { ok, type Result } from '@denba/quantities/result';
import { type ReadonlySignal, signal } from '@preact/signals';

export type Courier = {
  readonly carried: ReadonlySignal<readonly Carried[]>;
  /** Families that another centre sent to this phone and that are not opened yet. */
  readonly arrived: ReadonlySignal<readonly Carried[]>;
  /** Parcels handed to the server since the phone was unlocked: how many it received and how many it could not read. */
  readonly handedOver: ReadonlySignal<{ readonly received: number; readonly unreadable: number }>;
  /** Writes a courier file with all entries that the server has not acknowledged. */
  readonly write: (link: Link) => Promise<Result<CourierFile, CourierFileProblem>>;
  /** Like `write`, for a phone that was reported lost: as no file will follow, damaged entries are left out. */
  readonly writeLast: (link: Link, onProgress: Progress) => Promise<Result<CourierFile, CourierFileProblem>>;
  /** Takes in the text of a courier file. `arrived`: how many of its parcels are families for this phone. */
  readonly take: (text: string) => Promise<Result<Taken & { readonly arrived: number }, TakeProblem>>;
  /** The text of a carried parcel; `null` when it is no longer here. */
  readonly read: (id: string) => Promise<string | null>;
  readonly letGo: (id: string) => Promise<void>;
  /** All carried parcels together as the text of one courier file. */
  readonly passOn: () => Promise<string>;
  /** Updates `carried` and `arrived` from the store. */
  readonly look: () => Promise<void>;
  readonly meet: (server: Server) => Promise<void>;
};

export const openCourier = (session: Session<CareRow>, wallMs: () => number): Courier => {
  const carried = signal<readonly Carried[]>([]);
  const arrived = signal<readonly Carried[]>([]);
  const handedOver = signal({ received: 0, unreadable: 0 });
  let opened: Promise<Carriage> | null = null;
  const carriage = (): Promise<Carriage> => {
    opened ??= import('@denba/device/courier/carriage').then(({ openCarriage }) =>
      openCarriage(session.sealed, session.deviceId),
    );
    return opened;
  };
  const look = async (): Promise<void> => {
    const [own, all] = [await ownKeyId(session.sealed), await (await carriage()).list()];
    const isForUs = ({ kind, to }: Carried): boolean => kind === 'family' && own !== null && to === own;
    carried.value = all.filter((one) => !isForUs(one));
    arrived.value = all.filter(isForUs);
  };
  const written = async (link: Link, how: CourierFileHow): Promise<Result<CourierFile, CourierFileProblem>> => {
    const { writeCourierFile } = await import('@denba/device/courier/write-courier-file');
    const file = await writeCourierFile({ session, wallMs }, link, how);
    if (file.ok) await session.audit.add('courier-written', { entries: file.value.entries });
    return file;
  };
  return {
    carried,
    arrived,
    handedOver,
    write: (link) => written(link, {}),
    writeLast: (link, onProgress) => written(link, { aroundDamage: true, onProgress }),
    take: async (text) => {
      const taken = await (await carriage()).take(text, wallMs());
      if (taken.ok && taken.value.taken > 0) await session.audit.add('courier-taken', { parcels: taken.value.taken });
      await look();
      if (!taken.ok) return taken;
      const own = await ownKeyId(session.sealed);
      return ok({ ...taken.value, arrived: taken.value.familiesTo.filter((to) => to === own).length });
    },
    read: async (id) => (await carriage()).read(id),
    letGo: async (id) => {
      await (await carriage()).letGo(id);
      await session.audit.add('courier-let-go');
      await look();
    },
    passOn: async () => {
      const from = await carriage();
      await look();
      const texts = await Promise.all(carried.value.map(({ id }) => from.read(id)));
      await session.audit.add('courier-passed-on', { parcels: texts.length });
      return texts.filter((text) => text !== null).join('');
    },
    look,
    meet: async (server) => {
      await look();
      if (carried.value.length === 0) return;
      const { handOver } = await import('@denba/device/courier/hand-over');
      const { received, unreadable } = await handOver(await carriage(), server, wallMs);
      const before = handedOver.value;
      handedOver.value = { received: before.received + received, unreadable: before.unreadable + unreadable };
      if (received > 0) await session.audit.add('courier-handed-over', { parcels: received });
      await look();
    },
  };
};
