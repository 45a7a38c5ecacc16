/** What the phone's store says of itself: what cannot be read, and how much room is left. */
import type { FamilyId } from '@denba/records/ids';

/** Something that cannot be read. It stays stored until its entries are back. */
export type StoreProblem = {
  readonly kind: /** Entries that cannot be read. Cure: restore a backup, or receive them from the server. */
    | 'entriesDamaged'
    /** A half-filled form, setting or recording that cannot be read. Cure: make it again. */
    | 'valueDamaged'
    /** The app could not make the row of a family whose entries are all there. Cure: an update of the app. */
    | 'rowNotMade';
  /** Where it is stored, e.g. `segments/recent/7/12` or `loose/31`. */
  readonly place: string;
  /** Number of entries that it held; `null`: unknown. */
  readonly entries: number | null;
  readonly families: readonly FamilyId[];
};

export type Usage = {
  readonly entries: number;
  readonly families: number;
  /**
   * As the browser reports it. Chromium reports a quota of 10 GB more than is used, whatever is free: use `room`
   * instead.
   */
  readonly usageBytes: number | null;
  readonly quotaBytes: number | null;
  readonly persisted: boolean | null;
  /** `low`: warn now, a few hundred visits still fit. `full`: `save` refuses, drafts still find room. */
  readonly room: 'enough' | 'low' | 'full';
};
