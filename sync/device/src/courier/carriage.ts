/**
 * Parcels of other phones that this phone carries, stored encrypted until the server has them or they are dropped. This
 * phone cannot decrypt them; it knows only their heads. A family that is for this very phone is among them until it is
 * read.
 */
import { err, ok, type Result } from '@denba/quantities/result';
import type { JsonValue } from '@denba/records/canonical-json';
import { type Parcel, type ParcelProblem, parcelText, readParcels } from '@denba/sync/courier/parcel';
import type { SealedStore } from '../device.ts';

export type Carried = {
  readonly id: string;
  /**
   * `family`: for the phone that has the key `to`. Absent: for a server. Parcels stored by an older Denba have neither
   * field.
   */
  readonly kind?: string;
  readonly to?: string;
  /** The sending device, and the numbers of the first and the last entry. */
  readonly from: string;
  readonly first: number;
  readonly last: number;
  /** Length of the parcel's text. */
  readonly bytes: number;
  readonly takenAtMs: number;
  /** The server's answer when the parcel was offered and not accepted; `null`: not offered yet. */
  readonly refused: { readonly outcome: string; readonly atMs: number } | null;
};

export type Taken = {
  readonly taken: number;
  /** Number of parcels that this phone carried already. */
  readonly known: number;
  /** Number of parcels that this phone wrote itself: it has their entries and sends them. */
  readonly own: number;
  /** Keys of the phones that the family parcels in the file (new or known) are for. */
  readonly familiesTo: readonly string[];
};

export type TakeProblem =
  | ParcelProblem
  /** More than a phone should carry for others. */
  | { readonly kind: 'tooMuch' }
  /** The disk is full: nothing was stored. */
  | { readonly kind: 'full' };

export type Carriage = {
  /** In the order in which the server wants them: by device, earlier entries first. */
  readonly list: () => Promise<readonly Carried[]>;
  /** Stores all parcels of a file, or none. */
  readonly take: (text: string, nowMs: number) => Promise<Result<Taken, TakeProblem>>;
  /** The text of one parcel; `null`: it is not carried (any more), or it is damaged. */
  readonly read: (id: string) => Promise<string | null>;
  readonly letGo: (id: string) => Promise<void>;
  readonly refused: (id: string, outcome: string, atMs: number) => Promise<void>;
};

const LIST = 'carried';
const keyOf = (id: string): string => `carried/${id}`;
/** Limit in characters of parcel text; a year of a busy centre is about a tenth of it. */
const MOST_CARRIED = 40_000_000;

export const openCarriage = (sealed: SealedStore<JsonValue>, device: string): Carriage => {
  let turn: Promise<unknown> = Promise.resolve();
  /** Changes run one after the other, so that no change is made to an outdated list. */
  const alone = <T>(act: () => Promise<T>): Promise<T> => {
    const done = turn.then(act);
    turn = done.catch(() => undefined);
    return done;
  };
  const list = async (): Promise<readonly Carried[]> => {
    const kept = await sealed.get(LIST);
    return Array.isArray(kept) ? (kept as unknown as readonly Carried[]) : [];
  };
  const keepList = (carried: readonly Carried[]): Promise<void> =>
    sealed.put(LIST, carried.toSorted(inOrder) as unknown as JsonValue);

  const take = async (text: string, nowMs: number): Promise<Result<Taken, TakeProblem>> => {
    const read = readParcels(text);
    if (!read.ok) return read;
    const before = await list();
    const here = new Set(before.map(({ id }) => id));
    const others = new Map(read.value.filter(({ head }) => head.from !== device).map((parcel) => [parcel.id, parcel]));
    const fresh = [...others.values()].filter(({ id }) => !here.has(id));
    const added = fresh.map((parcel) => carriedOf(parcel, nowMs));
    if ([...before, ...added].reduce((sum, { bytes }) => sum + bytes, 0) > MOST_CARRIED)
      return err({ kind: 'tooMuch' });
    try {
      // The list is written last: a parcel that it does not name is not carried.
      for (const parcel of fresh) await sealed.put(keyOf(parcel.id), parcelText(parcel));
      if (fresh.length > 0) await keepList([...before, ...added]);
    } catch (failure) {
      if (!(failure instanceof Error) || failure.name !== 'QuotaExceededError') throw failure;
      for (const { id } of fresh) await sealed.remove(keyOf(id));
      return err({ kind: 'full' });
    }
    const own = read.value.filter(({ head }) => head.from === device).length;
    const familiesTo = [...others.values()].flatMap(({ head }) => (head.kind === 'family' ? [head.to] : []));
    return ok({ taken: fresh.length, known: read.value.length - own - fresh.length, own, familiesTo });
  };

  return {
    list,
    take: (text, nowMs) => alone(() => take(text, nowMs)),
    read: async (id) => {
      const text = await sealed.get(keyOf(id));
      return typeof text === 'string' ? text : null;
    },
    letGo: (id) =>
      alone(async () => {
        await keepList((await list()).filter((one) => one.id !== id));
        await sealed.remove(keyOf(id));
      }),
    refused: (id, outcome, atMs) =>
      alone(async () => {
        await keepList((await list()).map((one) => (one.id === id ? { ...one, refused: { outcome, atMs } } : one)));
      }),
  };
};

const carriedOf = (parcel: Parcel, takenAtMs: number): Carried => {
  const { kind, to, from, first, last } = parcel.head;
  return {
    id: parcel.id,
    ...(kind === undefined ? {} : { kind }),
    to,
    from,
    first,
    last,
    bytes: parcelText(parcel).length,
    takenAtMs,
    refused: null,
  };
};

const inOrder = (a: Carried, b: Carried): number =>
  a.from === b.from ? a.first - b.first || a.last - b.last : a.from < b.from ? -1 : 1;
