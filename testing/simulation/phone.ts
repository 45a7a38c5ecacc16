/** A phone as the simulation uses it. `light-phone.ts` is fast, `real-phone.ts` is the device of the clinic. */
import type { SaveDraft, Session } from '@denba/device/device';
import type { Entry } from '@denba/records/entry';
import type { Life } from './mortal.ts';

export type OpenPhone = Pick<Session<unknown>, 'deviceId' | 'log' | 'receive' | 'sign' | 'sealed' | 'problems'> & {
  readonly save: (draft: SaveDraft) => ReturnType<Session<unknown>['save']>;
  /** Every entry on this phone, of whichever device. */
  readonly entries: () => Promise<readonly Entry[]>;
};

export type PhoneHardware = {
  /** Starts the app with what is durably stored. */
  readonly start: () => Promise<OpenPhone>;
  /** The life of the app that was started last. */
  readonly life: () => Life;
  /** Runs until the work is done; returns `null` when the phone dies during it. */
  readonly run: <Value>(work: () => Promise<Value>) => Promise<Value | null>;
  /** Sets whether the disk is full. */
  readonly full: (is: boolean) => void;
};

export type PhoneSettings = {
  readonly device: string;
  readonly place: string;
  /** The phone's own clock, which may be wrong. */
  readonly wallMs: () => number;
  readonly newId: () => string;
};
