/**
 * Adds the entries of an opened parcel that may join, and records whom they came from: entries of other centres' phones
 * rest on the word of their sender, and the record shows that. The marks are written first: a mark without its entry is
 * harmless, an entry without its mark would look like our own.
 */
import type { LocalDate } from '@denba/quantities/local-date';
import { err, type Result } from '@denba/quantities/result';
import type { JsonValue } from '@denba/records/canonical-json';
import type { Entry } from '@denba/records/entry';
import type { SaveError, SealedStore, Session } from '../device.ts';
import type { ArrivedFamily } from './open-family-parcel.ts';

export type ReceivedFrom = {
  /** `centre`: the name of the sending centre; `on`: the day of receipt. */
  readonly centre: string;
  readonly on: LocalDate;
};

type Receiving = Pick<Session<unknown>, 'receive'> & { readonly sealed: SealedStore<JsonValue> };

type Marks = { readonly [entry: string]: ReceivedFrom };

/** `on`: today. Adds all joining entries in one step, or none. */
export const receiveFamily = async (
  session: Receiving,
  { joins, sender }: Pick<ArrivedFamily, 'joins' | 'sender'>,
  on: LocalDate,
): Promise<Result<{ readonly added: number }, SaveError>> => {
  const from: ReceivedFrom = { centre: sender.centre.name, on };
  try {
    for (const family of new Set(joins.map((entry) => entry.family as string))) {
      const before = await marksOf(session.sealed, family);
      const marks = joins.filter((entry) => entry.family === family).map((entry) => [markOf(entry), from] as const);
      await session.sealed.put(keyOf(family), { ...Object.fromEntries(marks), ...before } as unknown as JsonValue);
    }
  } catch (failure) {
    if (!(failure instanceof Error) || failure.name !== 'QuotaExceededError') throw failure;
    return err({ kind: 'full' });
  }
  return session.receive(joins);
};

/** The centre that an entry came from without a server; `null`: it was written here, or came from the server. */
export const receivedFrom = async (
  sealed: SealedStore<JsonValue>,
  entry: Pick<Entry, 'family' | 'device' | 'seq'>,
): Promise<ReceivedFrom | null> => (await marksOf(sealed, entry.family))[markOf(entry)] ?? null;

const keyOf = (family: string): string => `received-from/${family}`;
const markOf = ({ device, seq }: Pick<Entry, 'device' | 'seq'>): string => `${device} ${seq}`;

const marksOf = async (sealed: SealedStore<JsonValue>, family: string): Promise<Marks> => {
  const kept = await sealed.get(keyOf(family));
  return typeof kept === 'object' && kept !== null && !Array.isArray(kept) ? (kept as unknown as Marks) : {};
};
