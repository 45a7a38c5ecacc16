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
  /** Runs the work when the page is idle. */
  readonly whenIdle: (work: () => Promise<void>) => void;
  readonly disk: Disk;
  readonly marker: Marker;
  readonly stretch: Stretch;
  /** Cost of deriving a key from a PIN, for PINs that are set from now on. */
  readonly pinCost: StretchCost;
  /** Cost of deriving a key from the password of a backup. */
  readonly passwordCost: StretchCost;
  /** `null`: the device has no fingerprint reader. */
  readonly fingerprints: FingerprintReader | null;
};

/**
 * Remembers outside the store that a device was set up here, so that a store that vanished is not taken for a first
 * start.
 */
export type Marker = { readonly isSet: () => boolean; readonly set: () => void };

export type TabMessage =
  | { readonly kind: 'changed'; readonly families: readonly FamilyId[] }
  /** Users, waiting times or preferences changed. */
  | { readonly kind: 'clear' };

export type Tabs = {
  /** Sends a message to the other tabs. */
  readonly tell: (message: TabMessage) => void;
  /** Receives messages of the other tabs. Returns a function that unsubscribes. */
  readonly hear: (listener: (message: TabMessage) => void) => () => void;
  readonly close: () => void;
};

export type Disk = {
  /** Whether so many bytes more could be written now; `null` when that cannot be determined. */
  readonly hasRoomFor: (bytes: number) => Promise<boolean | null>;
  /** What the browser reports; `null` for what it does not report. */
  readonly estimate: () => Promise<{ readonly usageBytes: number | null; readonly quotaBytes: number | null }>;
  readonly persisted: () => Promise<boolean | null>;
  readonly persist: () => Promise<boolean>;
};
