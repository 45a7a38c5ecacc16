/** A phone as the simulation handles it; `light-phone.ts` is quick, `real-phone.ts` is the device of the clinic. */
import type { SaveDraft, Session } from '@denba/device/device';
import type { Entry } from '@denba/records/entry';
import type { Life } from './mortal.ts';

export type OpenPhone = Pick<Session<unknown>, 'deviceId' | 'log' | 'receive' | 'sign' | 'sealed' | 'problems'> & {
  readonly save: (draft: SaveDraft) => ReturnType<Session<unknown>['save']>;
  /** Every entry that is here, of whichever device. */
  readonly entries: () => Promise<readonly Entry[]>;
};

export type PhoneHardware = {
  /** Starts the app on what is durable. */
  readonly start: () => Promise<OpenPhone>;
  /** Of the app that was started last. */
  readonly life: () => Life;
  /** Runs until it is done or until the phone dies in the middle of it: then `null`. */
  readonly run: <Value>(work: () => Promise<Value>) => Promise<Value | null>;
  /** Whether its disk takes nothing more. */
  readonly full: (is: boolean) => void;
};

export type PhoneSettings = {
  readonly device: string;
  readonly place: string;
  /** Its own idea of the time. */
  readonly wallMs: () => number;
  readonly newId: () => string;
};
