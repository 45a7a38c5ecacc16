/** The state of the whole app and the functions that change it. */
import type { Device, Session } from '@denba/device/device';
import { openDevice } from '@denba/device/open-device';
import { absentShelf, openPackShelf, type PackShelf } from '@denba/device/packs/pack-shelf';
import type { CareRow } from '@denba/protocols/care/lists/care-row';
import type { JsonValue } from '@denba/records/canonical-json';
import { type ReadonlySignal, signal } from '@preact/signals';
import { glanceFromJson } from '../today/today-glance.ts';
import { rested } from './idle-work/when-idle.ts';
import { type Clock, phoneClock } from './phone/clock.ts';
import { deleteStore, deviceOptions } from './phone/device-options.ts';
import { loadProtocol, type RunningProtocol } from './protocol/protocol.ts';
import { openPacks, type ProtocolPacks } from './protocol/protocol-packs.ts';
import { forgetSaved } from './route.ts';
import { afterPaint } from './screen/after-paint.ts';
import { type Mode, type Opening, openWorkspace, type Workspace } from './workspace.ts';

export type AppState =
  | { readonly kind: 'opening' }
  /** The phone's store could not be opened; `name` is the name of the browser's error. */
  | { readonly kind: 'failed'; readonly name: string }
  | ({ readonly kind: 'firstStart' } & Store)
  | ({ readonly kind: 'locked' } & Store)
  /** Unlocked: the saved list of the day is shown while the rows are read. */
  | ({ readonly kind: 'openingRows'; readonly opening: Opening } & Store)
  /** The simulated families of the training centre are being created; `share` is the share done, from 0 to 1. */
  | { readonly kind: 'preparing'; readonly workspace: Workspace; readonly share: number }
  | { readonly kind: 'open'; readonly workspace: Workspace };

/** The open store and the protocol with which its rows are computed. Both stay the same until the phone is locked. */
type Store = {
  readonly mode: Mode;
  readonly device: Device<CareRow>;
  readonly protocol: RunningProtocol;
  readonly packs: ProtocolPacks;
};

const state = signal<AppState>({ kind: 'opening' });
export const appState: ReadonlySignal<AppState> = state;

const clock: Clock = phoneClock;
const newId = (): string => crypto.randomUUID();

const PACKS = 'denba-packs';
let packsOfPhone: Promise<ProtocolPacks> | null = null;

const openedPacks = (): Promise<ProtocolPacks> => {
  packsOfPhone ??= Promise.all([openedShelf(), loadProtocol()]).then(([shelf, builtIn]) =>
    openPacks(shelf, builtIn, rested),
  );
  return packsOfPhone;
};

/**
 * When the packs cannot be opened (a full phone), the built-in protocol runs; the next opening of the store retries.
 */
const openedShelf = (): Promise<PackShelf> =>
  openPackShelf(PACKS).catch(() => {
    packsOfPhone = null;
    return absentShelf;
  });

const REMEMBERED = 'denba.mode';

const WARM_UP_AFTER_MS = 4_000;

export const rememberedMode = (): Mode => (localStorage.getItem(REMEMBERED) === 'training' ? 'training' : 'care');

/** Opens the store of the real centre or of the training centre. An open store is closed first. */
export const openStore = async (mode: Mode): Promise<void> => {
  letGo();
  localStorage.setItem(REMEMBERED, mode);
  try {
    const packs = await openedPacks();
    // Training always uses the built-in protocol, because its cases state what that protocol concludes.
    const protocol = mode === 'training' ? await loadProtocol() : await packs.chosen();
    const device = await openDevice(deviceOptions(mode, protocol, clock, newId));
    state.value = { kind: device.users().length === 0 ? 'firstStart' : 'locked', mode, device, protocol, packs };
  } catch (error) {
    cannotOpen(error);
  }
};

/** Shows the screen which says that the store could not be read, and what to do. */
export const cannotOpen = (error: unknown): void => {
  state.value = { kind: 'failed', name: error instanceof Error ? error.name : 'Error' };
};

/** Shows the saved list of the day, if it was made for today; resolves once it is on the screen. */
export const showGlance = async (mode: Mode, json: JsonValue): Promise<void> => {
  const now = state.value;
  const glance = glanceFromJson(json, clock.today());
  if (now.kind !== 'locked' || mode === 'training' || glance === null) return;
  const { device, protocol, packs } = now;
  const opening: Opening = { mode, protocol, today: clock.today, glance };
  forgetSaved();
  state.value = { kind: 'openingRows', mode, device, protocol, packs, opening };
  await afterPaint();
};

export const enter = async (mode: Mode, session: Session<CareRow>): Promise<void> => {
  const now = state.value;
  if (!('device' in now)) return;
  const { device, protocol, packs } = now;
  const workspace = openWorkspace({ mode, device, session, protocol, packs, clock, newId });
  if (mode === 'training') {
    const { seedTraining } = await import('../training/seed-training.ts');
    await seedTraining(workspace, (share) => {
      state.value = { kind: 'preparing', workspace, share };
    });
  }
  if (now.kind !== 'openingRows') forgetSaved();
  // Fetched when it is due, so that the phone starts without it. Where it cannot be fetched, what it prepares is done when
  // it is needed.
  setTimeout(() => {
    void import('./idle-work/warm-up.ts').then(
      ({ warmUp }) => warmUp(workspace),
      () => undefined,
    );
  }, WARM_UP_AFTER_MS);
  state.value = { kind: 'open', workspace };
};

/** Locks at once: the keys are removed from memory. Half-filled forms are already in the store. */
export const lock = async (): Promise<void> => {
  if (state.value.kind !== 'open') return;
  await openStore(state.value.workspace.mode);
};

/** Resets the training centre to its first day: deletes its store and creates families, users and scores again. */
export const restartTraining = async (): Promise<void> => {
  letGo();
  await deleteStore('training');
  await openStore('training');
};

/** Locks and closes the open store. */
const letGo = (): void => {
  const now = state.value;
  if ('workspace' in now) now.workspace.close();
  else if ('device' in now) now.device.close();
  state.value = { kind: 'opening' };
};
