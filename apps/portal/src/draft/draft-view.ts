/** A draft as its pages show it: plain data that the server collects. */

import type { CalendarComparison } from '@denba/protocols/what-if/calendar/calendar-comparison';
import type { MonthComparison } from '@denba/protocols/what-if/compare/month-comparison';
import type { VersionFigures } from '@denba/protocols/what-if/compare/side-by-side';
import type { Text } from '@denba/quantities/text';

export type DraftState = 'open' | 'published' | 'laid-aside';

export type DraftSummary = {
  readonly id: string;
  readonly title: Text;
  readonly state: DraftState;
  readonly author: string;
  readonly madeAt: Date;
  readonly changes: number;
};

/** One change in words: what changes, its value before and after, and why. */
export type ShownChange = {
  /** The key that names the change in a form. */
  readonly target: string;
  readonly what: Text;
  readonly before: Text;
  readonly after: Text;
  /** For a new rule: what it asks and concludes. For a case: what it concludes. */
  readonly details: readonly Text[];
  readonly reason: string;
  readonly problems: readonly { readonly message: Text; readonly cure: Text }[];
  /** The table and id of a rule that the draft added, by which it can be corrected; `null`: another kind of change. */
  readonly rule: { readonly table: string; readonly id: string } | null;
};

export type ShownCheck =
  | { readonly kind: 'running' | 'noBase' | 'failed' }
  | {
      readonly kind: 'done';
      readonly problems: readonly { readonly message: Text; readonly cure: Text }[];
      readonly usable: boolean;
      readonly decidable: boolean;
      readonly vignettes: readonly { readonly id: string; readonly sentence: Text; readonly fails: boolean }[];
      readonly failing: readonly { readonly id: string; readonly title: Text }[];
      readonly changes: readonly Text[];
    };

export type ShownGiving = {
  readonly id: string;
  readonly placeName: string;
  readonly fromDay: string;
  readonly state: 'planned' | 'running' | 'withdrawn';
};

export type DraftView = DraftSummary & {
  readonly baseName: string;
  /** Such as `mami 0.1.0 + d-3fa9c2d1 · 4d9d1c50`; `null`: not published. */
  readonly packName: string | null;
  readonly shown: readonly ShownChange[];
  readonly check: ShownCheck;
  readonly approvals: readonly { readonly name: string; readonly at: Date }[];
  readonly mayWrite: boolean;
  /** Why the reader may not approve now; `null`: the reader may. */
  readonly notApprove: 'already' | 'notTwo' | 'notReady' | 'notAllowed' | null;
  readonly givings: readonly ShownGiving[];
  /** The places to which the reader may give the draft; empty: none. */
  readonly places: readonly { readonly id: string; readonly name: string; readonly depth: number }[];
};

export type ChangedInfant = {
  /** Index of this assessment among those that were replayed. */
  readonly index: number;
  readonly place: string;
  readonly family: string;
  readonly on: string;
  readonly from: string | null;
  readonly to: string | null;
};

export type ReplayResult = {
  readonly assessments: number;
  readonly base: VersionFigures;
  readonly draft: VersionFigures;
  readonly months: readonly MonthComparison[];
  /** `null`: the draft changes no day of the calendar. */
  readonly calendar: CalendarComparison | null;
  /** The infants whose class the draft changes. */
  readonly infants: readonly ChangedInfant[];
};
