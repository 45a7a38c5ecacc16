/** At a meeting with the server: what this phone carries is handed over, one parcel after the other. */
import type { Server, Trouble } from '../sync/server.ts';
import type { Carriage } from './carriage.ts';

export type HandedOver = {
  /** Parcels that the server keeps now. */
  readonly received: number;
  /** Parcels that are of no use to anybody: changed on the way, or not signed. They are not carried on. */
  readonly unreadable: number;
  /** `null`: every parcel was tried. */
  readonly trouble: Trouble | null;
};

/** What was refused may be taken later (its phone joins, the part before it arrives by another hand): not at every meeting. */
const AGAIN_MS = 3_600_000;

export const handOver = async (carriage: Carriage, server: Server, wallMs: () => number): Promise<HandedOver> => {
  let [received, unreadable] = [0, 0];
  for (const { id, kind, refused } of await carriage.list()) {
    // For the phone of another centre: no server can open it.
    if (kind === 'family') continue;
    const sinceMs = refused === null ? Number.POSITIVE_INFINITY : wallMs() - refused.atMs;
    // A clock that was set back makes no parcel wait for ever.
    if (sinceMs >= 0 && sinceMs < AGAIN_MS) continue;
    const text = await carriage.read(id);
    const answer = text === null ? { kind: 'brought' as const, outcome: 'unreadable' } : await server.bring(text);
    if (answer.kind === 'refused') {
      await carriage.refused(id, answer.code, wallMs());
      continue;
    }
    if (answer.kind !== 'brought') return { received, unreadable, trouble: answer };
    switch (answer.outcome) {
      case 'received':
      case 'apart':
        received += 1;
        await carriage.letGo(id);
        break;
      case 'unreadable':
        unreadable += 1;
        await carriage.letGo(id);
        break;
      default:
        await carriage.refused(id, answer.outcome, wallMs());
    }
  }
  return { received, unreadable, trouble: null };
};
