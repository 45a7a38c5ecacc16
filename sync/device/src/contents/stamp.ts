/**
 * Identifies the last write: read before each write, and cheap to read. It holds only counters, so it is not encrypted.
 */
import { put, type Store, type Write } from '../store/store.ts';

export type Stamp = { readonly epoch: number; readonly journal: number };

export const putStamp = (stamp: Stamp): Write => put('clear', 'stamp', stamp);

export const readStamp = async (store: Store): Promise<Stamp | null> => {
  const [stamp] = await store.get('clear', ['stamp']);
  return (stamp ?? null) as Stamp | null;
};
