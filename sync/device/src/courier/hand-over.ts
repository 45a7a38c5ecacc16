/** Hands over the carried parcels to the server, one after the other, when the phone meets it. */
import type { Server, Trouble } from '../sync/server.ts';
import type { Carriage } from './carriage.ts';

export type HandedOver = {
  /** Number of parcels that the server now has. */
  readonly received: number;
  /** Number of parcels that are of no use to anybody: changed during transport, or not signed. They are dropped. */
  readonly unreadable: number;
  /** `null`: every parcel was tried. */
  readonly trouble: Trouble | null;
};

/**
 * A refused parcel may be accepted later (its phone joins, or the entries before it arrive by another courier), but it
 * is not offered again within this time.
 */
const AGAIN_MS = 3_600_000;

export const handOver = async (carriage: Carriage, server: Server, wallMs: () => number): Promise<HandedOver> => {
  let [received, unreadable] = [0, 0];
  for (const { id, kind, refused } of await carriage.list()) {
    // The parcel is for the phone of another centre: no server can decrypt it.
    if (kind === 'family') continue;
    const sinceMs = refused === null ? Number.POSITIVE_INFINITY : wallMs() - refused.atMs;
    // The elapsed time is negative when the clock was set back: the parcel is then offered without waiting.
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
