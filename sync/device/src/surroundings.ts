/** All that a device takes from outside, so that the same code runs in a browser and in a test. */
import type { FamilyId } from '@denba/records/ids';
import type { FingerprintReader } from './keys/fingerprint.ts';
import type { Stretch, StretchCost } from './keys/stretch.ts';
import type { Store } from './store/store.ts';

export type Surroundings = {
  readonly store: Store;
  /** Runs the work while no other tab (and no other caller here) runs any: one writer at a time. */
  readonly exclusively: <T>(work: () => Promise<T>) => Promise<T>;
  readonly tabs: Tabs;
  /** Runs the work when nothing else is to be done. */
  readonly whenIdle: (work: () => Promise<void>) => void;
  readonly disk: Disk;
  readonly marker: Marker;
  readonly stretch: Stretch;
  /** For PINs that are set from now on. */
  readonly pinCost: StretchCost;
  /** For the passwords of backups. */
  readonly passwordCost: StretchCost;
  /** `null`: there is none. */
  readonly fingerprints: FingerprintReader | null;
};

/** Remembers outside of the store that a device was set up here, so that a store that vanished is not taken for a new one. */
export type Marker = { readonly isSet: () => boolean; readonly set: () => void };

export type TabMessage =
  | { readonly kind: 'changed'; readonly families: readonly FamilyId[] }
  /** Users, waits or preferences changed. */
  | { readonly kind: 'clear' };

export type Tabs = {
  /** Tells the other tabs. */
  readonly tell: (message: TabMessage) => void;
  /** Hears the other tabs. Gives the way to stop. */
  readonly hear: (listener: (message: TabMessage) => void) => () => void;
  readonly close: () => void;
};

export type Disk = {
  /** Whether that much more could be written now; `null` where nobody can tell. */
  readonly hasRoomFor: (bytes: number) => Promise<boolean | null>;
  /** What the browser says, `null` where it does not. */
  readonly estimate: () => Promise<{ readonly usageBytes: number | null; readonly quotaBytes: number | null }>;
  readonly persisted: () => Promise<boolean | null>;
  readonly persist: () => Promise<boolean>;
};
