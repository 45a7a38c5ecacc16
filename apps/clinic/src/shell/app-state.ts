/** Which of its few states the whole app is in, and the ways from one to the next. */
import type { Device, Session } from '@denba/device/device';
import { openDevice } from '@denba/device/open-device';
import { absentShelf, openPackShelf, type PackShelf } from '@denba/device/packs/pack-shelf';
import type { CareRow } from '@denba/protocols/care/lists/care-row';
import type { JsonValue } from '@denba/records/canonical-json';
import { type ReadonlySignal, signal } from '@preact/signals';
import { glanceFromJson } from '../today/today-glance.ts';
import { warmUp } from './idle-work/warm-up.ts';
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
  /** The store of the phone could not be opened; `name` is the browser's word for why. */
  | { readonly kind: 'failed'; readonly name: string }
  | ({ readonly kind: 'firstStart' } & Store)
  | ({ readonly kind: 'locked' } & Store)
  /** Unlocked: the list of the day stands as it was laid aside, while the rows are read. */
  | ({ readonly kind: 'openingRows'; readonly opening: Opening } & Store)
  /** The simulated families of the training centre are being made: `share` of them, from 0 to 1. */
  | { readonly kind: 'preparing'; readonly workspace: Workspace; readonly share: number }
  | { readonly kind: 'open'; readonly workspace: Workspace };

/** The store that is open, and the protocol by which its rows are made: they stay together until it is locked. */
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

/** A phone that is too full for them works by the protocol of the app; it is tried again when the store is opened next. */
const openedShelf = (): Promise<PackShelf> =>
  openPackShelf(PACKS).catch(() => {
    packsOfPhone = null;
    return absentShelf;
  });

const REMEMBERED = 'denba.mode';

export const rememberedMode = (): Mode => (localStorage.getItem(REMEMBERED) === 'training' ? 'training' : 'care');

/** Opens the store of the real centre or the one of training. Whatever was open is closed. */
export const openStore = async (mode: Mode): Promise<void> => {
  letGo();
  localStorage.setItem(REMEMBERED, mode);
  try {
    const packs = await openedPacks();
    // What is practised is what came along: its cases say what that one concludes.
    const protocol = mode === 'training' ? await loadProtocol() : await packs.chosen();
    const device = await openDevice(deviceOptions(mode, protocol, clock, newId));
    state.value = { kind: device.users().length === 0 ? 'firstStart' : 'locked', mode, device, protocol, packs };
  } catch (error) {
    cannotOpen(error);
  }
};

/** Said on the screen, with what to do: the store could not be read. */
export const cannotOpen = (error: unknown): void => {
  state.value = { kind: 'failed', name: error instanceof Error ? error.name : 'Error' };
};

/** The list of the day as it was laid aside, when it speaks of today; resolves once it is on the screen. */
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
  warmUp(workspace);
  state.value = { kind: 'open', workspace };
};

/** Locks at once: the keys leave memory, half-filled forms are in the store already. */
export const lock = async (): Promise<void> => {
  if (state.value.kind !== 'open') return;
  await openStore(state.value.workspace.mode);
};

/** The training centre as on its first day: its families, users and scores are made anew. */
export const restartTraining = async (): Promise<void> => {
  letGo();
  await deleteStore('training');
  await openStore('training');
};

/** Locks and closes what is open. */
const letGo = (): void => {
  const now = state.value;
  if ('workspace' in now) now.workspace.close();
  else if ('device' in now) now.device.close();
  state.value = { kind: 'opening' };
};
