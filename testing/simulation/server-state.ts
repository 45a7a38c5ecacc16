/**
 * What the simulated server has on its disk. The values of the maps are replaced, never changed, so that a copy of the
 * maps is a backup.
 */

import type { Entry, EntryHash } from '@denba/records/entry';
import type { KnownLog } from '@denba/sync/admit';
import type { Member, Summary } from '@denba/sync/receiving/receiving-store';

export type FeedRow = {
  readonly position: number;
  readonly hash: EntryHash;
  readonly receivedMs: number;
  readonly entry: Entry;
  readonly text: string;
};

export type ServerState = {
  readonly feeds: Map<string, readonly FeedRow[]>;
  /** By place and device. */
  readonly logs: Map<string, KnownLog>;
  readonly circles: Map<string, readonly Member[]>;
  readonly summaries: Map<string, ReadonlyMap<string, Summary>>;
  /** By place: families whose newest entries are not in their summary yet. */
  readonly toFold: Map<string, ReadonlySet<string>>;
  /** Refusals that were reported, as `device seq reason`. */
  readonly quarantine: Set<string>;
};

export const emptyState = (): ServerState => ({
  ...{ feeds: new Map(), logs: new Map(), circles: new Map(), summaries: new Map() },
  ...{ toFold: new Map(), quarantine: new Set() },
});

export const copyOf = ({ feeds, logs, circles, summaries, toFold, quarantine }: ServerState): ServerState => ({
  feeds: new Map(feeds),
  logs: new Map(logs),
  circles: new Map(circles),
  summaries: new Map(summaries),
  toFold: new Map(toFold),
  quarantine: new Set(quarantine),
});

export const logKey = (place: string, device: string): string => `${place} ${device}`;
