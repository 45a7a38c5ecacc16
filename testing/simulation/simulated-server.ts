/**
 * The server as phones meet it: its decisions are made by the code that the real server runs (`sync/core`), its store
 * is in memory. It can be stopped in the middle of a transaction, and restored from a backup.
 */
import type { PullAnswer, PullQuestion, PushAnswer } from '@denba/device/sync/server';
import { type Bundle, readBundle } from '@denba/sync/bundle';
import { feedPage, rowsWanted } from '@denba/sync/feed-page';
import { type Fold, takeAndFold } from '@denba/sync/receiving/fold-families';
import { type ReceiveError, receiveBundle } from '@denba/sync/receiving/receive-bundle';
import type { ReceivingStore } from '@denba/sync/receiving/receiving-store';
import type { BundleAnswer } from '@denba/sync/wire';
import { memoryReceivingStore } from './memory-receiving-store.ts';
import { Died, type Life, newLife } from './mortal.ts';
import { copyOf, emptyState, type FeedRow, logKey, type ServerState } from './server-state.ts';

export type SimulatedServer = {
  readonly state: () => ServerState;
  readonly join: (device: string, place: string) => void;
  readonly revoke: (device: string) => void;
  readonly isRevoked: (device: string) => boolean;
  readonly push: (text: string, life?: Life) => Promise<PushAnswer>;
  readonly pull: (device: string, question: PullQuestion) => Promise<PullAnswer>;
  readonly restore: (backup: ServerState) => void;
  /** Folds the families not yet folded, some of each place per transaction, until its life ends or none is left. */
  readonly foldAll: (life?: Life) => Promise<void>;
};

export type ServerSettings = {
  readonly places: readonly string[];
  readonly fold: Fold;
  readonly nowMs: () => number;
  /** Rows per page of a feed: a small number, so that a feed has several pages. */
  readonly page: number;
  readonly isSigned: (bundle: Bundle, device: string) => boolean | Promise<boolean>;
};

export const simulatedServer = ({ places, fold, nowMs, page, isSigned }: ServerSettings): SimulatedServer => {
  let state = emptyState();
  // Not part of a backup: an administrator sets again who may connect after a backup was restored.
  const placeOf = new Map<string, string>();
  const revoked = new Set<string>();
  let last: Promise<unknown> = Promise.resolve();
  /**
   * One transaction after the other: PostgreSQL makes bundles of one phone wait for each other. A transaction during
   * which a backup was put back dies with the server that was stopped for it.
   */
  const transaction = <Value>(life: Life, work: (store: ReceivingStore<FeedRow>) => Promise<Value>): Promise<Value> => {
    const done = last.then(async () => {
      const before = state;
      const draft = copyOf(before);
      const value = await work(mortalStore(memoryReceivingStore(draft, places, nowMs()), life));
      if (state !== before) throw new Died();
      state = draft;
      return value;
    });
    last = Promise.allSettled([done]);
    return done;
  };
  const foldAll = async (life: Life): Promise<void> => {
    for (const place of places) {
      for (let taken = FOLDED_AT_ONCE; taken === FOLDED_AT_ONCE; ) {
        taken = await transaction(life, (store) => takeAndFold(store, place, FOLDED_AT_ONCE, fold));
      }
    }
  };
  const receive = async (bundle: Bundle, place: string, life: Life): Promise<PushAnswer> => {
    const { device } = bundle.head;
    const sender = { device, place, facilities: new Set([place]) };
    try {
      const answer = await transaction(life, (store) =>
        receiveBundle({ store, fold: null, serverMs: nowMs() }, sender, bundle),
      );
      return isGap(answer) ? answer : { kind: 'received', answer };
    } catch (failure) {
      if (failure instanceof Died) return { kind: 'offline' };
      throw failure;
    }
  };
  return {
    state: () => state,
    join: (device, place) => void placeOf.set(device, place),
    revoke: (device) => void revoked.add(device),
    isRevoked: (device) => revoked.has(device),
    push: async (text, life = newLife()) => {
      const bundle = readBundle(text);
      if (!bundle.ok) return { kind: 'refused', code: 'not-a-bundle' };
      const { device } = bundle.value.head;
      const place = placeOf.get(device);
      if (place === undefined) return { kind: 'notJoined' };
      if (revoked.has(device)) return { kind: 'revoked' };
      if (!(await isSigned(bundle.value, device))) return { kind: 'refused', code: 'not-signed' };
      return receive(bundle.value, place, life);
    },
    pull: async (device, asked) => {
      const place = placeOf.get(device);
      if (place === undefined) return { kind: 'notJoined' };
      if (revoked.has(device)) return { kind: 'revoked' };
      const question = { ...asked, limit: page };
      const rows = rowsFor(state.feeds.get(place) ?? [], device, question);
      const answer = feedPage(rows.slice(0, rowsWanted(question)), question);
      if (answer === null) return { kind: 'restarted' };
      const acknowledged = state.logs.get(logKey(place, device))?.acknowledged ?? 0;
      return {
        kind: 'page',
        // Parsed from text, as over the network, so that a phone shares no object with the server.
        lines: answer.rows.map(({ position, text: entry }) => ({ position, entry: JSON.parse(entry) as unknown })),
        end: { next: answer.next, mark: answer.mark, more: answer.more, acknowledged, serverMs: nowMs() },
      };
    },
    restore: (backup) => {
      state = copyOf(backup);
    },
    foldAll: (life = newLife()) =>
      foldAll(life).catch((failure: unknown) => {
        if (!(failure instanceof Died)) throw failure;
      }),
  };
};

/** A small number, so that a place is folded in several transactions. */
const FOLDED_AT_ONCE = 2;

const isGap = (answer: BundleAnswer | ReceiveError): answer is ReceiveError => 'kind' in answer;

/**
 * The rows from position `after` on, without the device's own entries that it already holds. The row at `after` and the
 * last row of the feed are always included.
 */
const rowsFor = (feed: readonly FeedRow[], device: string, { after, held }: PullQuestion) => {
  const isOwn = ({ entry }: FeedRow): boolean => entry.device === device;
  const isThere = feed.some((row) => isOwn(row) && row.entry.seq === held?.seq && row.hash === held.hash);
  const heldUpTo = isThere ? (held?.seq ?? 0) : 0;
  return feed
    .slice(Math.max(0, after - 1))
    .map((row) => ({ ...row, isHeld: isOwn(row) && row.entry.seq <= heldUpTo }))
    .filter(({ isHeld, position }) => !isHeld || position === after || position === feed.length);
};

/** Each call of the store is a step at which the server's life may end. */
const mortalStore = (store: ReceivingStore<FeedRow>, life: Life): ReceivingStore<FeedRow> =>
  Object.fromEntries(
    Object.entries(store).map(([name, does]) => [
      name,
      (...given: never[]) => life.step(() => (does as (...all: never[]) => Promise<unknown>)(...given)),
    ]),
  ) as unknown as ReceivingStore<FeedRow>;
