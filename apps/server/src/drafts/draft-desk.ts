/**
 * Runs the checks and replays of drafts, and holds their results. In memory only: after a restart they are computed
 * again on request.
 */
import type { ReplayResult } from '@denba/portal/draft/draft-view';
import type { WhyChanged } from '@denba/protocols/what-if/compare/why-changed';
import type { Progress } from '@denba/protocols/what-if/replay/baseline';
import { localDate } from '@denba/quantities/local-date';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { Log } from '../http/create-server.ts';
import type { BaseName } from './base-name.ts';
import { draftBases } from './draft-bases.ts';
import { keepNewest } from './keep-newest.ts';
import { protocolThread, ThreadEnded } from './protocol-thread.ts';
import type { BaseCells, CheckedDraft } from './protocol-work.ts';
import { bodiesOf, nameOf, namesOf, positionsOf, type Scope } from './read-entries.ts';
import { asDraft, contentName, type StoredDraft } from './stored-draft.ts';

export type CheckState =
  | { readonly kind: 'running' }
  | { readonly kind: 'done'; readonly checked: CheckedDraft }
  /** This server does not have the sheets that the base of the draft was made from. */
  | { readonly kind: 'noBase' }
  | { readonly kind: 'failed' };

export type ReplayState =
  | { readonly kind: 'none' | 'stopped' | 'failed' | 'noBase' }
  | { readonly kind: 'reading' | 'replaying'; readonly progress: Progress }
  /** `entries`: identifies the entries that the draft was replayed over. */
  | {
      readonly kind: 'done';
      readonly result: ReplayResult;
      readonly entries: string;
      readonly at: Date;
      readonly ms: number;
    };

export type DraftDesk = {
  /** Ids of the packs that a draft may start from. */
  readonly bases: () => Promise<readonly string[]>;
  readonly cells: (draft: StoredDraft) => Promise<BaseCells | null>;
  /** Starts the check when it was not started yet. */
  readonly check: (draft: StoredDraft) => CheckState;
  readonly replayOf: (draft: StoredDraft, scope: Scope) => ReplayState;
  readonly startReplay: (draft: StoredDraft, scope: Scope) => void;
  readonly stopReplay: (draft: StoredDraft, scope: Scope) => void;
  /** Returns `null` when the entries of that replay are no longer in memory. */
  readonly why: (draft: StoredDraft, entries: string, index: number) => Promise<WhyChanged | null>;
  readonly end: () => Promise<void>;
};

type Given = {
  readonly db: Kysely<Tables>;
  /** Sheets of the protocol of this release, by path. */
  readonly files: ReadonlyMap<string, string>;
  /** Id of the pack made of these sheets without overlays. */
  readonly shippedPack: string | null;
  readonly now: () => Date;
  readonly log: Log;
};

export const createDraftDesk = ({ db, files, shippedPack, now, log }: Given): DraftDesk => {
  const thread = protocolThread(files);
  const { bases, baseOf } = draftBases({
    db,
    files,
    shippedPack,
    packOfOverlays: (overlays) => thread.work.packOfOverlays(overlays),
  });
  const checks = new Map<string, CheckState>();
  const replays = new Map<string, ReplayState & { readonly stop?: () => void }>();
  const failed = (failure: unknown): void => {
    if (failure instanceof ThreadEnded) return;
    log({ kind: 'error', what: failure instanceof Error ? failure.message : 'unknown', where: 'drafts' });
  };
  const cells = new Map<string, Promise<BaseCells | null>>();
  const cellsOf: DraftDesk['cells'] = ({ basePack }) => {
    const found = cells.get(basePack) ?? baseOf(basePack).then((base) => base && thread.work.cells(base));
    keepNewest(cells, basePack, found);
    found.catch(() => cells.delete(basePack));
    return found;
  };

  /** Replays run one after the other, because the thread holds the entries of only one scope. */
  let turn: Promise<void> = Promise.resolve();
  const load = async (base: BaseName, scope: Scope, tell: (progress: Progress) => void, stopped: () => boolean) => {
    const entries = nameOf([scope.name, JSON.stringify(base), ...(await positionsOf(db, scope))]);
    if (await thread.work.has(entries)) return entries;
    await thread.work.begin(entries, base);
    for (const [at, { id }] of scope.places.entries()) {
      if (stopped()) return null;
      tell({ done: at, of: scope.places.length });
      await thread.work.take(id, await namesOf(db, id), await bodiesOf(db, id));
    }
    await thread.work.end();
    return entries;
  };
  const run = async (key: string, draft: StoredDraft, scope: Scope): Promise<void> => {
    let stopped = false;
    let stopThread = (): void => {};
    const stop = (): void => {
      stopped = true;
      stopThread();
    };
    const began = now().getTime();
    const tell = (progress: Progress): void => keepNewest(replays, key, { kind: 'reading', progress, stop });
    tell({ done: 0, of: scope.places.length });
    const base = await baseOf(draft.basePack);
    if (base === null) return keepNewest(replays, key, { kind: 'noBase' });
    const entries = await load(base, scope, tell, () => stopped);
    if (entries === null || stopped) return keepNewest(replays, key, { kind: 'stopped' });
    const replaying = thread.replay(base, asDraft(draft), localDate(now().toISOString().slice(0, 10)));
    stopThread = replaying.stop;
    keepNewest(replays, key, { kind: 'replaying', progress: { done: 0, of: 0 }, stop });
    const result = await replaying.result;
    if (result === null) return keepNewest(replays, key, { kind: 'stopped' });
    keepNewest(replays, key, { kind: 'done', result, entries, at: now(), ms: now().getTime() - began });
  };
  const keyOf = (draft: StoredDraft, scope: Scope): string => `${contentName(draft)} ${scope.name}`;
  const isUnderWay = (state: ReplayState | undefined): boolean =>
    state?.kind === 'reading' || state?.kind === 'replaying';

  return {
    bases,
    cells: cellsOf,
    check: (draft) => {
      const key = contentName(draft);
      const found = checks.get(key);
      if (found !== undefined && found.kind !== 'failed') return found;
      keepNewest(checks, key, { kind: 'running' });
      const work = async (): Promise<CheckState> => {
        const base = await baseOf(draft.basePack);
        if (base === null) return { kind: 'noBase' };
        // The cells are read first, so that the page of a further change does not wait for the end of the check.
        await cellsOf(draft);
        return { kind: 'done', checked: await thread.work.check(base, asDraft(draft)) };
      };
      work().then(
        (state) => keepNewest(checks, key, state),
        (failure: unknown) => {
          failed(failure);
          keepNewest(checks, key, { kind: 'failed' });
        },
      );
      return { kind: 'running' };
    },
    replayOf: (draft, scope) => {
      const found = replays.get(keyOf(draft, scope)) ?? { kind: 'none' };
      return found.kind === 'replaying' ? { ...found, progress: thread.progress() ?? found.progress } : found;
    },
    startReplay: (draft, scope) => {
      const key = keyOf(draft, scope);
      if (isUnderWay(replays.get(key))) return;
      keepNewest(replays, key, { kind: 'reading', progress: { done: 0, of: scope.places.length } });
      turn = turn
        .then(() => run(key, draft, scope))
        .catch((failure: unknown) => {
          failed(failure);
          keepNewest(replays, key, { kind: 'failed' });
        });
    },
    stopReplay: (draft, scope) => replays.get(keyOf(draft, scope))?.stop?.(),
    why: async (draft, entries, index) => {
      const base = await baseOf(draft.basePack);
      return base && thread.work.why(entries, base, asDraft(draft), index);
    },
    end: () => thread.end(),
  };
};
