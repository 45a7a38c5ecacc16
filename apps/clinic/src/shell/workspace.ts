/**
 * What an unlocked phone gives to a screen: the families, the protocol, the day, and one way to save. Screens know
 * nothing of IndexedDB, keys or clocks.
 */
import type { Device, SaveDraft, SaveError, Session } from '@denba/device/device';
import type { CareRow } from '@denba/protocols/care/lists/care-row';
import type { LocalDate } from '@denba/quantities/local-date';
import type { Result } from '@denba/quantities/result';
import type { Entry } from '@denba/records/entry';
import type { FamilyId } from '@denba/records/ids';
import type { Timeline } from '@denba/records/timeline/timeline';
import { type ReadonlySignal, signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { TodayGlance } from '../today/today-glance.ts';
import { openServerLink, type ServerLink, sameOrigin } from './exchange/server-link.ts';
import type { Clock } from './phone/clock.ts';
import type { RunningProtocol } from './protocol/protocol.ts';
import type { ProtocolPacks } from './protocol/protocol-packs.ts';
import { underOwnFamily } from './record/own-family.ts';
import { readStories } from './record/read-stories.ts';

/** `care`: the real centre. `training`: simulated families, in a store of their own, marked on every screen. */
export type Mode = 'care' | 'training';

export type Workspace = {
  readonly mode: Mode;
  readonly device: Device<CareRow>;
  readonly session: Session<CareRow>;
  /** The same protocol until the phone is locked. */
  readonly protocol: RunningProtocol;
  readonly packs: ProtocolPacks;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly today: () => LocalDate;
  /** The link to this phone's server; null in the training centre. */
  readonly server: ServerLink | null;
  readonly rows: ReadonlySignal<ReadonlyMap<FamilyId, CareRow>>;
  /** The family's timeline; `null` when this phone has no entry of it. Rejects when its entries cannot be read. */
  readonly timelineOf: (family: FamilyId) => Promise<Timeline | null>;
  /** The timeline if it has already been read, so that it can be shown in the first frame; else `undefined`. */
  readonly timelineNow: (family: FamilyId) => Timeline | null | undefined;
  /**
   * Atomic: saves all entries or none, and deletes the draft with the key `filled`. Resolves once they are durable. Nothing
   * is written before `first` has settled.
   */
  readonly save: (
    drafts: readonly SaveDraft[],
    filled?: string | null,
    first?: Promise<unknown>,
  ) => Promise<Result<readonly Entry[], SaveError>>;
  readonly close: () => void;
};

export const openWorkspace = (given: {
  readonly mode: Mode;
  readonly device: Device<CareRow>;
  readonly session: Session<CareRow>;
  readonly protocol: RunningProtocol;
  readonly packs: ProtocolPacks;
  readonly clock: Clock;
  readonly newId: () => string;
}): Workspace => {
  const { session } = given;
  const rows = signal(session.rows());
  const server = given.mode === 'care' ? openServerLink(session, sameOrigin(given.clock.wallMs), given.packs) : null;
  const stories = readStories((family) => session.entriesOf(family));
  const stop = session.subscribe(() => {
    // All timelines are read again, because a merge may join families that were read separately.
    stories.forget();
    rows.value = session.rows();
  });
  // A timeline that cannot be read must not prevent saving.
  const filed = async (draft: SaveDraft): Promise<SaveDraft> =>
    draft.subject === null || !session.rows().has(draft.family)
      ? draft
      : underOwnFamily(draft, await stories.of(draft.family).catch(() => null));
  return {
    ...given,
    today: given.clock.today,
    server,
    rows,
    timelineOf: stories.of,
    timelineNow: stories.now,
    save: async (drafts, filled = null, first = Promise.resolve()) =>
      session.save(await Promise.all(drafts.map(filed)), filled, first),
    close: () => {
      stop();
      server?.close();
      stories.forget();
      session.lock();
      given.device.close();
    },
  };
};

/** An unlocked phone whose rows are still being read: it shows the saved list of the day (the glance). */
export type Opening = Pick<Workspace, 'mode' | 'protocol' | 'today'> & { readonly glance: TodayGlance };

const Context = createContext<Workspace | Opening | null>(null);
export const WorkspaceProvider = Context.Provider;

/** For today's list and the frame of screens, which are shown before the rows are read. */
export const useShell = (): Workspace | Opening => {
  const shell = useContext(Context);
  if (shell === null) throw new Error('this screen is shown only on an unlocked phone');
  return shell;
};

/** For every other screen, which is shown only after the rows are read. Throws before. */
export const useWorkspace = (): Workspace => {
  const shell = useShell();
  if ('session' in shell) return shell;
  throw new Error('this screen is shown only once the rows are read');
};
